/*
 * What people say around an order and what changes nothing about it, taken off before the sentence is cut into orders:
 * greetings, the assistant's own name, "go ahead and".
 */

const GREETING =
  '(?:(?:hi|hello|hey) (?:there|all|team|again)|hiya|howdy|[aá]ndale|[oó]rale|hola+|buenas|buen(?:os)? d[ií]as?|buenas (?:tardes|noches)|oye|oiga|oí|che|ey|hey|hi|hello|(?:good )?(?:morning|afternoon|evening)|disculp(?:a|e) la molestia|perd[oó]n(?:a)? (?:por )?la molestia|sorry to bother you|disculpa|perd[oó]n|sorry|excuse me|mira|ok(?:ay|ey)?|bueno|vale|dale|listo|a ver|alright|well|right|so|yo|mae|parce|wey|güey|bro|amig[oa]|compa|por favor|porfa|please|una cosa|quick (?:one|question|favou?r)|hazme un favor|do me a favou?r|un favor(?:cito)?|necesito ayuda|i need (?:some )?help|can you help(?: me)?(?: out)?|me ayudas|ayúdame|otra cosa|one more thing|(?:¿|¿ )?te molesto|(?:¿|¿ )?est[aá]s ah[ií]|you there|c[oó]mo est[aá]s|how are you|qu[eé] tal|todo bien)';
const NAME = '(?:ordena|asistente|assistant|computer)';
const PUNCTUATION = '[\\s,.;:!?¡¿-]';
const LEAD = new RegExp(
  `^${PUNCTUATION}*(?:${GREETING}(?:[ ,]+${NAME})?|${NAME}(?=\\s*[,:!]))(?:${PUNCTUATION}*[,.;:!?-]${PUNCTUATION}*|\\s+(?=[¿¡]))(?=\\S)`,
  'iu',
);
const GO_AHEAD =
  /\b(?:(?:can|could|would|will) you )?(?:please )?(?:just )?(?:go ahead and|be a dear and|feel free to|try (?:to|and))\s+(?=\p{L})/giu;

const SHORT: readonly (readonly [RegExp, string])[] = [
  [/\b(that|it|there|what|who|where|here)['’]s\b(?! (?:name|folder|file))/giu, '$1 is'],
  [/\b(is|are|was|were|has|have|had)n['’]?t\b/giu, '$1 not'],
  [/\b(i|you|we|they)['’]ve\b/giu, '$1 have'],
  [/\b(they|you|we)['’]re\b/giu, '$1 are'],
  [/\bi['’]m\b/giu, 'i am'],
  [/\bq\b/giu, 'que'],
  [/\bxq\b/giu, 'porque'],
  [/\bx fa(vor)?\b/giu, 'por favor'],
  [/\btb\b/giu, 'también'],
  [/\s+[-–—]+\s+(?!(?:[^\s,.]+ ){0,4}\ue000)(?=\p{Ll})/gu, '; '],
  [/,\s*(?:la|el|los|las|the one|the ones)\s+((?:del?|que est[aá]n? en|in|on|from)\s+[^,]+),/giu, ' $1'],
  [/\b(it|that)['’]d be\b/giu, '$1 would be'],
];

const withoutLead = (sentence: string): string => {
  const rest = sentence.replace(LEAD, '');
  return rest === sentence ? sentence : withoutLead(rest);
};

/** The sentence with short forms written out and without what is said around the order. Names must be masked before. */
export const plainly = (sentence: string): string =>
  SHORT.reduce(
    (text, [short, long]) => text.replace(short, long),
    withoutLead(sentence.normalize('NFC')).replace(GO_AHEAD, ''),
  );
