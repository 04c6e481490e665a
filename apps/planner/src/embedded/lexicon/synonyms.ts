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

/** A word and what it may be the plural of: "invoices", "reuniones". */
const formsOf = (folded: string): string[] => [folded, folded.replace(/s$/, ''), folded.replace(/es$/, '')];

/** Other words for one; none that is not known. */
export const synonymsOf = (folded: string): readonly string[] => {
  const forms = formsOf(folded);
  const group = SAME.find((words) => words.some((word) => forms.includes(word)));
  return group?.filter((word) => !forms.includes(word)) ?? [];
};
