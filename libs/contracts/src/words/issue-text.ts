import type { Language } from '../chat.js';
import { ISSUE_SENTENCES, type IssueKind } from './issue-sentences.js';

/** `select.depth: at-most 64` */
const ISSUE = /^(.*?): ([a-z-]+)(?: (.+))?$/su;

/** What a person reads of one issue; one that another version of Ordena wrote stays as it is. */
export const issueText = (issue: string, language: Language): string => {
  const [, field = '', kind = '', accepted = ''] = ISSUE.exec(issue) ?? [];
  if (!isKind(kind)) return issue;
  const [es, en] = ISSUE_SENTENCES[kind];
  const words = { field: fieldText(field, language), or: either(accepted, language) };
  return (language === 'es' ? es : en).replace(/\{(field|or)\}/gu, (_, word: keyof typeof words) => words[word]);
};

const isKind = (word: string): word is IssueKind => Object.hasOwn(ISSUE_SENTENCES, word);

const fieldText = (field: string, language: Language): string => {
  if (field === WHOLE) return language === 'es' ? 'la petición' : 'the request';
  return language === 'es' ? `«${field}»` : `“${field}”`;
};

/** The request itself, and no field of it. */
export const WHOLE = 'body';

const either = (accepted: string, language: Language): string =>
  new Intl.ListFormat(language, { type: 'disjunction' }).format(accepted.split(', '));
