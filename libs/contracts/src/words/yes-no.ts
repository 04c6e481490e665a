/**
 * Is a whole message nothing but a yes, or nothing but a no? Decided by code, never by a model, because a yes lets a
 * plan touch files. Anything with more in it ("sí, pero sin las fotos") is neither, and goes to the planner.
 */

const YES = [
  'si',
  'claro',
  'claro que si',
  'por supuesto',
  'desde luego',
  'dale',
  'vale',
  'venga',
  'ok',
  'okay',
  'okey',
  'bueno',
  'perfecto',
  'correcto',
  'exacto',
  'adelante',
  'hazlo',
  'hacelo',
  'hagalo',
  'hazlo ya',
  'de acuerdo',
  'esta bien',
  'acepto',
  'apruebo',
  'aprobado',
  'confirmo',
  'confirmado',
  'procede',
  'yes',
  'y',
  'yep',
  'yeah',
  'sure',
  'go',
  'go ahead',
  'do it',
  'please do',
  'proceed',
  'approve',
  'approved',
  'confirm',
  'confirmed',
  'agreed',
  'sounds good',
];

const NO = [
  'no',
  'n',
  'no lo hagas',
  'no hagas nada',
  'mejor no',
  'ahora no',
  'todavia no',
  'nada',
  'cancela',
  'cancelar',
  'cancelalo',
  'rechazo',
  'rechazar',
  'rechazado',
  'dejalo',
  'dejalo asi',
  'dejalo como esta',
  'dejalos',
  'dejalas',
  'deja',
  'olvidalo',
  'detente',
  'para',
  'nope',
  'nah',
  "don't",
  'dont',
  "don't do it",
  'do not',
  'do not do it',
  'stop',
  'cancel',
  'cancel it',
  'reject',
  'rejected',
  'never mind',
  'leave it',
  'leave it alone',
  'leave it as it is',
  'leave them',
  'forget it',
  'nevermind',
  'not now',
];

/** Said beside a yes or a no without changing it. */
const POLITE = ['por favor', 'porfa', 'gracias', 'please', 'thanks', 'thank you'];

const phrase = (phrases: string[]): string => [...phrases].sort((a, b) => b.length - a.length).join('|');

const onlyOf = (phrases: string[]): RegExp =>
  new RegExp(`^(?:(?:${phrase(POLITE)}) )?(?:${phrase(phrases)})(?: (?:${phrase([...phrases, ...POLITE])}))*$`);

const ONLY_YES = onlyOf(YES);
const ONLY_NO = onlyOf(NO);
const LONGEST = 80;

const plain = (message: string): string =>
  message
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/’/g, "'")
    .toLowerCase()
    .replace(/[\s.,;:!¡¿?…]+/gu, ' ')
    .trim();

export const yesOrNo = (message: string): 'yes' | 'no' | undefined => {
  if (message.length > LONGEST || message.includes('?')) return undefined;
  const said = plain(message);
  if (ONLY_YES.test(said)) return 'yes';
  return ONLY_NO.test(said) ? 'no' : undefined;
};
