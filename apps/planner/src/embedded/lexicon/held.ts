/** "… that I already have in pictures": words for what another folder holds as well. The folder follows; folded patterns. */

const ALREADY = '(?:already|also)';
const COPY_EN = '(?:(?:an? |the )?(?:identical |exact |same )?(?:cop(?:y|ies)|duplicates?)(?: of)?)';
const STATE_EN = `(?: (?:got|saved|stored|copied|filed|kept|duplicated|repeated|identical))?(?: ${COPY_EN})?`;
const THAT = '(?:that|which)';

const HELD_EN = [
  `(?:(?:${THAT}|what) )?(?:i|we) ${ALREADY} (?:have|had|keep|own|saved|stored|filed)${STATE_EN}`,
  `(?:(?:${THAT}|what) )?(?:i|we) have ${ALREADY}${STATE_EN}`,
  `(?:(?:${THAT}|what) )?(?:i|we) have(?: got)? ${COPY_EN}`,
  `(?:${THAT}|what) (?:is|are) ${ALREADY}${STATE_EN}`,
  `(?:${THAT}|what) ${ALREADY} (?:is|are|exists?)`,
  `(?:${THAT}|what) exists? ${ALREADY}`,
  `(?:${THAT}|what) (?:has|have) ${COPY_EN}`,
  `(?:${THAT}|what) (?:is|are) (?:duplicated|repeated)`,
  `(?:${THAT}|what) (?:is|are) ${COPY_EN} (?:something|anything|files?|ones|those|what i have)`,
];
const ASKED_EN = [
  `(?:is|are) ${ALREADY}${STATE_EN}`,
  `do (?:i|we) ${ALREADY} have${STATE_EN}`,
  `do (?:i|we) have ${ALREADY}`,
];

const YA = '(?:ya|tambien)';
const QUE = '(?:(?:todo )?(?:lo|los|las) )?que';
const KEPT_ES =
  '(?:tengo|tenga|tenemos|tengamos|guardo|guarde|guardamos|esta|estan|este|esten|existen?|existan?|hay|haya|aparecen?|aparezcan?)';
const COPY_ES = '(?:(?:una )?copias?(?: identicas?| exactas?| iguale?s?)?)';
const STATE_ES = `(?: (?:guardad|copiad|repetid|duplicad|identic|archivad)[oa]s?| igual(?:es|itos?|itas?)?| tal cual| ${COPY_ES})*`;

const HELD_ES = [
  `${QUE} ${YA} (?:~?(?:l[oa]s?|me) )?${KEPT_ES}${STATE_ES}`,
  `${QUE} ${KEPT_ES} ${YA}${STATE_ES}`,
  `${QUE} (?:tienen?|tengan?|tengo|tenga|tenemos) ${COPY_ES}`,
  `de l[oa]s que (?:${YA} )?(?:tengo|tenga|tenemos|hay|haya)(?: ${YA})? ${COPY_ES}`,
  `${QUE} (?:estan?|esten?) (?:repetid|duplicad)[oa]s?`,
];
const ASKED_ES = [`${YA} ${KEPT_ES}${STATE_ES}`, `${KEPT_ES} ${YA}${STATE_ES}`];

const IN = '(?= (?:in|inside|on|under|en|dentro de) )';

export const HELD = `(?:${[...HELD_EN, ...HELD_ES].join('|')})${IN}`;
/** Said so only in a question: "which of them are already in …?" */
export const HELD_ASKED = `(?:${[...ASKED_EN, ...ASKED_ES].join('|')})${IN}`;

/** "… in pictures too": what only its end tells. */
export const HELD_TOO = `(?:${THAT} (?:(?:i|we) have(?: got)?|is|are|exists?)|${QUE} ${KEPT_ES})${IN}(?=[^,.;:?!]+ (?:too|as well|also|already|tambien|ya)(?:[,.;:?!]|$))`;

/** Behind the folder, and no part of it. */
export const HELD_TAIL = '(?: (?:too|as well|also|already|tambien|ya|please|por favor|porfa|gracias|thanks))+$';

/** "…, the exact same ones": what is compared anyway. */
export const SAME_ONES =
  '[\\s,]*(?:(?:the )?(?:exact |very |exactly the )?(?:same|identical) (?:ones|files)|(?:l[oa]s )?(?:mism[oa]s|identic[oa]s|iguales)(?: exact[oa]s)?|exactly the same)(?=\\s*(?:[.!?]|$))';

/** Where such words are about what stays, or deny it. */
export const EXCEPTING =
  "\\b(?:except|excepting|excluding|unless|but|apart|other than|besides|minus|not|no|never|nor|without|neither|instead|salvo|excepto|menos|sin|ni|nunca|sino|pero|jamas|quitando|leave|leaving|keep|keeping|deja|dejando|conserva|queda|quedate)\\b|n'?t\\b";
