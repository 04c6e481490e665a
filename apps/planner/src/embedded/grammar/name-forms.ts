import { isFileName } from '../text/file-name.js';
import { PLACE_WORDS } from '../lexicon/places.js';
import { Cursor } from '../text/cursor.js';
import { MASKED, rawOf, type Text } from '../text/text.js';
import type { Clause } from './clause.js';
import type { World } from './world.js';

/** Whole-sentence ways to speak of names and texts, where words between others are data and not language. */

const NAME = `(?:${MASKED}|[^\\s,;:!?\\ue000-\\uf8ff]+)`;
const NAMES = `(?:${MASKED}|[^,;:!?\\ue000-\\uf8ff]+?)`;
/** What is put on a file and is no name of it. */
const NOT_NAMES =
  '(?:una? |el |la |a )?(?:contrasena|clave|password|candado|llave|etiqueta|color|fondo|musica|icono|permisos?|acceso|atencion|marca|sello|fecha|titulo|prefijo|sufijo|tag|label|de nombre|el nombre|por nombre|como nombre)\\b';
const PLACE = `(?:${PLACE_WORDS.flatMap(({ words, shared }) => [words, shared ?? '(?!)']).join('|')})`;
const WISH =
  '(?:[^,.]*?\\b(?:que|want|like|to|you|porfa|favor|please|puedes|podrias|quiero|necesito|could|can)\\b,? ?)??';
const alone = (pattern: string): RegExp =>
  new RegExp(`^\\W*${pattern.replace(/ \?/g, '\\s*').replace(/ /g, '\\s+')}[\\s.!?]*$`);
const form = (pattern: string): RegExp =>
  new RegExp(`^${WISH}${pattern.replace(/ \?/g, '\\s*').replace(/ /g, '\\s+')}[\\s.!?]*$`);

interface Form {
  readonly pattern: RegExp;
  readonly read: (group: (name: string) => string | undefined, clause: Clause) => void;
}

/** "obra-1.jpg" of a list: the number counts on. */
const counted = (first: string): string => `${first.replace(/\.[a-z0-9]{1,5}$/i, '').replace(/0*1$/, '')}{n}`;

/** "ponle acta_firmada a acta.pdf" names it; "ponle brillo a foto.jpg" asks for something else. */
const putName: Form['read'] = (group, clause) => {
  const name = group('name')!;
  const isName = group('said') !== undefined || /[\p{Lu}\d_."-]/u.test(name) || sharesWord(name, group('obj') ?? '');
  if (isName) clause.newName = name;
};
const sharesWord = (name: string, object: string): boolean =>
  name.split(/[\s_.-]+/).some((word) => word.length > 3 && object.toLowerCase().includes(word.toLowerCase()));

const FORMS: readonly Form[] = [
  {
    pattern: alone(
      `(?:(?:y|and|no|mejor|ahora|now|mas bien|rather|better|instead|actually|que|quiero|i want it),? )*(?:(?:pon|llama|nombra|da) ~les?(?: de nombre| el nombre(?: de)?| por nombre| como)|(?:se llame|llama ~l[oa]|renombra ~l[oa](?: a| como| por)?|(?:call|name) it|rename it(?: to| as)?|rename that (?:to|as)|to be called|be called))(?: mejor)?:? (?<name>${NAMES})(?: instead| mejor| better)?`,
    ),
    read: (group, clause) => void (clause.newName = group('name')!),
  },
  {
    pattern: form(
      `(?:a|al) (?<obj>.+?),? (?:cambia|cambiar|cambies|modifica) ~le el nombre (?:a|por) (?<name>${NAMES})`,
    ),
    read: (group, clause) => void (clause.newName = group('name')!),
  },
  {
    pattern: form(
      `(?:(?:cambia|cambiar|cambies|modifica) ~?le el nombre (?:a|al|de|del)|(?:change|edit) the name of|renombra|rename) (?<obj>.+?),? (?:y |and )?(?:pon ~les?(?: de nombre)?|llama ~l[oa]|que se llame|call it|name it) (?<name>${NAMES})`,
    ),
    read: (group, clause) => void (clause.newName = group('name')!),
  },
  {
    pattern: alone(
      `(?:(?:y|and|ahora|now),? )*(?:cambia|cambiar|cambies|change)(?: ~le)? (?:el nombre|its name|the name) (?:a|por|to) (?<name>(?!${MASKED}|(?:el|la|los|las|the|todos?|todas?|all)\\b)${NAMES})`,
    ),
    read: (group, clause) => void (clause.newName = group('name')!),
  },
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
  {
    pattern: form(
      `(?:cambia|cambiar|change|rename|renombra)(?: ~?me)? (?<obj>(?:(?:el|la|the|my) )?(?:${NAME}|\\S+ folder))['’]s name (?:to|into|as) (?<name>${NAMES})`,
    ),
    read: (group, clause) => void (clause.newName = group('name')!),
  },
  {
    pattern: form(
      `(?:pon|pone|poner|ponga|dale|da)(?: ~?(?:le|les))? (?:de nombre|el nombre(?: de)?|por nombre|como nombre|de titulo) (?<name>${NAMES}) (?:a|al) (?<obj>.+)`,
    ),
    read: (group, clause) => void (clause.newName = group('name')!),
  },
  {
    pattern: form(
      `(?:pon|pone|ponga) ~les? (?!${NOT_NAMES})(?<name>${NAMES}) (?:a|al) (?<obj>(?:(?:la|el) )?(?:archivo |documento |foto )?${MASKED}.*)`,
    ),
    read: putName,
  },
  {
    pattern: form(
      `(?:pon|pone|ponga) ~les? (?:a|al) (?<obj>.+?) (?:de nombre|el nombre(?: de)?|por nombre) (?<name>${NAMES})`,
    ),
    read: (group, clause) => void (clause.newName = group('name')!),
  },
  {
    pattern: form(
      `(?:a|al) (?<obj>.+?) (?:pon|pone|ponga|dale) ?~le(?<said> de nombre| el nombre(?: de)?| por nombre)? (?!${NOT_NAMES})(?<name>${NAMES})`,
    ),
    read: putName,
  },
  {
    pattern: form(
      `(?:give|dale|da ~le)(?: a)? (?<obj>.+?) (?:the|el) (?:new )?(?:name|nombre)(?: of| de)? (?<name>${NAMES})`,
    ),
    read: (group, clause) => void (clause.newName = group('name')!),
  },
  {
    pattern: form(
      `(?<obj>.+?) (?:(?:ahora )?(?:se debe|se tiene que|debe|deberia|tiene que|va a|se va a) (?:llamar(?:se)?|llamar ~se)|se llame|se llamara|pase a llamarse|debe llamarse|deberia llamarse|to be (?:called|named)|(?:should|must|needs to|has to|to) be (?:called|named|renamed(?: to| as)?))(?: ahora| now)? (?<name>${NAMES})`,
    ),
    read: (group, clause) => void (clause.newName = group('name')!),
  },
  {
    pattern: form(
      `(?:call|llama|llamar|nombra|nombrar|name)(?: ~le)?(?: al?)? (?<obj>(?:(?:the|el|la) )?(?:(?:file|folder|archivo|carpeta) )?${MASKED}) (?:as |como )?(?<name>${NAME})(?: instead| ahora| now)?`,
    ),
    read: (group, clause) => void (clause.newName = group('name')!),
  },
  {
    pattern: form(
      `(?:llama|llamar|nombra|pon ~le|name|call)(?: ~?le)? (?!${NOT_NAMES})(?<name>${NAMES}) (?:a|al) (?<obj>(?:(?:la|el) )?(?:archivo |documento |foto |fichero )?${MASKED})`,
    ),
    read: (group, clause) => void (clause.newName = group('name')!),
  },
  {
    pattern: form(
      `(?<obj>(?:(?:el|la|the|al?) )?(?:(?:file|archivo) )?${MASKED}[^,]*?), ?(?:call|name|llama|pon) ~?(?:it|les?|lo|la) (?<name>${NAMES})`,
    ),
    read: (group, clause) => void (clause.newName = group('name')!),
  },
  {
    pattern: form(
      `(?:call|name) (?<obj>(?:the )?(?:file )?${MASKED} (?:in|on|from) (?:(?:my|the) )?${PLACE}) (?<name>${NAMES})`,
    ),
    read: (group, clause) => void (clause.newName = group('name')!),
  },
  {
    pattern: form(
      `(?:call|name) (?<obj>(?:the )?(?:file )?${MASKED}) (?<name>(?!to |as |with |by |and |file |folder |in |on |from )${NAMES})`,
    ),
    read: (group, clause) => void (clause.newName = group('name')!),
  },
];

/** "una carpeta que se llame X" is about a new one, not about a new name. */
const MAKING =
  /\b(?:una?|nuev[oa]|new|another|otra?|an?)\s+(?:nuev[oa] |new )?(?:sub)?(?:carpeta|folder|archivo|file|nota|note|directorio)\b|\b(?:cre[ae]\w*|haz|hag\w+|make|create|add)\s+(?:~?me\s+)?(?:una|otra|one|another)\b/;

/** "the folder New folder": what new folders are called until somebody names them. */
const CALLED_NEW = /(?:carpeta|folder)\s+(?:New|Nueva)\s/;

interface FormReading {
  /** What the change is about, still to be read as a noun phrase. */
  readonly object: { readonly from: number; readonly to: number } | undefined;
  readonly change: Pick<Clause, 'newName' | 'affix'>;
}

const stretchOf = (match: RegExpExecArray, name: string): { from: number; to: number } | undefined => {
  const value = match.groups?.[name];
  if (value === undefined) return undefined;
  const at = (match as RegExpExecArray & { indices: { groups: Record<string, [number, number]> } }).indices.groups[
    name
  ]!;
  return { from: at[0], to: at[1] };
};

/** A sentence about names, if it is one of the forms above. */
export const readNameForm = (text: Text, _world: World): FormReading | undefined => {
  for (const { pattern, read } of FORMS) {
    const match = new RegExp(pattern.source, 'd').exec(text.folded);
    if (!match) continue;
    const change: Partial<Clause> = {};
    const group = (name: string): string | undefined => {
      const stretch = stretchOf(match, name);
      return stretch && rawOf(text, stretch.from, stretch.to);
    };
    read(group, change as Clause);
    if (
      Object.keys(change).length === 0 ||
      (MAKING.test(match.groups?.['obj'] ?? '') && !CALLED_NEW.test(group('obj')!))
    )
      continue;
    return { object: stretchOf(match, 'obj'), change };
  }
  return undefined;
};

export const cursorOn = (text: Text, stretch: { from: number; to: number }): Cursor =>
  new Cursor(text, stretch.from, stretch.to);
