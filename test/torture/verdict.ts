/** What one part of the harness found. A control is the same test on a scheme that is known to be wrong. */
export interface Verdict {
  readonly promise: string;
  readonly what: string;
  readonly cases: number;
  readonly violations: readonly string[];
  readonly control?: { readonly what: string; readonly cases: number; readonly violations: number };
  /** Why a part could not run here. */
  readonly note?: string;
}

const short = (verdict: Verdict): string[] => [
  verdict.promise,
  verdict.what,
  String(verdict.cases),
  String(verdict.violations.length),
  verdict.control
    ? `${verdict.control.violations} of ${verdict.control.cases} (${verdict.control.what})`
    : (verdict.note ?? '-'),
];

/** One table for people: promise, what was tried, how often, violations, and what the control showed. */
export const table = (verdicts: readonly Verdict[]): string => {
  const rows = [['promise', 'tried', 'cases', 'violations', 'control'], ...verdicts.map(short)];
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
};
