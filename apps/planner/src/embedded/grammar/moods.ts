import { foldText } from '../text/fold.js';

/*
 * Sentences that speak of a change without ordering it: advice asked for, things told, and orders taken back. Whatever else
 * is understood of them, nothing is changed.
 */

export type Mood = 'advice' | 'told' | 'cancelled';

const ADVICE =
  /(?:^|[.!?;]\s+|,\s*)(?:(?:oye|hey|so|y|pero|but|and|hmm*|mmm*)[, ]+)*(?:(?:tu )?(?:crees|piensas|te parece|opinas) (?:que|si)|deberia(?:mos)?|debo|debemos|puedo|conviene|me conviene|se pueden|es (?:seguro|buena idea|mala idea|peligroso|malo)|seria (?:malo|peligroso|buena idea)|que (?:pasa|pasaria|ocurre|sucede)|should (?:i|we)|shall (?:i|we)|may i|(?:can|could) i (?!get|have|see|ask)|is it (?:safe|ok(?:ay)?|a good idea|bad|fine)|would it be (?:safe|ok(?:ay)?|bad|wise|a good idea)|do (?:i|you think)|what (?:if|happens|would happen)|maybe|perhaps|quiza(?:s)?|tal vez|a lo mejor|creo que|i think|i guess|pienso|estoy pensando|i (?:am|was) thinking|no se si|not sure|i wonder|me pregunto|how (?:do|can|to|would|could|should|does)|como (?:muevo|borro|elimino|copio|hago|puedo|se|podria|renombro|organizo|ordeno)|por que|why|cuando fue|when did|para que sirve|what is the point|iba a|i was going to|ayer|yesterday i|if i (?:move|delete|copy|rename)|si (?:borro|muevo|elimino|copio))\b/;

const TOLD_ES =
  /(?<!(?:que|donde|cuando|como|lo que|las que|los que)\s)(?<!(?:que|donde|lo que)\s(?:yo|me|se|te|ya)\s)(?<!\p{L})(?:borr|elimin|copi|llev|mand|guard|renombr|orden|organiz|vaci|tir|cre|pas|quit|limpi)(?:é|ó|aste|aron|amos(?= ayer))(?!\p{L})|(?<!(?:que|donde|lo que)\s)(?<!\p{L})(?:moví|movió|moviste|movieron|metí|metió|metiste|hiciste|puse|puso|pusiste|hizo)(?!\p{L})|(?<!\p{L})ya (?:borre|elimine|copie|movi|pase|lleve|renombre)(?!\p{L})|(?:^|[,.]\s*)(?:ya )?(?:he|has|hemos|habia|había) (?:borrad|movid|eliminad|copiad|renombrad|ordenad|organizad)o/iu;
const TOLD_EN =
  /\b(?:i|we|he|she|they|boss|colleague|someone|somebody|you) (?:have |had |just |already |accidentally )*(?:deleted|moved|copied|renamed|removed|trashed|organi[sz]ed)\b|\bdid (?:you|i|we|he|she|they|someone|anyone) (?:already )?(?:delete|move|copy|rename|remove|trash|put|organi[sz]e|sort|create|make)\b|\bhave you (?:already )?(?:deleted|moved|copied|renamed|removed|created|sorted)\b/;

const CANCELLED =
  /(?:^|[\s,.;!?])(?:(?:pero|but|y|and|aunque)\s+)?(?:no,? (?:espera|mejor no|dejal?o|olvidal?o|wait|scratch that|never ?mind)|mejor no|(?:es|era) (?:una )?broma|olvidal?o|never ?mind|forget (?:it|that)|just kidding|jk|scratch that|(?:pero|but) (?:no ahora|not (?:now|yet|today)|todavia no|aun no|no todavia|hoy no)|mejor (?:otro dia|despues|mas tarde|luego)|wait,? no|actually,? (?:no|don'?t|do not)|espera,? no|no lo hagas|don'?t do it|do not do it)[\s.!?]*$/;

/** Said of a world that is not this one. */
const SUPPOSED =
  /^(?:por ejemplo|for (?:example|instance)|hypothetically|hipoteticamente|supon(?:gamos|te)?|imagina(?:te)?|imagine|suppose|pretend|en teoria|in theory)\b/;

const withoutQuotes = (text: string): string => text.normalize('NFC').replace(/"[^"]*"|“[^”]*”|«[^»]*»/g, ' ');
const plain = (text: string): string => foldText(text).replace(/[¿¡]/g, '').trim();

/** "… hmm, no", "… actually, leave them". */
const TAKEN_BACK =
  /[,.;:!?—–-]\s*(?:(?:hmm+|eh+|uh+|um+|bueno|pues|ah|ay|oh|wait|espera|sorry|perdon|mejor|en realidad|actually|on second thought|pensandolo bien|no)[,.\s]+)*(?:no|nop|nope|(?:que )?no,? (?:gracias|thanks))[\s.!?]*$/;
const LEFT_BE =
  /(?:[,.;:!?—–-]|\b(?:actually|en realidad|mejor|pero|but))\s*(?:(?:no|bueno|mejor|ah|actually|on second thought|en realidad|pensandolo bien)[,\s]+)*(?:deja ?l[oa]s?|leave (?:them|it|those)|keep (?:them|it|those))(?: (?:asi|ahi|there|alone|be|como estan?|donde estan?|(?:where|as|how) (?:they are|it is)|quiet[oa]s?|nomas|mejor))*[\s.!?]*$/;
const EXCEPTS = /\b(?:menos|excepto|salvo|except|but|not|sin)\b(?=.*[,.;])/;
/** "deja los pdf en paz". */
const IN_PEACE =
  /^\W*(?:por favor,? |please,? )?(?:dej\w*|leave|let)\b[^,;.]*\b(?:en paz|tranquil[oa]s?|quiet[oa]s?|in peace|alone)\b/;

/** What the words around a change make of it; undefined for an order. `said`: only what is part of the orders. */
export const moodOf = (sentence: string, said: string): Mood | undefined => {
  const whole = plain(withoutQuotes(sentence));
  if (isCancelled(whole)) return 'cancelled';
  if (SUPPOSED.test(whole)) return 'advice';
  const text = withoutQuotes(said);
  const folded = plain(text);
  if (TOLD_ES.test(text.toLowerCase()) || TOLD_EN.test(folded)) return 'told';
  return ADVICE.test(folded) ? 'advice' : undefined;
};

const isCancelled = (folded: string): boolean =>
  CANCELLED.test(folded) ||
  TAKEN_BACK.test(folded) ||
  IN_PEACE.test(folded) ||
  (LEFT_BE.test(folded) && !EXCEPTS.test(folded));
