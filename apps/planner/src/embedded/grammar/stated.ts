import { spaced } from '../text/spaced.js';
import { STATES } from '../lexicon/states.js';
import { CONDITIONAL } from '../lexicon/bounds.js';
import { MASKED, type Text } from '../text/text.js';
import type { Stretch } from './stretch.js';

/**
 * "oferta.pdf ya está firmada, muévela …": what is told of one file before the order about it. How it stands is no part of
 * the order, and which one it is comes from there.
 */

const SUBJECT = `(?:(?:the|my|el|la|mi|file|archivo|document|documento) )*(?:[^\\s,;:!?]+ ){0,4}?${MASKED}`;
const NOW = '(?:(?:ya|now|already|all|finally|por fin|hoy|today|just) )*';
const STATED = spaced(
  `^\\W*(?<subject>${SUBJECT}) ${NOW}(?:esta|quedo|es|fue|ha sido|is|was|has been|got)(?: not)? ${NOW}${STATES}(?: (?:ya|now|already|today|hoy))?\\W*$`,
  '',
);
const BOUND = spaced(CONDITIONAL, '');

/** The file that a stretch tells something of, where that bounds nothing. */
export const statedIn = (text: Text, { from, to }: Stretch): Stretch | undefined => {
  const words = text.folded.slice(from, to);
  const subject =
    text.folded.slice(from, to + 1).includes('?') || BOUND.test(words)
      ? undefined
      : STATED.exec(words)?.groups?.['subject'];
  return subject === undefined ? undefined : { from, to: from + words.indexOf(subject) + subject.length };
};
