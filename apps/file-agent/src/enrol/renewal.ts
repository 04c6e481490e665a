import { fromSeed } from '@nats-io/nkeys';
import {
  AuthorizationError,
  UserAuthenticationExpiredError,
  type Authenticator,
  type NatsConnection,
} from '@nats-io/transport-node';
import { renewText } from '#contracts/enrolment';
import { OrdenaError } from '#contracts/errors';
import { proving } from '#nats/user-key';
import { lifeOf, readCreds, writeCreds, type Creds, type Enrolment } from './enrolment.js';
import { readKept } from './kept-files.js';

/** Keeps this PC's admission fresh: renewed when a third of its life is left, and at once when the server turns us away. */

const SOONEST_MS = 1000;
/** Clocks jump and PCs sleep: look again at least this often. */
const LATEST_MS = 60 * 60_000;
const RETRIES_PER_LIFE = 20;

export class Renewal {
  private creds: Creds;
  private timer: NodeJS.Timeout | undefined;
  private renewing: Promise<void> | undefined;
  private lastTryAt = 0;

  /** `onShutOut`: this PC is out for good, and only a new code helps. */
  constructor(
    private readonly enrolment: Enrolment,
    private readonly onShutOut: (error: OrdenaError) => void,
  ) {
    this.creds = readCreds(enrolment.credsFile);
  }

  /** What was signed about this PC last. */
  get jwt(): string {
    return this.creds.jwt;
  }

  /** Reads what is current each time it is asked, so that a reconnect needs nobody's help. */
  authenticator(): Authenticator {
    return proving(() => this.creds);
  }

  /** Before there is a connection: what ran out while the PC was off is renewed first. */
  async beforeConnecting(): Promise<void> {
    if (this.dueInMs() <= 0) await this.tryToRenew();
    this.timer = setTimeout(() => void this.stillConnecting(), 5 * SOONEST_MS).unref();
  }

  /** From now on for as long as the connection lives. */
  follow(nc: NatsConnection): void {
    clearTimeout(this.timer);
    this.plan(nc, this.dueInMs());
    void this.watch(nc);
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  /** A clock that is wrong may hide that the admission ran out: the server will not have us, so we ask. */
  private async stillConnecting(): Promise<void> {
    await this.tryToRenew();
    this.timer = setTimeout(() => void this.stillConnecting(), 10 * SOONEST_MS).unref();
  }

  private async watch(nc: NatsConnection): Promise<void> {
    for await (const status of nc.status())
      if (status.type === 'error' && isRefusal(status.error)) await this.tryToRenew();
  }

  private plan(nc: NatsConnection, inMs: number): void {
    if (nc.isClosed()) return;
    this.timer = setTimeout(() => void this.onTime(nc), Math.min(Math.max(inMs, SOONEST_MS), LATEST_MS)).unref();
  }

  /** A connection keeps the end of the admission it began with, so it begins anew, while the old one is still good. */
  private async onTime(nc: NatsConnection): Promise<void> {
    if (this.dueInMs() > 0) return this.plan(nc, this.dueInMs());
    const before = this.creds.jwt;
    await this.tryToRenew();
    if (this.creds.jwt === before) return this.plan(nc, this.lifeMs() / RETRIES_PER_LIFE);
    if (!nc.isClosed()) await nc.reconnect().catch(() => undefined);
    this.plan(nc, this.dueInMs());
  }

  private lifeMs(): number {
    const { iat, exp } = lifeOf(this.creds.jwt);
    return (exp - iat) * 1000;
  }

  /** By this PC's clock, which may be wrong: never later than two thirds of a life from now. */
  private dueInMs(): number {
    const left = lifeOf(this.creds.jwt).exp * 1000 - Date.now();
    return Math.min(left - this.lifeMs() / 3, (this.lifeMs() * 2) / 3);
  }

  /** Never throws: what is good until it ends stays in use, and there will be another try. */
  private tryToRenew(): Promise<void> {
    if (Date.now() - this.lastTryAt < SOONEST_MS && this.renewing === undefined) return Promise.resolve();
    this.lastTryAt = Date.now();
    this.renewing ??= this.renew()
      .catch((error: unknown) => {
        if (error instanceof OrdenaError && error.code === 'FORBIDDEN') this.onShutOut(error);
      })
      .finally(() => (this.renewing = undefined));
    return this.renewing;
  }

  private async renew(): Promise<void> {
    const jwt = await newAdmission(this.enrolment, this.creds);
    this.creds = { ...this.creds, jwt };
    writeCreds(this.enrolment.credsFile, this.creds);
  }
}

/** Asks the desk; keeps nothing. Throws FORBIDDEN when this PC is out for good. */
export const newAdmission = async (enrolment: Enrolment, { seed }: Creds): Promise<string> => {
  const { DeskClient } = await import('./desk-client.js');
  const { machine, desk, caFile } = enrolment;
  const client = new DeskClient(desk, readKept(caFile) ?? '');
  const pair = fromSeed(new TextEncoder().encode(seed));
  const proof = { machine, publicKey: pair.getPublicKey(), challenge: await client.challenge() };
  const signature = Buffer.from(pair.sign(new TextEncoder().encode(renewText(proof)))).toString('base64url');
  return (await client.renew({ ...proof, signature })).jwt;
};

const isRefusal = (error: Error): boolean =>
  error instanceof AuthorizationError || error instanceof UserAuthenticationExpiredError;
