import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ERRORS } from '#contracts/errors';
import { errorText } from '#contracts/words/error-text';
import type { ErrorCode } from '#contracts/errors';

const page = readFileSync(join(import.meta.dirname, '..', 'docs', 'errors.md'), 'utf8');
const documented = [...page.matchAll(/^\| ([A-Z_]+) \| (\d+) \| (\w+) \| (yes|no) \| (.+) \|$/gm)].map(
  ([, code, status, blame, retry, sentence]) => ({
    code,
    status: Number(status),
    blame,
    retry: retry === 'yes',
    sentence,
  }),
);

describe('docs/errors.md', () => {
  it('lists exactly the codes of the table, with their facts and sentences', () => {
    const table = Object.entries(ERRORS).map(([code, facts]) => ({
      code,
      ...facts,
      sentence: errorText(code as ErrorCode, 'en'),
    }));
    expect(documented).toEqual(table);
  });
});
