const MARKS = /\p{M}/gu;

/** One character without case and accents, kept at one code unit so that offsets into the raw text stay true. */
const foldCharacter = (character: string): string => {
  const plain = character.normalize('NFD').replace(MARKS, '').toLowerCase();
  return plain.length === character.length ? plain : character;
};

/** Lower case, no accents, same length as the NFC text it came from. */
export const foldText = (nfc: string): string => Array.from(nfc, foldCharacter).join('');

/** Folded form for comparing names: length does not matter here. */
export const foldName = (name: string): string => name.normalize('NFD').replace(MARKS, '').toLowerCase().trim();
