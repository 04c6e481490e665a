import { either } from './either.js';

/** Whom people hand things to: no folder is called so, unless one is there. Folded patterns. */

const PROFESSIONS = either(
  'contadora?|abogad[oa]|secretari[oa]|jef[ea]|gerente|directora?|doctora?|medic[oa]|maestr[oa]|profesora?|profe',
  'ingenier[oa]|licenciad[oa]|cliente|proveedora?|alumn[oa]|companer[oa]|colega|notari[oa]|arquitect[oa]|duen[oa]',
  'asistente|recepcionista|vendedora?|caser[oa]|inquilin[oa]|asesora?|gestora?|escriban[oa]',
  'accountant|lawyer|boss|manager|secretary|doctor|teacher|client|customer|supplier|student|colleague|coworker',
  'landlord|tenant|bookkeeper|solicitor|receptionist|team|everyone|everybody|someone|assistant',
);
const KIN = either(
  'mama|papa|madre|padre|herman[oa]|hij[oa]|espos[oa]|marido|mujer|novi[oa]|ti[oa]|prim[oa]|abuel[oa]|niet[oa]|suegr[oa]',
  'amig[oa]|vecin[oa]|mom|mum|mother|dad|father|brother|sister|son|daughter|wife|husband|grandma|grandpa|aunt|uncle',
  'cousin|friend|neighbou?r|girlfriend|boyfriend',
);
const TITLES = '(?:don|dona|sra?|senora?|mrs?|ms|miss|dra?|lic|ing)\\.? \\S+';

export const PEOPLE = either(PROFESSIONS, KIN, TITLES);
