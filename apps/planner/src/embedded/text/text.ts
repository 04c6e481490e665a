import { foldText } from './fold.js';
import { protect, type Span } from './protect.js';

/** A sentence in two aligned forms: what was written, and a folded one in which names are masked. */
export interface Text {
  readonly raw: string;
  readonly folded: string;
  readonly spans: readonly Span[];
}

const MASK_FIRST = 0xe000;
const MASK_REST = '\uf8ff';

/** A masked name in a pattern: no lexicon word can match inside it. */
export const MASKED = '[\\ue000-\\uf7ff]\\uf8ff*';

const spanAt = (text: Text, at: number): Span | undefined => text.spans.find((span) => span.start === at);

/** The name behind a mask, or the words as written. */
export const rawOf = (text: Text, start: number, end: number): string => {
  const span = spanAt(text, start);
  return span && span.end === end ? span.value : text.raw.slice(start, end).trim();
};

export const isWholeSpan = (text: Text, start: number, end: number): Span | undefined => {
  const span = spanAt(text, start);
  return span?.end === end ? span : undefined;
};

/** `named`: what is a name although it is made of words of the language. */
export const readText = (sentence: string, named: readonly string[] = []): Text => {
  const raw = sentence
    .normalize('NFC')
    .replace(/[\u200b\u2060\ufeff]/g, '')
    .replace(/\s/g, ' ')
    .replace(/([?!])[?!]+(?=\s|$)/g, '$1');
  const spans = protect(raw, named);
  let folded = foldText(raw);
  spans.forEach((span, index) => {
    const mask = String.fromCharCode(MASK_FIRST + index) + MASK_REST.repeat(span.end - span.start - 1);
    folded = folded.slice(0, span.start) + mask + folded.slice(span.end);
  });
  return { raw, folded, spans };
};

/** The same text with stretches of it left out: spaces, so that offsets stay true. */
export const blanked = (text: Text, stretches: readonly { readonly from: number; readonly to: number }[]): Text => ({
  ...text,
  folded: stretches.reduce(
    (folded, { from, to }) => folded.slice(0, from) + ' '.repeat(to - from) + folded.slice(to),
    text.folded,
  ),
});

/** The sentence as it was written, without what was left out. */
export const saidOf = ({ raw, folded }: Text): string =>
  Array.from(raw.split(''), (character, at) => (folded[at] === ' ' ? ' ' : character)).join('');
