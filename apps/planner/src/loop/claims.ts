import { fold } from '#contracts/words/language';

/** Words that say a change has happened, in the ways models say it. */
const CLAIMS = [
  /\b(?:he|hemos|han|fue|fueron|ha sido|han sido|quedo|quedaron|ya)\s+(?:\w+\s+){0,2}(?:movid|copiad|borrad|eliminad|cread|renombrad|organizad|ordenad|puest|escrit|guardad|enviad|pasad)/,
  /\b(?:movi|copie|borre|elimine|cree|renombre|organice|ordene|puse|escribi|guarde|envie|pase)\b/,
  /\b(?:i|i've|we|we've|have|has|was|were|been|successfully)\s+(?:\w+\s+){0,2}(?:moved|copied|deleted|removed|created|renamed|organi[sz]ed|trashed|put|written|saved|tidied)\b/,
  /^(?:listo|hecho|done|all set|all done)\b/,
];

/** Does this text claim that files changed? Without a receipt the person is then told that nothing did. */
export const claimsChange = (words: string): boolean => {
  const text = fold(words).trim();
  return CLAIMS.some((claim) => claim.test(text));
};
