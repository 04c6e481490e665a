import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { encodeUser, fmtCreds } from '@nats-io/jwt';
import { createUser } from '@nats-io/nkeys';
import { connect, credsAuthenticator, type NatsConnection } from '@nats-io/transport-node';
import { readdirSync, writeFileSync } from 'node:fs';
import type { Approval } from '#contracts/plan';
import { yesText } from '#contracts/signed-yes';
import { inboxOf } from '#contracts/subjects';
import { signerFrom } from '#nats/signature';
import { userKeyIn } from '#nats/user-key';
import { AgentProcess } from '../../apps/file-agent/src/testing/agent-process.js';
import { TempFolder } from '../../apps/file-agent/src/disk/testing/temp-folder.js';
import type { Authority } from '../../apps/start/src/bus-authority.js';
import { credsOf } from '../../apps/start/src/bus-claims.js';
import { agentRole, GATEWAY_ROLE } from '../../apps/start/src/bus-roles.js';
import { startRoleBus, type RoleBus } from './testing/role-connection.js';

/** Row 78: whoever may publish a commit, be it the server itself, needs the key of the gateway this PC obeys. */

const AGENT = agentRole('pc1');

/** An agent with these credentials, and somebody with every right of the gateway on the bus, but not with its key. */
class Scene {
  private constructor(
    private readonly parts: { bus: RoleBus; agent: AgentProcess; stranger: NatsConnection; folder: TempFolder },
    readonly seeds: { readonly gateway: string; readonly stranger: string },
  ) {}

  static async open(credsFor: (authority: Authority) => Promise<Uint8Array>): Promise<Scene> {
    const bus = await startRoleBus([AGENT]);
    const folder = new TempFolder({});
    writeFileSync(folder.at('bus.creds'), await credsFor(bus.authority));
    const variables = { NATS_CREDS: folder.at('bus.creds') };
    const tree = { Desktop: { 'a.txt': 'hola', 'b.txt': 'B' }, Documents: {} };
    const agent = await AgentProcess.start({ natsUrl: bus.server.url, tree, variables });
    const creds = await credsOf(bus.authority, { ...GATEWAY_ROLE });
    const authenticator = credsAuthenticator(creds);
    const stranger = await connect({ servers: bus.server.url, authenticator, inboxPrefix: inboxOf('gateway') });
    const seeds = {
      gateway: new TextDecoder().decode(bus.authority.gateway.getSeed()),
      stranger: userKeyIn(new TextDecoder().decode(creds))!.seed,
    };
    return new Scene({ bus, agent, stranger, folder }, seeds);
  }

  async close(): Promise<void> {
    const { bus, agent, stranger, folder } = this.parts;
    await stranger.close();
    await agent.close();
    await bus.close();
    folder.remove();
  }

  async ask<T>(operation: string, body: unknown): Promise<T> {
    const subject = `ordena.agent.pc1.${operation}`;
    return (await this.parts.stranger.request(subject, JSON.stringify(body), { timeout: 10_000 })).json<T>();
  }

  /** What a yes to moving that file to documents says. */
  async yesTo(name: string): Promise<Approval> {
    const wish = { from: 'desktop', select: { names: [name] }, to: 'documents' };
    const { planId, hash, machine } = await this.ask<Pick<Approval, 'planId' | 'hash' | 'machine'>>('move', wish);
    return { planId, hash, machine, by: 'owner', yes: 'given', expiresAt: inOneMinute() };
  }

  commit(approval: Approval): Promise<{ error?: { code: string }; done?: number }> {
    return this.ask('commit', { planId: approval.planId, approval });
  }

  documents(): string[] {
    return readdirSync(this.parts.agent.home.at('Documents'));
  }

  /** What the feed tells of refusals from now on. */
  refusals(): unknown[] {
    const told: unknown[] = [];
    const callback = (_: unknown, message: { json(): unknown }): void => void told.push(message.json());
    this.parts.stranger.subscribe('ordena.event.pc1.refused', { callback });
    return told;
  }
}

const inOneMinute = (): string => new Date(Date.now() + 60_000).toISOString();
const signedWith = (seed: string, yes: Approval): Approval => ({ ...yes, signature: signerFrom(seed)(yesText(yes)) });

describe('a yes', () => {
  let scene: Scene;

  beforeAll(async () => {
    scene = await Scene.open((authority) => credsOf(authority, AGENT));
  }, 30_000);
  afterAll(() => scene.close());

  const codeOf = async (approval: Approval): Promise<string | undefined> => (await scene.commit(approval)).error?.code;

  it('that is not signed, or by another key, changes nothing, and the feed tells of it', async () => {
    const refused = scene.refusals();
    const yes = await scene.yesTo('a.txt');
    expect(await codeOf(yes)).toBe('BAD_SIGNATURE');
    expect(await codeOf(signedWith(scene.seeds.stranger, yes))).toBe('BAD_SIGNATURE');
    expect(await codeOf({ ...yes, signature: 'not a signature' })).toBe('BAD_SIGNATURE');
    expect(scene.documents()).toEqual([]);
    expect(refused).toHaveLength(3);
    expect(refused[0]).toMatchObject({ operation: 'commit', code: 'BAD_SIGNATURE' });
  });

  it('that the gateway signed counts for nothing else', async () => {
    const [one, other] = [await scene.yesTo('a.txt'), await scene.yesTo('b.txt')];
    const signed = signedWith(scene.seeds.gateway, one);
    const changes: Partial<Approval>[] = [
      { planId: other.planId },
      { hash: other.hash },
      { planId: other.planId, hash: other.hash },
      { machine: 'pc2' },
      { by: 'somebody else' },
      { yes: 'policy' },
      { expiresAt: new Date(Date.parse(one.expiresAt) + 3_600_000).toISOString() },
    ];
    for (const change of changes)
      expect({ change, code: await codeOf({ ...signed, ...change }) }).toEqual({ change, code: 'BAD_SIGNATURE' });
    expect(scene.documents()).toEqual([]);
  });

  it('that the gateway signed is carried out, once, whoever brings it', async () => {
    const yes = signedWith(scene.seeds.gateway, await scene.yesTo('a.txt'));
    const receipt = await scene.commit(yes);
    expect(receipt).toMatchObject({ status: 'complete', done: 1 });
    expect(scene.documents()).toEqual(['a.txt']);
    expect(await scene.commit(yes)).toEqual(receipt);
  });
});

it('control: where the credentials name no gateway, as before, the unsigned yes of that stranger is carried out', async () => {
  const scene = await Scene.open(async ({ accounts, signers }) => {
    const pair = createUser();
    const how = { signer: signers.FLEET, scopedUser: true };
    return fmtCreds(await encodeUser('pc1', pair.getPublicKey(), accounts.FLEET, {}, how), pair);
  });
  expect(await scene.commit(await scene.yesTo('a.txt'))).toMatchObject({ done: 1 });
  await scene.close();
}, 30_000);
