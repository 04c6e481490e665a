import type { Plan, Receipt } from '#contracts/plan';
import { deedOf } from '#contracts/words/participle';

/** What a tool says back to the model: JSON data, short, never over the cap. */
export const RESULT_MAX_CHARACTERS = 8000;
/** Of a page of entries a model rarely needs more than this to choose its next step. */
const ROWS = 50;
/** As many names of one job in the trash as are told of all of them. */
const TRASHED_NAMES = 20;

type Data = Record<string, unknown>;

/** `{"ok":true,…}` with control and direction-changing characters escaped, so a file name cannot draw outside its string. */
export const okResult = (reply: unknown): string => capped({ ok: true, ...(compact(reply) as Data) });

export const errorResult = (error: Data): string => capped({ error });

/** Shapes the agents' replies: plans and receipts to their facts, lists to their first rows. */
const compact = (reply: unknown): unknown => {
  if (!isData(reply)) return { result: reply };
  if (isPlan(reply)) return compactPlan(reply);
  return Object.fromEntries(Object.entries(reply).map(([key, value]) => [key, compactValue(value)]));
};

const compactValue = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.slice(0, ROWS).map(compactValue);
  if (!isData(value)) return value;
  if (isPlan(value)) return compactPlan(value);
  return isReceipt(value) ? { ...compactReceipt(value), ...inTrash(value) } : value;
};

/** The samples of a plan are names the model does not need; the person sees them in the preview. */
const compactPlan = ({ planId, machine, operation, from, to, undoOf, summary, needs }: Plan): Data => ({
  planId,
  machine,
  operation,
  from,
  to,
  undoOf,
  summary: withoutZeros(summary),
  needs,
  next: 'Nothing has changed yet. Call commit to ask for the go-ahead.',
});

export const compactReceipt = (receipt: Receipt & { undoneBy?: string }): Data => {
  const { planId, machine, operation, status, from, to, total, done, skipped, stale, failed } = receipt;
  const counts = { total, done, ...withoutZeros({ skipped, stale, failed, newFolders: receipt.newFolders }) };
  const did = deedOf(receipt);
  const deed = { planId, machine, operation, ...(did !== operation && { did }) };
  return { ...deed, status, from, to, ...counts, undoable: receipt.undoable, undoneBy: receipt.undoneBy };
};

/** Only the history still knows the names of what is in the trash, and people ask for them. */
const inTrash = ({ operation, undoable, entries }: Receipt): Data =>
  operation === 'trash' && undoable
    ? { entries: entries.slice(0, TRASHED_NAMES).map(({ from, result }) => ({ from, result })) }
    : {};

const withoutZeros = (counts: Record<string, number>): Data =>
  Object.fromEntries(Object.entries(counts).filter(([key, value]) => value !== 0 || key === 'entries'));

/** Over the cap, the longest list or text is halved until it fits, and the result says so. */
const capped = (data: Data): string => {
  let text = escaped(JSON.stringify(data));
  let current = data;
  for (let rounds = 0; text.length > RESULT_MAX_CHARACTERS && rounds < 40; rounds += 1) {
    current = { ...halved(current), cut: 'Only part is shown; ask for a narrower selection or the next page.' };
    text = escaped(JSON.stringify(current));
  }
  return text.length <= RESULT_MAX_CHARACTERS
    ? text
    : '{"ok":true,"cut":"Too much to show; ask for a narrower selection."}';
};

const halved = (data: Data): Data => {
  const [key, value] = Object.entries(data).reduce((a, b) => (sizeOf(b[1]) > sizeOf(a[1]) ? b : a));
  if (Array.isArray(value) || typeof value === 'string') return { ...data, [key]: value.slice(0, value.length >> 1) };
  return isData(value) ? { ...data, [key]: halved(value) } : data;
};

const sizeOf = (value: unknown): number => (typeof value === 'number' ? 0 : (JSON.stringify(value)?.length ?? 0));

/** Characters that hide or turn text: delete and C1 controls, soft hyphen, zero-width, bidi, line separators, tags. */
const UNSAFE = /[\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]|[\u{e0000}-\u{e007f}]/gu;

const escaped = (json: string): string =>
  json.replace(UNSAFE, (character) =>
    Array.from(
      { length: character.length },
      (_, at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`,
    ).join(''),
  );

const isData = (value: unknown): value is Data => typeof value === 'object' && value !== null && !Array.isArray(value);
const isPlan = (value: object): value is Plan => 'planId' in value && 'hash' in value && 'summary' in value;
const isReceipt = (value: object): value is Receipt => 'planId' in value && 'done' in value && 'status' in value;
