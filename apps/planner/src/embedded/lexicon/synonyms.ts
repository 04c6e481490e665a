/** Words for the same paper in both languages: what is looked for by one may be called by another. */
const SAME: readonly (readonly string[])[] = [
  ['factura', 'invoice', 'bill'],
  ['recibo', 'receipt'],
  ['contrato', 'contract', 'agreement'],
  ['informe', 'reporte', 'report'],
  ['presupuesto', 'budget'],
  ['cotizacion', 'quote', 'quotation'],
  ['curriculum', 'cv', 'resume', 'curriculo'],
  ['carta', 'letter'],
  ['nomina', 'payslip', 'payroll'],
  ['pasaporte', 'passport'],
  ['impuestos', 'tax', 'taxes'],
  ['luz', 'electricity'],
  ['agua', 'water'],
  ['anual', 'annual', 'yearly'],
  ['reunion', 'meeting'],
  ['acta', 'minutes'],
  ['alquiler', 'arriendo', 'rent', 'lease'],
  ['horario', 'timetable', 'schedule'],
  ['receta', 'recipe'],
];

const PLURAL = /(?<=[^s])e?s$/;

/** Other words for one; none that is not known. */
export const synonymsOf = (folded: string): readonly string[] => {
  const group = SAME.find((words) => words.some((word) => word === folded || word === folded.replace(PLURAL, '')));
  return group?.filter((word) => word !== folded && word !== folded.replace(PLURAL, '')) ?? [];
};
