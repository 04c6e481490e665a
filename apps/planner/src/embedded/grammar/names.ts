import { words, type Cursor } from '../text/cursor.js';
import type { Span } from '../text/protect.js';
import { MASKED } from '../text/text.js';
import { isVocabulary } from './vocabulary.js';

const WORD = new RegExp(`(?:${MASKED}|[^\\s,.;:!?¿¡()~]+(?:[.'’][^\\s,.;:!?¿¡()~]+)*)`, 'y');

/** Where an introduced name ends although no lexicon word need follow: a new phrase begins. */
const NAME_STOP = words(
  'en|dentro|adentro|in|inside|into|on|onto|under|within|a|al|to|para|con|with|que|that|where|donde|desde|from|por|y|and|e|then|luego|despues|porfa|please|por favor|called|llamad[oa]|pero|but|menos|excepto|ahi|alli|there|as|como|using|usando|ya|ahora|and then|i|so',
);
/** "A folder for each client": what it is for, and not what it is called. */
const PURPOSE = words('for');
const INTRODUCED = /(?:called|named|titled|name|names|as|to|:|llamad[oa]s?|nombre|llame[ns]?)\s*$/;
const INTO_FILE = /^(?:de|del|of|y|and|-|_|la|el|the|con|para)\s+(?:[^\s,.;:!?]+\s+)?[\ue000-\uf7ff]/;

/** One masked name on its own: quoted, a file name, a pattern or a path. */
export const eatMasked = (cursor: Cursor): string | undefined => {
  const start = cursor.at;
  const match = cursor.look(new RegExp(MASKED, 'y'));
  if (!match) return undefined;
  cursor.moveTo(start + match[0].length);
  return cursor.raw(start, start + match[0].length).trim();
};

const eatWord = (cursor: Cursor): number | undefined => {
  const match = cursor.look(WORD);
  if (!match) return undefined;
  const end = cursor.at + match[0].length;
  cursor.moveTo(end);
  return end;
};

/**
 * A name after "llamada", "called": everything up to the next phrase, lexicon words included. "de" belongs to it unless a
 * place follows, which `stops` decides.
 */
export const eatIntroducedName = (cursor: Cursor, stops: (cursor: Cursor) => boolean): string | undefined => {
  const masked = eatMasked(cursor);
  if (masked !== undefined) return masked;
  const start = cursor.at;
  let end: number | undefined;
  while (!cursor.done && !stops(cursor)) {
    if (beginsPhrase(cursor, end === undefined)) break;
    const gap = end === undefined ? '' : cursor.text.folded.slice(end, cursor.at);
    if (end !== undefined && /[,.;:!?()]/.test(cursor.text.folded.slice(end, end + 1)) && gap !== '') break;
    const next = eatWord(cursor);
    if (next === undefined) break;
    end = next;
  }
  return end === undefined ? undefined : cursor.raw(start, end);
};

const beginsPhrase = (cursor: Cursor, isFirst: boolean): boolean =>
  (cursor.look(NAME_STOP) ?? (isFirst && !INTRODUCED.test(cursor.before) ? cursor.look(PURPOSE) : undefined)) !==
    undefined &&
  !isInitial(cursor) &&
  !(isFirst && isCapitalWord(cursor));

/** "called For the auditor": a capital right after the word for a name begins it. */
const isCapitalWord = (cursor: Cursor): boolean =>
  cursor.at > 0 && /^\p{Lu}\p{Ll}+ \p{L}/u.test(cursor.text.raw.slice(cursor.at, cursor.end));

/** "carpetas A y B": one capital letter is a name, not the preposition. */
const isInitial = (cursor: Cursor): boolean =>
  /^[A-Z](?=[\s,.]|$)/.test(cursor.text.raw.slice(cursor.at, cursor.at + 2));

/** A name nobody introduced: a run of words outside the vocabulary, possibly ending in a file name. */
export const eatBareName = (cursor: Cursor, allowFirst = false): string | undefined => {
  const start = cursor.at;
  let end: number | undefined;
  while (!cursor.done) {
    const word = cursor.look(WORD)?.[0];
    const span = word === undefined ? undefined : cursor.span(cursor.at, cursor.at + word.length);
    if (word === undefined || !belongs(cursor, { word, span, start, end, allowFirst })) break;
    end = cursor.at + word.length;
    cursor.moveTo(end);
    if (span || /[,.;:!?]/.test(cursor.text.folded[end] ?? '')) break;
  }
  return end === undefined ? undefined : trimName(cursor.raw(start, end));
};

const AFTER_NOUN = words('(?:nuev[oa]|viej[oa]|antigu[oa]|reciente|grande|pasad[oa])s?');
const isPlural = (word: string): boolean => word.endsWith('s');

/** "a obra nueva", "la carpeta facturas viejas": what a folder is called may end with an adjective that agrees. */
export const eatFolderWords = (cursor: Cursor, allowFirst: boolean): string | undefined => {
  const start = cursor.at;
  const name = eatBareName(cursor, allowFirst);
  const adjective = name === undefined || /[,.]\s*$/.test(cursor.before) ? undefined : cursor.look(AFTER_NOUN)?.[0];
  if (name === undefined || adjective === undefined || isPlural(adjective) !== isPlural(name)) return name;
  const end = cursor.at + adjective.length;
  cursor.moveTo(end);
  return cursor.raw(start, end);
};

interface NextWord {
  readonly word: string;
  readonly span: Span | undefined;
  /** Where the name begins, and where what was read of it ends. */
  readonly start: number;
  readonly end: number | undefined;
  readonly allowFirst: boolean;
}

/** "Year 5 timetable.docx": in the middle of a sentence a capital begins a name. */
const isCapital = (cursor: Cursor): boolean => cursor.at > 0 && /^\p{Lu}/u.test(cursor.text.raw.slice(cursor.at));

/** "a Obra Nueva", "in New Clients": in the middle of a sentence words with capitals are one name, known words or not. */
const isOfTitle = (cursor: Cursor, start: number, end: number | undefined): boolean => {
  const { raw } = cursor.text;
  if (start === 0 || !isCapital(cursor)) return false;
  if (end === undefined) return TITLE.test(raw.slice(start, cursor.end)) && cursor.look(ADJECTIVE) !== undefined;
  const isWithin = raw.slice(end, cursor.at) === ' ' && /^\p{Lu}/u.test(raw.slice(start));
  return isWithin && (cursor.look(ADJECTIVE) ?? cursor.look(KIND)) !== undefined;
};
const TITLE = /^\p{Lu}[\p{Ll}\d]*(?: (?:\p{Lu}[\p{Ll}\d]*|\d+)(?![\p{L}\d.]))+/u;
/** Words that say of files which ones are meant, and are as often a part of what folders are called. */
const ADJECTIVE = words(
  'nuev[oa]s?|viej[oa]s?|antigu[oa]s?|grandes?|recientes?|pasad[oa]s?|ultim[oa]s?|new|old|big|recent|last|past|whole|empty|vaci[oa]s?|years?|anos?|months?|mes(?:es)?|semanas?|weeks?|dias?|days?|list|lista|stuff|things|cosas|nombres?|names?|orders?|hoy|today|laptop|pc|computer|compu|computadora|ordenador',
);
/** Kinds of files: "Site Photos", "Client Documents". */
const KIND = words(
  'photos?|pictures?|images?|documents?|videos?|music|songs?|fotos?|imagenes|documentos?|musica|canciones|downloads|descargas',
);
const NOUN_OF_FILE =
  /^(?:lista|orden|copia|plan|nota|carta|acta|hoja|resumen|list|order|copy|note)s?\s+(?:de|of)\s+(?:[^\s,.;:!?\ue000-\uf8ff]+\s+){0,2}[\ue000-\uf7ff]/;
const LEADS_TO_FILE = /^[^\s,.;:!?]+\s+(?:[^\s,.;:!?\ue000-\uf8ff]+\s+){0,2}[\ue000-\uf7ff]/;

export const beginsFileName = (cursor: Cursor): boolean =>
  (cursor.at > 0 && NOUN_OF_FILE.test(cursor.rest)) || (isCapital(cursor) && LEADS_TO_FILE.test(cursor.rest));

const belongs = (cursor: Cursor, { word, span, end, start, allowFirst }: NextWord): boolean => {
  if (span) return span.kind === 'file' || end === undefined;
  if (isOfTitle(cursor, start, end)) return true;
  if (end === undefined && beginsFileName(cursor)) return true;
  return !isVocabulary(word) || (allowFirst && end === undefined) || continues(cursor, end);
};

/** "notas de reunión.txt": lexicon words stay inside a name that goes on to a file name right after them. */
const continues = (cursor: Cursor, end: number | undefined): boolean => {
  const ahead = end === undefined ? null : INTO_FILE.exec(cursor.rest);
  const at = ahead ? cursor.at + ahead[0].length - 1 : -1;
  return cursor.text.spans.some((span) => span.start === at && span.kind === 'file');
};

const trimName = (name: string): string => name.replace(/[\s\-–]+$/, '').trim();
