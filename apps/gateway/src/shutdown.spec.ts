import { describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { House } from './testing/house.js';

const REQUESTS = 20;

describe('a gateway that is told to stop', () => {
  it('answers every request it has taken, also those that still need its yes, and takes no more', async () => {
    const house = await House.open();
    const pc1 = await house.agent('pc1');
    let release: () => void = () => undefined;
    const held = new Promise<void>((done) => (release = done));
    house.planner.script = async (ask, planner) => {
      await held;
      return planner.change(ask.runId, [pc1.planFor('move', {})]);
    };
    const inFlight = Array.from({ length: REQUESTS }, () =>
      house.ask('POST', '/v1/chat', { body: { message: 'mueve' } }),
    );
    while (house.planner.asked.length < REQUESTS) await sleep(10);
    const closing = house.gateway.close();
    const isOpen = async (): Promise<boolean> =>
      fetch(`${house.gateway.base}/health`).then(
        () => true,
        () => false,
      );
    while (await isOpen()) await sleep(10);
    release();
    const answers = await Promise.all(inFlight);
    expect(answers.map(({ status, body }) => [status, body['status']])).toEqual(
      Array.from({ length: REQUESTS }, () => [200, 'done']),
    );
    await closing;
    expect(pc1.commits.length).toBe(REQUESTS);
    await house.startGateway();
    await house.close();
  });
});
