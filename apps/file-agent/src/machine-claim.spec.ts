import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { connect, type NatsConnection } from '@nats-io/transport-node';
import { createServer, connect as dial, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { agentClaim } from '#contracts/subjects';
import { startNatsServer, type TestServer } from '#nats/testing/nats-server';
import { MachineClaim } from './machine-claim.js';
import { AgentProcess } from './testing/agent-process.js';

const ROUNDS = 150;

describe('agents of one id that come in the same instant', () => {
  let server: TestServer;
  const open: NatsConnection[] = [];

  beforeAll(async () => {
    server = await startNatsServer();
  });
  afterEach(() => Promise.all(open.splice(0).map((nc) => nc.close())));
  afterAll(() => server.close());

  const connected = async (): Promise<NatsConnection> => {
    const nc = await connect({ servers: server.url });
    open.push(nc);
    return nc;
  };

  /** As `serve` does it: claims, asks once over the wire, settles; at moments that differ from round to round. */
  const claims = async (nc: NatsConnection, { machine, taken }: { machine: string; taken: () => void }) => {
    const claim = new MachineClaim(nc, machine, taken);
    if (Math.random() < 0.5) await nc.flush();
    claim.start();
    for (let trip = Math.floor(Math.random() * 3); trip >= 0; trip--) await nc.flush();
    claim.settle();
    return claim;
  };

  it.each([2, 3, 5])(
    'of %s one stays, whoever speaks first',
    async (count) => {
      const connections = await Promise.all(Array.from({ length: count }, connected));
      for (let round = 0; round < ROUNDS; round++) {
        const gone: number[] = [];
        const machine = `pc-${count}-${round}`;
        const made = await Promise.all(
          connections.map((nc, at) => claims(nc, { machine, taken: () => void gone.push(at) })),
        );
        for (let trip = 0; trip < 2 * count; trip++) await Promise.all(connections.map((nc) => nc.flush()));
        expect([round, new Set(gone).size, gone.length]).toEqual([round, count - 1, count - 1]);
        made.forEach((claim) => claim.stop());
      }
    },
    60_000,
  );

  it('whoever is at work stays, whatever the other one’s word; once it stops, the id is free', async () => {
    for (let round = 0; round < 20; round++) {
      const [old, other] = [await connected(), await connected()];
      const gone: string[] = [];
      const first = new MachineClaim(old, `held-${round}`, () => gone.push('first'));
      first.start();
      first.settle();
      await old.flush();
      const second = new MachineClaim(other, `held-${round}`, () => gone.push('second'));
      second.start();
      for (let trip = 0; trip < 4; trip++) await Promise.all([old.flush(), other.flush()]);
      expect(gone).toEqual(['second']);
      first.stop();
      const third = new MachineClaim(other, `held-${round}`, () => gone.push('third'));
      third.start();
      await other.flush();
      third.settle();
      expect(gone).toEqual(['second']);
      third.stop();
    }
  }, 30_000);

  it('what is no claim moves nobody', async () => {
    const nc = await connected();
    let isGone = false;
    const claim = new MachineClaim(nc, 'odd', () => (isGone = true));
    claim.start();
    for (const text of ['', '{', '{}', '{"agent":1,"atWork":true}', '[]']) nc.publish(agentClaim('odd'), text);
    await nc.flush();
    claim.stop();
    expect(isGone).toBe(false);
  });

  it('two processes: one is at work, and the other says why it is not', async () => {
    const gate = await Gate.open(server.port, 2);
    const both = await Promise.allSettled(
      [1, 2].map(() => AgentProcess.start({ natsUrl: `nats://127.0.0.1:${gate.port}`, machine: 'twin' })),
    );
    const started = both.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    const ends = started.map((agent) => agent.ended());
    await Promise.race([...ends, sleep(3_000)]);
    const codes = await Promise.all(ends.map((end) => Promise.race([end, Promise.resolve('at work')])));
    const said = [
      ...both.map((one) => (one.status === 'rejected' ? String(one.reason) : '')),
      ...started.flatMap(({ output }) => output),
    ];
    await Promise.all(started.map((agent) => agent.close()));
    await gate.close();
    const atWork = codes.filter((code) => code === 'at work').length;
    expect({ atWork, said }).toEqual({
      atWork: 1,
      said: expect.arrayContaining([expect.stringMatching(/MACHINE_TAKEN/)]),
    });
  }, 60_000);
});

/** Lets connections through to a server once so many are there, so that all begin in the same instant. */
class Gate {
  private readonly waiting: Socket[] = [];

  private constructor(
    private readonly server: Server,
    readonly port: number,
  ) {}

  static async open(target: number, count: number): Promise<Gate> {
    const server = createServer({ pauseOnConnect: true });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const gate = new Gate(server, (server.address() as { port: number }).port);
    server.on('connection', (socket) => {
      gate.waiting.push(socket);
      if (gate.waiting.length === count) gate.waiting.forEach((one) => pass(one, target));
      else if (gate.waiting.length > count) pass(socket, target);
    });
    return gate;
  }

  async close(): Promise<void> {
    this.waiting.forEach((socket) => socket.destroy());
    await new Promise((done) => this.server.close(done));
  }
}

const pass = (socket: Socket, port: number): void => {
  const onward = dial(port, '127.0.0.1');
  for (const end of [socket, onward]) end.on('error', () => (socket.destroy(), onward.destroy()));
  socket.pipe(onward).pipe(socket);
};
