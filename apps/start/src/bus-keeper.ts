import type { Msg, NatsConnection } from '@nats-io/transport-node';
import type { z } from 'zod';
import { KeeperEnrolSchema, KeeperRevokeSchema, type Enrolled } from '#contracts/enrolment';
import { OrdenaError } from '#contracts/errors';
import { issuesOf, refused } from '#contracts/issues';
import { inboxOf, keeperSubject } from '#contracts/subjects';
import { connectBus } from '#nats/connection';
import { asOrdenaError, errorHeaders, errorPayload } from '#nats/wire-error';
import { saveAuthority, type Authority } from './bus-authority.js';
import { accountJwt } from './bus-claims.js';

/**
 * The keeper: the one process that can change who is on the bus. It asks nobody and touches nothing but the list of
 * enrolled PCs and the server's idea of their account; only the gateway may ask it (docs/decisions/0008).
 */

/** The server puts the new version in force before it answers. */
const CLAIMS_UPDATE = '$SYS.REQ.CLAIMS.UPDATE';
const UPDATE_WITHIN_MS = 5000;

export interface KeeperOptions {
  readonly url: string;
  readonly credsFile: string;
  readonly authority: Authority;
  readonly authorityFile: string;
  /** Where nobody makes new keys at the next start. */
  readonly withKeys?: boolean;
}

export const openKeeper = async (options: KeeperOptions): Promise<{ close(): Promise<void> }> => {
  const nc = await connectBus({
    servers: options.url,
    name: 'keeper',
    credsFile: options.credsFile,
    inboxPrefix: inboxOf('keeper'),
  });
  const keeper = new Keeper(nc, options);
  answer(nc, 'enrol', (body) => keeper.enrol(fitting(KeeperEnrolSchema, body)));
  answer(nc, 'revoke', (body) => keeper.revoke(fitting(KeeperRevokeSchema, body)));
  answer(nc, 'list', async () => ({ machines: keeper.list() }));
  await nc.flush();
  return { close: () => nc.close() };
};

class Keeper {
  /** One change after the other: each new version holds all changes before it. */
  private queue: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly nc: NatsConnection,
    private readonly options: KeeperOptions,
  ) {}

  /** The key that machine had is shut out first: a try that failed half-way can be repeated as it was. */
  enrol(wish: Omit<Enrolled, 'enrolledAt'>): Promise<Enrolled> {
    return this.inTurn(async ({ enrolled, revoked }) => {
      if (revoked.has(wish.publicKey)) throw new OrdenaError('FORBIDDEN', 'That key was shut out. Make a new one.');
      const before = enrolled.get(wish.machine);
      if (before !== undefined && before.publicKey !== wish.publicKey) await this.shutOut(before.publicKey);
      const one = { ...wish, enrolledAt: new Date().toISOString() };
      enrolled.set(one.machine, one);
      await this.save();
      return one;
    });
  }

  /** Forgotten once the server knows, so that who got no answer can ask again and be heard. */
  revoke({ machine }: { machine: string }): Promise<{ machine: string; revoked: true }> {
    return this.inTurn(async ({ enrolled }) => {
      const one = enrolled.get(machine);
      if (one === undefined)
        throw new OrdenaError('UNKNOWN_MACHINE', `"${machine}" is not enrolled here.`, { details: { machine } });
      await this.shutOut(one.publicKey);
      enrolled.delete(machine);
      await this.save();
      return { machine, revoked: true };
    });
  }

  /** Whoever is being shut out is in no more, though the server may still have to be told. */
  list(): Enrolled[] {
    const { enrolled, revoked } = this.options.authority;
    return [...enrolled.values()].filter(({ publicKey }) => !revoked.has(publicKey));
  }

  /** On disk first: what is shut out stays out, also when the server is away just now and told at its next start. */
  private async shutOut(publicKey: string): Promise<void> {
    this.options.authority.revoked.add(publicKey);
    await this.save();
    const jwt = await accountJwt(this.options.authority, 'FLEET');
    const reply = await this.nc.request(CLAIMS_UPDATE, jwt, { timeout: UPDATE_WITHIN_MS }).catch(notTold);
    const { error } = reply.json<{ error?: { description?: string } }>();
    if (error !== undefined)
      throw new OrdenaError(
        'INTERNAL',
        `The server refused the new account: ${error.description ?? 'no reason given'}.`,
      );
  }

  private save(): Promise<void> {
    const { authorityFile, authority, withKeys } = this.options;
    return saveAuthority(authorityFile, authority, { withKeys });
  }

  private inTurn<T>(change: (authority: Authority) => Promise<T>): Promise<T> {
    const done = this.queue.then(() => change(this.options.authority));
    this.queue = done.catch(() => undefined);
    return done;
  }
}

const notTold = (cause: unknown): never => {
  throw new OrdenaError(
    'BUS_OFF',
    'Its key lets nobody in from now on, but NATS did not confirm that its connection is cut. Ask again in a moment.',
    { cause },
  );
};

const answer = (
  nc: NatsConnection,
  verb: Parameters<typeof keeperSubject>[0],
  handle: (body: unknown) => Promise<unknown>,
): void => {
  nc.subscribe(keeperSubject(verb), {
    callback: (failure, message) => {
      if (failure === null) void respond(message, handle);
    },
  });
};

const respond = async (message: Msg, handle: (body: unknown) => Promise<unknown>): Promise<void> => {
  try {
    message.respond(JSON.stringify(await handle(bodyOf(message))));
  } catch (thrown) {
    const error = asOrdenaError(thrown);
    message.respond(errorPayload(error), { headers: errorHeaders(error) });
  }
};

const bodyOf = (message: Msg): unknown => {
  try {
    return message.json();
  } catch {
    return undefined;
  }
};

const fitting = <S extends z.ZodType>(schema: S, body: unknown): z.output<S> => {
  const checked = schema.safeParse(body);
  if (checked.success) return checked.data;
  throw refused('BAD_REQUEST', issuesOf(checked.error, body));
};
