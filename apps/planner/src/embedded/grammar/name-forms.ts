import { Cursor } from '../text/cursor.js';
import { MASKED, rawOf, type Text } from '../text/text.js';
import type { Clause } from './clause.js';
import type { World } from './world.js';

/** Whole-sentence ways to speak of names and texts, where words between others are data and not language. */

const NAME = `(?:${MASKED}|[^\\s,;:!?\\ue000-\\uf8ff]+)`;
const NAMES = `(?:${MASKED}|[^,;:!?\\ue000-\\uf8ff]+?)`;
const IN_NAMES =
  '(?:(?:en|de|del|from|in|of) (?:todos )?(?:el|los|the|all the|sus?|their|its)? ?(?:nombres?|names?|titulos?|file ?names?)(?: de(?:l)? archivos?)?)';
const OBJECT = '(?:,? ?(?:de|del|of|en|in|from|for|a|to) (?<obj>.+))?';
/** What is put on a file and is no name of it. */
const NOT_NAMES =
  '(?:una? |el |la |a )?(?:contrasena|clave|password|candado|llave|etiqueta|color|fondo|musica|icono|permisos?|acceso|atencion|marca|sello|fecha|titulo|prefijo|sufijo|tag|label|de nombre|el nombre|por nombre|como nombre)\\b';
const LEAD = '(?:(?<lead>(?:en|in|de|del|from) [^,]+), )?';
const WISH =
  '(?:[^,.]*?\\b(?:que|want|like|to|you|porfa|favor|please|puedes|podrias|quiero|necesito|could|can)\\b,? ?)??';
const form = (pattern: string): RegExp =>
  new RegExp(`^${WISH}${pattern.replace(/ \?/g, '\\s*').replace(/ /g, '\\s+')}[\\s.!?]*$`);

interface Form {
  readonly pattern: RegExp;
  readonly read: (group: (name: string) => string | undefined, clause: Clause) => void;
}

/** "obra-1.jpg" of a list: the number counts on. */
const counted = (first: string): string => `${first.replace(/\.[a-z0-9]{1,5}$/i, '').replace(/0*1$/, '')}{n}`;

const FORMS: readonly Form[] = [
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
      `(?:cambia|cambiar|cambies|change)(?: ~?me)? (?<obj>(?:(?:el|la|the) )?(?:(?:archivo|file) )?${MASKED}) (?:a|por|to) (?<name>${MASKED})`,
    ),
    read: (group, clause) => {
      if (/\.[a-z0-9]{1,11}$/i.test(group('name')!)) clause.newName = group('name')!;
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
      `(?:pon|pone|poner|ponga|agrega|agregar|anade|anadir)(?: ~?les?)? (?<text>${NAMES}) (?:delante|antes|al principio)(?: (?:a|de|del|en)(?:l)?)? (?:(?:el |los )?nombres? (?:de|a) )?(?<obj>.+)`,
    ),
    read: (group, clause) => void (clause.affix = { text: dated(group('text')!), where: 'start' }),
  },
  {
    pattern: form(`prefix (?<obj>.+?) with (?<text>${NAME})`),
    read: (group, clause) => void (clause.affix = { text: dated(group('text')!), where: 'start' }),
  },
  {
    pattern: form(
      `(?:renombra|renombrar|renombres|numera|rename|number|call|name)(?: ~?(?:me|l[oa]s))? (?<obj>.+?) (?:como|a|to|as|por) (?<name>${NAMES})[ _-]?0*1,? (?:y |and )?[^,]*?2.*`,
    ),
    read: (group, clause) => void (clause.newName = `${group('name')!.trim()} {n}`),
  },
  {
    pattern: form(
      `${LEAD}(?:cambia|cambiar|cambies|reemplaza|reemplazar|reemplaces|sustituye|sustituir|replace|change|swap|substitute)(?: ~?me)?(?: la palabra| el texto| the word| the text)? (?<find>${NAMES}) (?:por|con|with|to|for|by)(?: la palabra| the word)? (?<with>${NAMES}) ${IN_NAMES}${OBJECT}`,
    ),
    read: (group, clause) => void (clause.replace = { find: findOf(group('find')!), with: withOf(group('with')!) }),
  },
  {
    pattern: form(
      `${LEAD}(?:quita|quitar|quites|elimina|eliminar|borra|borrar|saca|remove|delete|strip|drop)(?: ~?(?:le|les|me))?(?: la palabra| el texto| the word| the text| el prefijo| the prefix| el sufijo| the suffix)? (?<find>${NAMES}) ${IN_NAMES}${OBJECT}`,
    ),
    read: (group, clause) => void (clause.replace = { find: findOf(group('find')!), with: '' }),
  },
  {
    pattern: form(
      `${LEAD}(?:agrega|agregar|agregues|anade|anadir|anadas|pon|poner|pone|ponga|add|put|prepend|insert)(?: ~?(?:le|les|me))?(?: (?:el|the) prefi(?:jo|x)| la palabra| el texto| the word| the text)? (?<text>${NAMES}) (?:al|en el|at the|to the|a l) ?(?:principio|inicio|comienzo|beginning|start|front)(?: (?:de|del|of)(?: (?:el|los|cada|the|each|every))? ?(?:nombres?|names?|file ?names?))?${OBJECT}`,
    ),
    read: (group, clause) => void (clause.affix = { text: dated(group('text')!), where: 'start' }),
  },
  {
    pattern: form(
      `${LEAD}(?:agrega|agregar|agregues|anade|anadir|anadas|pon|poner|pone|ponga|add|put|append)(?: ~?(?:le|les|me))?(?: (?:el|the) (?:sufijo|suffix)| la palabra| el texto| the word| the text)? (?<text>${NAMES}) (?:al|en el|at the|to the) (?:final|fin|end)(?: (?:de|del|of)(?: (?:el|los|cada|the|each|every))? ?(?:nombres?|names?|file ?names?))${OBJECT}`,
    ),
    read: (group, clause) => void (clause.affix = { text: dated(group('text')!), where: 'end' }),
  },
  {
    pattern: form(
      `(?:agrega|agregar|anade|anadir|pon|poner|ponle|add|put|give)(?: ~?(?:le|les|me))? (?:el |the |a |un )?(?<which>prefijo|prefix|sufijo|suffix) (?<text>${NAME}) (?:a|al|to|en|on|de) (?<obj>.+)`,
    ),
    read: (group, clause) =>
      void (clause.affix = { text: group('text')!, where: group('which')!.startsWith('pref') ? 'start' : 'end' }),
  },
  {
    pattern: form(
      `(?:pon|pone|poner|ponga|dale|da)(?: ~?(?:le|les))? (?:de nombre|el nombre(?: de)?|por nombre|como nombre|de titulo) (?<name>${NAMES}) (?:a|al) (?<obj>.+)`,
    ),
    read: (group, clause) => void (clause.newName = group('name')!),
  },
  {
    pattern: form(`(?:pon|pone|ponga) ~les? (?!${NOT_NAMES})(?<name>${NAME}) (?:a|al) (?<obj>.+)`),
    read: (group, clause) => void (clause.newName = group('name')!),
  },
  {
    pattern: form(
      `(?:pon|pone|ponga) ~les? (?:a|al) (?<obj>.+?) (?:de nombre|el nombre(?: de)?|por nombre) (?<name>${NAMES})`,
    ),
    read: (group, clause) => void (clause.newName = group('name')!),
  },
  {
    pattern: form(
      `(?:a|al) (?<obj>.+?) (?:pon|pone|ponga|dale) ?~le(?: de nombre| el nombre(?: de)?| por nombre)? (?<name>${NAMES})`,
    ),
    read: (group, clause) => void (clause.newName = group('name')!),
  },
  {
    pattern: form(
      `(?:give|dale|da ~le)(?: a)? (?<obj>.+?) (?:the|el) (?:new )?(?:name|nombre)(?: of| de)? (?<name>${NAMES})`,
    ),
    read: (group, clause) => void (clause.newName = group('name')!),
  },
  {
    pattern: form(
      `(?<obj>.+?) (?:(?:ahora )?(?:se debe|se tiene que|debe|deberia|tiene que|va a|se va a) (?:llamar(?:se)?|llamar ~se)|se llame|se llamara|pase a llamarse|debe llamarse|deberia llamarse|to be (?:called|named)|should be (?:called|named)|be renamed(?: to)?)(?: ahora| now)? (?<name>${NAMES})`,
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
      `(?:call|name) (?<obj>(?:the )?(?:file )?${MASKED}) (?<name>(?!to |as |with |by |and |file |folder |in |on |from )${NAMES})`,
    ),
    read: (group, clause) => void (clause.newName = group('name')!),
  },
];

const SPOKEN: Readonly<Record<string, string>> = {
  espacio: ' ',
  espacios: ' ',
  'los espacios': ' ',
  space: ' ',
  spaces: ' ',
  'the spaces': ' ',
  guion: '-',
  guiones: '-',
  'guiones bajos': '_',
  'guion bajo': '_',
  underscore: '_',
  underscores: '_',
  dash: '-',
  dashes: '-',
  hyphen: '-',
  hyphens: '-',
  'los guiones': '-',
  'los guiones bajos': '_',
  nada: '',
  nothing: '',
};
const withOf = (said: string): string => SPOKEN[said.toLowerCase()] ?? said;
const findOf = withOf;
const dated = (said: string): string => (/^(?:(?:la |the )?(?:fecha|date))$/i.test(said) ? '{yyyy}-{mm}-{dd} ' : said);

/** "una carpeta que se llame X" is about a new one, not about a new name. */
const MAKING =
  /\b(?:una?|nuev[oa]|new|another|otra?|an?)\s+(?:nuev[oa] |new )?(?:sub)?(?:carpeta|folder|archivo|file|nota|note|directorio)\b/;

interface FormReading {
  /** What the change is about, still to be read as a noun phrase. */
  readonly object: { readonly from: number; readonly to: number } | undefined;
  readonly lead: { readonly from: number; readonly to: number } | undefined;
  readonly change: Pick<Clause, 'replace' | 'affix' | 'newName'>;
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
    if (Object.keys(change).length === 0 || change.replace?.find === '' || MAKING.test(match.groups?.['obj'] ?? ''))
      continue;
    return { object: stretchOf(match, 'obj'), lead: stretchOf(match, 'lead'), change };
  }
  return undefined;
};

export const cursorOn = (text: Text, stretch: { from: number; to: number }): Cursor =>
  new Cursor(text, stretch.from, stretch.to);
