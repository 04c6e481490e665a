import type { Language } from '../chat.js';
import type { ErrorCode, ErrorDetails } from '../errors.js';
import { bytes, listed, number } from './amounts.js';
import { FILE_ERROR_SENTENCES } from './file-error-sentences.js';
import { issueText } from './issue-text.js';
import { shownLocation } from './place-names.js';
import type { Sentence } from './sentence.js';
import { SERVICE_ERROR_SENTENCES } from './service-error-sentences.js';

export const ERROR_SENTENCES: Readonly<Record<ErrorCode, Sentence>> = {
  ...FILE_ERROR_SENTENCES,
  ...SERVICE_ERROR_SENTENCES,
};

/** What a person reads when something went wrong. */
export const errorText = (code: ErrorCode, language: Language, details: ErrorDetails = {}): string => {
  const [es, en] = ERROR_SENTENCES[code];
  return (language === 'es' ? es : en).replace(BLANK, (blank) => {
    const [, keys = '', size, otherwise = ''] = new RegExp(BLANK.source, 'u').exec(blank) ?? [];
    const key = keys.split(',').find((one) => details[one] !== undefined) ?? keys;
    if (key === 'issues' && Array.isArray(details[key])) return issuesText(details[key], language);
    return filled(inWords(code === 'UNKNOWN_PLACE', details[key], language), {
      language,
      otherwise,
      asBytes: size !== undefined,
    });
  });
};

/** Places are told in the person's language; every other detail is a name and stays as it is. */
const inWords = (isPlace: boolean, value: ErrorDetails[string] | undefined, language: Language): typeof value => {
  if (!isPlace) return value;
  if (typeof value === 'string') return shownLocation(value, language);
  return Array.isArray(value) ? value.map((place: string) => shownLocation(place, language)) : value;
};

const issuesText = (issues: readonly string[], language: Language): string =>
  issues.map((issue) => issueText(issue, language)).join('; ');

/** Of several details the first that is there. */
const BLANK = /\{([\w,]+)(:bytes)?\|([^}]*)\}/gu;

interface Filling {
  language: Language;
  otherwise: string;
  asBytes: boolean;
}

const filled = (value: ErrorDetails[string] | undefined, { language, otherwise, asBytes }: Filling): string => {
  if (value === undefined || value === '' || typeof value === 'boolean') return otherwise;
  if (typeof value === 'number') return asBytes ? bytes(value, language) : number(value, language);
  if (typeof value === 'string') return value;
  return value.length > 0 ? listed(value, language) : otherwise;
};
