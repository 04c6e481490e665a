import { either } from './either.js';

/** How a paper stands once it was dealt with. Folded patterns. */
const DEALT_ES = either(
  '(?:firmad|pagad|cobrad|revisad|terminad|acabad|aprobad|autorizad|cerrad|entregad|enviad|presentad|corregid|editad)[oa]',
  '(?:completad|finalizad|actualizad|vencid|caducad|anulad|aceptad|rechazad|facturad|contestad|impres|sellad)[oa]|list[oa]',
  'complet[oa]|hech[oa]|al dia',
);
const DEALT_EN = either(
  'signed|paid|done|ready|finished|complete|completed|approved|authori[sz]ed|closed|sent|submitted|reviewed|checked',
  'graded|marked|corrected|edited|updated|expired|accepted|rejected|settled|answered|final|printed|handed in|sorted out',
);

export const STATES = either(DEALT_ES, DEALT_EN);
