const VALUES: Readonly<Record<string, number>> = {
  un: 1,
  uno: 1,
  una: 1,
  one: 1,
  a: 1,
  an: 1,
  dos: 2,
  two: 2,
  tres: 3,
  three: 3,
  cuatro: 4,
  four: 4,
  cinco: 5,
  five: 5,
  seis: 6,
  six: 6,
  siete: 7,
  seven: 7,
  ocho: 8,
  eight: 8,
  nueve: 9,
  nine: 9,
  diez: 10,
  ten: 10,
  once: 11,
  eleven: 11,
  doce: 12,
  twelve: 12,
  quince: 15,
  fifteen: 15,
  veinte: 20,
  twenty: 20,
  treinta: 30,
  thirty: 30,
  cuarenta: 40,
  forty: 40,
  cincuenta: 50,
  fifty: 50,
  sesenta: 60,
  sixty: 60,
  noventa: 90,
  ninety: 90,
  cien: 100,
  hundred: 100,
  'un par de': 2,
  'a couple of': 2,
  'a couple': 2,
  'a hundred': 100,
  medio: 0.5,
  media: 0.5,
  'half a': 0.5,
  'una docena de': 12,
  'a dozen': 12,
};

const SPOKEN = Object.keys(VALUES)
  .sort((a, b) => b.length - a.length)
  .join('|');

/** Folded pattern of a number: digits with either decimal sign, or a word. */
export const NUMBER = `(?:\\d+(?:[.,]\\d+)?|${SPOKEN})`;

/** "1.500" is fifteen hundred and "1.5" is one and a half: three digits after the sign mean thousands. */
export const numberOf = (word: string): number => {
  const spoken = VALUES[word.replace(/\s+/g, ' ')];
  if (spoken !== undefined) return spoken;
  return /^\d+[.,]\d{3}$/.test(word) ? Number(word.replace(/[.,]/, '')) : Number(word.replace(',', '.'));
};
