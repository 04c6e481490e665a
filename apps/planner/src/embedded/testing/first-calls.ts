import { detectLanguage } from '#contracts/words/language';
import type { Select } from '#contracts/selection';
import type { Facts } from '../../facts.js';
import type { Call, Round } from '../act/job.js';
import { answer } from '../answer.js';
import { foldName } from '../text/fold.js';

export const factsFor = (sentence: string, more: Partial<Facts> = {}): Facts => ({
  now: '2026-11-18T12:00:00+00:00',
  timeZone: 'UTC',
  language: detectLanguage(sentence) ?? 'es',
  machines: [
    {
      id: 'pc1',
      name: 'Oficina',
      online: true,
      places: ['desktop', 'documents', 'downloads', 'pictures', 'music', 'videos'],
    },
  ],
  defaultMachine: 'pc1',
  deeds: [],
  ...more,
});

const globFits = (glob: string, name: string): boolean => {
  const pattern = foldName(glob)
    .replace(/[.+^$()|[\]\\]/g, '\\$&')
    .replace(/\*/g, '.*')
    .replace(/\?/g, '.');
  return new RegExp(`^${pattern}$`).test(foldName(name));
};

const isLookup = ({ name, args }: Call): boolean =>
  name === 'find' && (args['select'] as Select | undefined)?.hidden === false;

/** What a lookup finds among files that are told by their locations; a location ending in `/` is a folder. */
export const foundBy = ({ args }: Call, there: readonly string[]) => {
  const select = args['select'] as Select;
  const entries = there
    .map((path) => ({ location: path.replace(/\/$/, ''), kind: path.endsWith('/') ? 'folder' : 'file' }))
    .filter(({ location }) => location.startsWith(`${String(args['in'])}/`))
    .map((entry) => ({ ...entry, name: entry.location.split('/').at(-1)!, size: 1, modified: '2026-11-01T00:00:00Z' }))
    .filter(({ kind, name }) => {
      const isKind = select.kind === 'any' || (select.kind ?? 'file') === kind;
      return isKind && (select.names ?? ['*']).some((glob) => globFits(glob, name));
    });
  const totals = { entries: entries.length, files: entries.length, folders: 0, bytes: entries.length };
  return { ok: true, entries, totals };
};

/** What the planner does until its first write, question or last words, in a world where lookups find only these files. */
export const firstMoveAmong = (
  there: readonly string[],
  sentence: string,
  more: Partial<Facts> = {},
): readonly Call[] | string => {
  const facts = factsFor(sentence, more);
  const rounds: Round[] = [];
  for (;;) {
    const reply = answer({ facts, sentence, rounds, stream: false });
    if ('content' in reply) return reply.content;
    if (!reply.calls.every(isLookup)) return reply.calls;
    rounds.push({ calls: reply.calls, results: reply.calls.map((call) => foundBy(call, there)) });
  }
};

/** What the planner says in the end of a question, in a world where nothing but these files is found. */
export const lastWordsAmong = (there: readonly string[], sentence: string, more: Partial<Facts> = {}): string => {
  const facts = factsFor(sentence, more);
  const rounds: Round[] = [];
  for (;;) {
    const reply = answer({ facts, sentence, rounds, stream: false });
    if ('content' in reply) return reply.content;
    const results = reply.calls.map((call) => (call.name === 'find' ? foundBy(call, there) : { ok: true }));
    rounds.push({ calls: reply.calls, results });
  }
};

/** The same in a world where lookups find nothing. */
export const firstMove = (sentence: string, more: Partial<Facts> = {}): readonly Call[] | string =>
  firstMoveAmong([], sentence, more);
