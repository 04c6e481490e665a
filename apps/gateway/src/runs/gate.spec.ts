import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Plan } from '#contracts/plan';
import { House, type Answer } from '../testing/house.js';
import type { ScriptedAgent } from '../testing/scripted-agent.js';

/** However a request is cut into plans, and however often its planner asks. */
describe('what one request may change unasked', () => {
  let house: House;
  let pc1: ScriptedAgent;
  let plans: Plan[];

  beforeAll(async () => {
    house = await House.open();
    pc1 = await house.agent('pc1');
  });

  beforeEach(() => {
    pc1.commits.length = 0;
    pc1.facts = {};
    pc1.unasked = Infinity;
  });

  afterAll(() => house.close());

  const say = (message: string): Promise<Answer> => house.ask('POST', '/v1/chat', { body: { message } });

  it('lets nobody slip under the limit by asking for many at once', async () => {
    pc1.facts = { summary: { entries: 200, files: 200 } };
    house.planner.script = async (ask, planner) => {
      const asked = Array.from({ length: 5 }, () => planner.askForYes(ask.runId, [pc1.planFor('move', {})]));
      const answers = await Promise.all(asked);
      return {
        reply: answers
          .map(({ status }) => status)
          .filter((status) => status === 'committed')
          .length.toString(),
      };
    };
    expect((await say('mueve')).body).toMatchObject({ reply: '2' });
  });

  it('asks where the machine carries out no more unasked, for what is left of the request, and counts that with the yes', async () => {
    pc1.facts = { summary: { entries: 200, files: 200 } };
    pc1.unasked = 1;
    house.planner.script = async (ask, planner) => {
      plans = [pc1.planFor('move', {}), pc1.planFor('copy', {})];
      const answer = await planner.askForYes(ask.runId, plans);
      const repeated = await planner.askForYes(ask.runId, plans);
      pc1.unasked = Infinity;
      const more = await planner.askForYes(ask.runId, [pc1.planFor('move', {})]);
      return { status: 'needs_approval', reply: JSON.stringify([answer, repeated, more]) };
    };
    const asked = (await say('mueve y copia')).body;
    expect(JSON.parse(String(asked['reply']))).toMatchObject([
      { status: 'needs_approval', why: ['over-quota'], receipts: [{ operation: 'move' }] },
      { status: 'needs_approval', receipts: [{ operation: 'move' }] },
      { status: 'needs_approval', why: ['mode'] },
    ]);
    expect((await house.ask('POST', `/v1/plans/${plans[1]?.planId}/approve`, { body: {} })).body).toMatchObject({
      status: 'done',
      receipts: [{ operation: 'copy' }, { operation: 'move' }],
    });
    expect(pc1.commits.map(({ approval }) => (approval as { yes: string }).yes)).toEqual([
      'policy',
      'policy',
      'given',
      'given',
    ]);
  });

  it('judges and counts what it carries out already once, when the planner asks again meanwhile', async () => {
    pc1.facts = { summary: { entries: 300, files: 300 } };
    house.planner.script = async (ask, planner) => {
      plans = [pc1.planFor('move', {})];
      const answers = await Promise.all([1, 2].map(() => planner.askForYes(ask.runId, plans)));
      return { reply: answers.map(({ status }) => status).join() };
    };
    expect((await say('mueve')).body).toMatchObject({ reply: 'committed,committed' });
  });
});
