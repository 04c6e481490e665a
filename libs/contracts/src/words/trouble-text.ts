import type { Language } from '../chat.js';
import type { ErrorCode } from '../errors.js';
import { errorText } from './error-text.js';

/** What can befall one file of many; the page tells it beside its name. */
const TROUBLES = [
  'STALE',
  'EXISTS',
  'CONFLICT',
  'NOT_FOUND',
  'BUSY',
  'DENIED',
  'READ_ONLY',
  'NO_SPACE',
  'TOO_LARGE',
  'VERIFY_FAILED',
  'FAILED',
  'CANCELLED',
] as const satisfies readonly ErrorCode[];

/** `trouble-NO_SPACE`: the sentence, for each of them. */
export const troublesIn = (language: Language): Record<string, string> =>
  Object.fromEntries(TROUBLES.map((code) => [`trouble-${code}`, errorText(code, language)]));
