import { NAME_MAX_BYTES, nameBytes } from './name.js';

const split = (name: string): { stem: string; ext: string } => {
  const dot = name.lastIndexOf('.');
  return dot > 0 ? { stem: name.slice(0, dot), ext: name.slice(dot) } : { stem: name, ext: '' };
};

/** `report.pdf`, 2 → `report (2).pdf`; a stem too long for the number is cut, whole characters at a time. */
export const numberedName = (name: string, number: number): string => {
  const { stem, ext } = split(name);
  const chars = Array.from(stem);
  for (;;) {
    const numbered = `${chars.join('')} (${number})${ext}`;
    if (nameBytes(numbered) <= NAME_MAX_BYTES || chars.length === 0) return numbered;
    chars.pop();
  }
};
