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

/** Given names by which a colleague is called; none that is a word, a month or a town as well. */
export const GIVEN_NAMES = either(
  'ana|maria|marta|laura|lucia|carmen|elena|sara|paula|andrea|patricia|sofia|isabel|cristina|raquel|silvia|beatriz|ines',
  'julia|natalia|monica|teresa|gabriela|daniela|camila|valeria|mariana|fernanda|adriana|lorena|veronica|claudia|sonia',
  'juan|jose|luis|carlos|javier|miguel|pedro|pablo|antonio|manuel|jorge|fernando|alejandro|sergio|alberto|diego|raul',
  'andres|ricardo|eduardo|roberto|rafael|enrique|daniel|david|martin|mario|oscar|ruben|hugo|ivan|gonzalo|nicolas|tomas',
  'mary|sarah|emma|kate|katie|emily|jane|susan|linda|karen|lisa|anna|anne|helen|rachel|rebecca|hannah|amy|jessica|megan',
  'martha|nicole|jennifer|michelle|olivia|chloe|lauren|priya|fatima|aisha|ellie|sophie|alice|lucy|claire|julie|fiona',
  'john|james|peter|paul|michael|mike|robert|thomas|tom|richard|andrew|steve|steven|kevin|brian|george|simon|chris',
  'matthew|matt|ben|sam|alex|adam|jack|harry|oliver|henry|joe|dave|dan|tim|nick|ahmed|omar|ravi|graham|stuart|gary',
);

export const PEOPLE = either(PROFESSIONS, KIN, TITLES);
