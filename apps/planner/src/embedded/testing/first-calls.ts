import { detectLanguage } from '#contracts/words/language';
import type { Facts } from '../../facts.js';
import type { Call, Round } from '../act/job.js';
import { answer } from '../answer.js';

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

/** What the planner does until its first write, question or last words, in a world where lookups find nothing. */
export const firstMove = (sentence: string, more: Partial<Facts> = {}): readonly Call[] | string => {
  const facts = factsFor(sentence, more);
  const rounds: Round[] = [];
  for (;;) {
    const reply = answer({ facts, sentence, rounds, stream: false });
    if ('content' in reply) return reply.content;
    if (
      reply.calls.some(
        ({ name, args }) => name !== 'find' || (args['select'] as { hidden?: boolean } | undefined)?.hidden !== false,
      )
    )
      return reply.calls;
    const totals = { entries: 0, files: 0, folders: 0, bytes: 0 };
    rounds.push({ calls: reply.calls, results: reply.calls.map(() => ({ ok: true, entries: [], totals })) });
  }
};
