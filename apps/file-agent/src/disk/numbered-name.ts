import { NAME_MAX_BYTES, nameBytes } from './name.js';

const split = (name: string): { stem: string; ext: string } => {
  const dot = name.lastIndexOf('.');
  return dot > 0 ? { stem: name.slice(0, dot), ext: name.slice(dot) } : { stem: name, ext: '' };
};

/** The longest character. */
const CHAR_BYTES = 4;

/** Whole characters at a time. */
const cutTo = (stem: string, tail: string): string => {
  const chars = Array.from(stem);
  while (nameBytes(chars.join('') + tail) > NAME_MAX_BYTES) chars.pop();
  return chars.join('') + tail;
};

/**
 * `report.pdf`, 2 → `report (2).pdf`. A name too long for the number loses the end of its stem, or, where what is behind
 * the dot fills it, its own end: there is always a name that the disk takes.
 */
export const numberedName = (name: string, number: number): string => {
  const { stem, ext } = split(name);
  const tail = ` (${number})${ext}`;
  return nameBytes(tail) + CHAR_BYTES <= NAME_MAX_BYTES ? cutTo(stem, tail) : cutTo(name, ` (${number})`);
};
