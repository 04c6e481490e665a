import { isFileName } from '../text/file-name.js';
import { foldText } from '../text/fold.js';
import { MASKED } from '../text/text.js';
import type { Clause } from './clause.js';
import {
  A_FILE,
  A_FOLDER,
  alone,
  COPY,
  form,
  NAME,
  NAMES,
  NOT_NAMES,
  PLACE,
  PUT,
  THAT_ONE,
} from './name-form-parts.js';
import { FINISH, START } from './name-change-parts.js';
import { isVocabulary } from './vocabulary.js';

/** Whole-sentence ways to speak of names and texts, where words between others are data and not language. */

export interface Form {
  readonly pattern: RegExp;
  readonly read: (group: (name: string) => string | undefined, clause: Clause) => void;
}

const named = (pattern: RegExp): Form => ({
  pattern,
  read: (group, clause) => void (clause.newName = group('name')!),
});

/** "obra-1.jpg" of a list: the number counts on. */
const counted = (first: string): string => `${first.replace(/\.[a-z0-9]{1,5}$/i, '').replace(/0*1$/, '')}{n}`;

/** "ponles 2026- adelante del nombre": a part of the name. */
const SEVERAL = /^(?:los|las|todos|todas|mis|the|my)\b/i;
const SAYS_WHERE = new RegExp(`\\b(?:${START}|${FINISH})\\b`);

/** "ponle acta_firmada a acta.pdf" names it; "ponle brillo a foto.jpg" asks for something else. */
const putName: Form['read'] = (group, clause) => {
  const name = group('name')!;
  if (SAYS_WHERE.test(foldText(name)) || (group('said') === undefined && SEVERAL.test(group('obj') ?? ''))) return;
  const isName = group('said') !== undefined || /[\p{Lu}\d_."-]/u.test(name) || sharesWord(name, group('obj') ?? '');
  if (isName) clause.newName = name;
};

/** "ponle Documental a la carpeta Pruebas" names it; "ponle fotos a la carpeta" asks for something to be put there. */
const putFolderName: Form['read'] = (group, clause) => {
  const name = group('name')!;
  const isName =
    /^\p{Lu}/u.test(name) && !isFileName(name) && !name.split(' ').some((word) => isVocabulary(foldText(word)));
  if (isName) clause.newName = name;
};

const sharesWord = (name: string, object: string): boolean =>
  name.split(/[\s_.-]+/).some((word) => word.length > 3 && object.toLowerCase().includes(word.toLowerCase()));

/** "name the copy of X", "llama a la copia que …": which one. */
const OF_IT = '(?:of|in|on|from|to|that|which|and|de|del|en|que|y|con|with)\\b';

export const FORMS: readonly Form[] = [
  named(
    form(
      `(?:a|al) (?<obj>.+?),? (?:cambia|cambiar|cambies|modifica) ~le el nombre(?: (?:a|por)|,? (?:y )?(?:pon ~le(?: de nombre)?|llama ~l[oa]|que se llame)) (?<name>${NAMES})`,
    ),
  ),
  named(
    form(
      `(?:(?:cambia|cambiar|cambies|modifica) ~?le el nombre (?:a|al|de|del)|(?:change|edit) the name of|renombra|rename) (?<obj>.+?),? (?:y |and )?(?:pon ~les?(?: de nombre)?|llama ~l[oa]|que se llame|call it|name it) (?<name>${NAMES})`,
    ),
  ),
  named(
    alone(
      `(?:(?:y|and|ahora|now),? )*(?:cambia|cambiar|cambies|change)(?: ~le)? (?:el nombre|its name|the name) (?:a|por|to) (?<name>(?!${MASKED}|(?:el|la|los|las|the|todos?|todas?|all)\\b)${NAMES})`,
    ),
  ),
  {
    pattern: form(`prefix (?<obj>.+?) with (?<text>${NAME})`),
    read: (group, clause) => void (clause.affix = { text: group('text')!, where: 'start' }),
  },
  {
    pattern: form(
      `(?:renombra|renombrar|renombres|numera|renumera|enumera|rename|number|renumber)(?: ~?(?:me|l[oa]s))? (?<obj>[^:]+?) ?(?:asi|de esta (?:forma|manera)|como|a|to|as|like this|as follows|por)?:? (?<name>${MASKED}),? (?:y |and )?${MASKED}.*`,
    ),
    read: (group, clause) => {
      if (/(?:^|[^0-9])0*1(?:\.[a-z0-9]{1,5})?$/i.test(group('name')!)) clause.newName = counted(group('name')!);
    },
  },
  {
    pattern: form(
      `(?:cambia|cambiar|cambies|change)(?: ~?me)? (?<obj>(?:(?:el|la|the) )?(?:(?:archivo|file) )?${MASKED}(?: (?:de|del|en|in|on|from) .+?)?) (?:a|por|to|into) (?<name>(?:[^\\s,]+ ){0,4}?${MASKED})`,
    ),
    read: (group, clause) => {
      if (isFileName(group('name')!)) clause.newName = group('name')!;
    },
  },
  named(
    form(
      `(?:cambia|cambiar|change|rename|renombra)(?: ~?me)? (?<obj>(?:(?:el|la|the|my) )?(?:${NAME}|\\S+ folder))['’]s name (?:to|into|as) (?<name>${NAMES})`,
    ),
  ),
  named(
    form(
      `(?:${PUT}|(?:pon|pone|poner|ponga|dale|da)(?: ~?les?)?) (?:de nombre|el nombre(?: de)?|por nombre|como nombre|de titulo) (?<name>${NAMES}) (?:a|al) (?<obj>.+)`,
    ),
  ),
  named(
    form(`(?:${PUT}|da ~le) (?!${NOT_NAMES})(?<name>${NAMES}) (?:de|como|por) (?:nombre|titulo) (?:a|al) (?<obj>.+)`),
  ),
  {
    pattern: form(`${PUT} (?!${NOT_NAMES})(?<name>${NAMES}) (?:a|al) (?<obj>${A_FILE}.*|${COPY})`),
    read: putName,
  },
  {
    pattern: form(
      `(?:${PUT}|(?:llama|nombra)(?: ~le)?) (?!${NOT_NAMES})(?<name>${NAMES}) (?:a|al) (?<obj>${A_FOLDER})`,
    ),
    read: putFolderName,
  },
  named(form(`(?:call|name) (?<obj>(?:the|my) [^,;:]+? folder) (?!${OF_IT})(?:as )?(?<name>${NAMES})`)),
  named(form(`(?:call|name|title) (?<obj>${COPY}) (?!${OF_IT})(?:as )?(?<name>${NAMES})`)),
  named(
    form(
      `(?:(?:llama|nombra)(?: ~le)?|${PUT})(?: de nombre)? a (?<obj>${COPY}),? (?:de nombre )?(?!${OF_IT})(?<name>${NAMES})`,
    ),
  ),
  named(
    form(
      `(?:a (?=${MASKED}|(?:la|mi|esa|esta) )|al )(?<obj>.+?),? (?:llama|nombra|rebautiza|renombra) ~l[oa](?: a| como| por)? (?<name>${NAMES})`,
    ),
  ),
  named(form(`${PUT} (?:a|al) (?<obj>.+?) (?:de nombre|el nombre(?: de)?|por nombre) (?<name>${NAMES})`)),
  {
    pattern: form(
      `(?:a|al) (?<obj>.+?) (?:dale|${PUT})(?<said> de nombre| el nombre(?: de)?| por nombre)? (?!${NOT_NAMES})(?<name>${NAMES})`,
    ),
    read: putName,
  },
  named(
    form(`(?:give|dale|da ~le)(?: a)? (?<obj>.+?) (?:the|el) (?:new )?(?:name|nombre)(?: of| de)? (?<name>${NAMES})`),
  ),
  named(
    form(
      `(?<obj>.+?) (?:(?:ahora )?(?:se debe|se tiene que|debe|deberia|tiene que|va a|se va a) (?:llamar(?:se)?|llamar ~se)|se llame|se llamara|pase a llamarse|debe llamarse|deberia llamarse|to be (?:called|named)|(?:should|must|needs to|has to|to) be (?:called|named|renamed(?: to| as)?))(?: ahora| now)? (?<name>${NAMES})`,
    ),
  ),
  named(
    form(
      `(?:call|llama|llamar|nombra|nombrar|name)(?: ~le)?(?: al?)? (?<obj>(?:(?:the|el|la) )?(?:(?:file|folder|archivo|carpeta) )?${MASKED}) (?:as |como )?(?<name>${NAME})(?: instead| ahora| now)?`,
    ),
  ),
  named(
    form(
      `(?:llama|llamar|nombra|name|call)(?: ~?le)? (?!${NOT_NAMES})(?<name>${NAMES}) (?:a|al) (?<obj>(?:(?:la|el) )?(?:archivo |documento |foto |fichero )?${MASKED})`,
    ),
  ),
  named(
    form(
      `(?:al? )?(?<obj>${A_FILE}[^,]*?|${A_FOLDER}|${THAT_ONE}),? ?(?:(?:call|name|llama|pon) ~?(?:it|les?|lo|la)|change (?:its|the) name to) (?<name>${NAMES})`,
    ),
  ),
  named(
    form(
      `(?:call|name) (?<obj>(?:the )?(?:file )?${MASKED} (?:in|on|from) (?:(?:my|the) )?${PLACE}) (?<name>${NAMES})`,
    ),
  ),
  named(
    form(
      `(?:call|name) (?<obj>(?:the )?(?:file )?${MASKED}) (?<name>(?!to |as |with |by |and |file |folder |in |on |from )${NAMES})`,
    ),
  ),
  named(
    alone(
      `(?:(?:y|and|no|mejor|ahora|now|mas bien|rather|better|instead|actually|que|quiero|i want it),? )*(?:(?:pon|llama|nombra|da) ~les?(?: de nombre| el nombre(?: de)?| por nombre| como)|(?:se llame|llama ~l[oa]|renombra ~l[oa](?: a| como| por)?|(?:call|name) it|rename it(?: to| as)?|rename that (?:to|as)|to be called|be called))(?: mejor)?:? (?<name>${NAMES})(?: instead| mejor| better)?`,
    ),
  ),
];
