import { blanked, rawOf, type Text } from '../text/text.js';
import type { Clause } from './clause.js';
import { ENDINGS } from './name-change-parts.js';
import { BEGINNINGS, CHANGES, NUMBERINGS, PLACES, type Change, type Groups } from './name-change-forms.js';
import type { Stretch } from './stretch.js';

/**
 * What becomes of names, wherever in the order it is said. What is left of the order says which names are meant, and is read
 * like any noun phrase.
 */

const WISHED =
  /^\W*que\b|\b(?:(?:quiero|quisiera|necesito|haz) que|make|want|like|need|should|deben|deberian|tienen que|have to|must)\b/;
const NAMING = /\b(?:nombres?|names?|file ?names?|titulos?|renombr\w*|renam\w*|rebautiz\w*)\b/;
const OBJECT = new RegExp(
  `\\b(?:${ENDINGS}|(?:file ?names|archivos?|files?|ficheros?|fotos?|photos?|imagenes|images|documentos?|documents?|videos?|words?|excels?|carpetas?|folders?)\\b)|[\\ue000-\\uf8ff]`,
);
/** "cambia IMG por Foto en las fotos": what is in files is not changed, so it is about their names. */
const IN_FILES =
  /\b(?:en|in|de|of|for|para|a)\s+(?:(?:todos|tod[oa]s|all|los|las|the|of|mis|my)\s+)*(?:archivos|files|ficheros|fotos|photos|images|imagenes|pdfs?|videos)\b/;

export interface NameChange {
  readonly change: Partial<Clause>;
  /** The text without the change. */
  readonly rest: Text;
}

const isMeant = ({ cued, sure }: Change, rest: string): boolean =>
  (sure === true || OBJECT.test(rest) || rest.endsWith(' nombres ')) &&
  (cued !== true || NAMING.test(rest) || IN_FILES.test(rest));

/** "ponles PB_ delante": of those that were spoken of, where that can be nothing but a part of names. */
const THEIRS =
  /^\W*(?:y |ahora |and )*p[oó]n(?:ga)? ~les (?=\S*[_\d-])\S+ (?:delante|detrás|al (?:principio|inicio|final))\W*$/iu;

const matched = (text: Text, { from, to }: Stretch, each: Change): NameChange | undefined => {
  const match = each.pattern.exec(text.folded.slice(from, to)) as (RegExpExecArray & Indices) | null;
  if (!match) return undefined;
  const rest = blanked(text, [{ from: from + match.index, to: from + match.index + match[0].length }]);
  const said = match[0].replace(/(?:nombre|name|titulo)/, ' ') === match[0] ? '' : ' nombres ';
  if (!isMeant(each, `${rest.folded.slice(from, to)}${said}`) && !THEIRS.test(rawOf(text, from, to))) return undefined;
  const group: Groups = (name) => {
    const found = match.indices.groups[name];
    return found === undefined ? '' : wordsOf(text, from + found[0], from + found[1]);
  };
  const found = each.read(group);
  return found.replace?.find === '' ? undefined : { change: found, rest };
};

/** A sign between a name and its number is no word to be trimmed. */
const wordsOf = (text: Text, from: number, to: number): string =>
  to - from === 1 && /[ _-]/.test(text.raw[from]!) ? text.raw[from]! : rawOf(text, from, to);

interface Indices {
  readonly indices: { readonly groups: Record<string, [number, number]> };
}

export const readNameChange = (text: Text, stretch: Stretch): NameChange | undefined => {
  const words = text.folded.slice(stretch.from, stretch.to);
  const isWished = WISHED.test(words);
  for (const each of [...NUMBERINGS, ...CHANGES, ...PLACES, ...(isWished ? BEGINNINGS : [])]) {
    const found = matched(text, stretch, each);
    if (found) return found;
  }
  return undefined;
};
