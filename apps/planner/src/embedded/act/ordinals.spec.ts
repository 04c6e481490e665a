import { describe, expect, it } from '@jest/globals';
import type { Deed } from '../../facts.js';
import { answer } from '../answer.js';
import { factsFor } from '../testing/first-calls.js';

const LISTED: Deed = {
  operation: 'find',
  machine: 'pc1',
  state: 'looked',
  from: 'downloads',
  select: { names: ['*.pdf'] },
  entries: 3,
  names: ['a.pdf', 'b.pdf', 'c.pdf'],
};

const callsOf = (sentence: string, deed = LISTED) => {
  const reply = answer({ facts: factsFor(sentence, { deeds: [deed] }), sentence, rounds: [], stream: false });
  return 'content' in reply ? [] : reply.calls;
};

/** The names the first call is about, or the tool that asks. */
const meant = (sentence: string, deed = LISTED): unknown => {
  const [call] = callsOf(sentence, deed);
  return (call?.args['select'] as { names?: string[] } | undefined)?.names ?? call?.name;
};

describe('an ordinal after a listing', () => {
  it.each<[string, string[]]>([
    ['borra el segundo', ['b.pdf']],
    ['delete the third one', ['c.pdf']],
    ['delete the last one', ['c.pdf']],
    ['move the first one to the desktop', ['a.pdf']],
    ['el primero pásalo a imágenes', ['a.pdf']],
    ['manda el último a la papelera', ['c.pdf']],
    ['trash the first two', ['a.pdf', 'b.pdf']],
    ['borra los dos últimos', ['b.pdf', 'c.pdf']],
  ])('%s: %j of those shown', (sentence, names) => expect(meant(sentence)).toEqual(names));

  it.each(['abre el primero', 'open the first one'])('%s: reads the one that was shown first', (sentence) => {
    expect(meant(sentence)).toBe('read');
    expect(callsOf(sentence)).toMatchObject([{ args: { file: 'downloads/a.pdf' } }]);
  });

  it.each(['borra el cuarto', 'delete the fifth one', 'borra los tres últimos'])('of fewer it asks: %s', (sentence) =>
    expect(meant(sentence, { ...LISTED, entries: 2, names: ['a.pdf', 'b.pdf'] })).toBe('ask_person'),
  );

  it('the last of more than were shown is not known', () =>
    expect(meant('delete the last one', { ...LISTED, entries: 40 })).toBe('ask_person'));

  it.each(['no borres el segundo', 'deshaz el último', 'borra todos menos el primero', 'delete the second to last'])(
    '%s: is not that one alone',
    (sentence) => expect([['a.pdf'], ['b.pdf'], ['c.pdf']]).not.toContainEqual(meant(sentence)),
  );
});
