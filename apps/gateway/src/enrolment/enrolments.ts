import type { z } from 'zod';
import {
  EnrolledSchema,
  KeeperListSchema,
  KeeperRevokedSchema,
  type Admission,
  type DeskFile,
  type Enrolled,
  type Join,
  type Renew,
} from '#contracts/enrolment';
import { OrdenaError } from '#contracts/errors';
import { issue, refused } from '#contracts/issues';
import type { Enrolment, MachineRevoked } from '#contracts/http/enrolment.dto';
import { MachineIdSchema } from '#contracts/machine';
import { keeperSubject } from '#contracts/subjects';
import type { BusClient } from '#nats/bus-client';
import { Admissions, badCode, proves, shutOut } from './admissions.js';
import type { Challenges } from './challenges.js';
import type { Codes } from './codes.js';
import { commandFor } from './command.js';

interface Parts {
  /** Undefined: no other PC may join. */
  readonly desk: DeskFile | undefined;
  readonly codes: Codes;
  readonly challenges: Challenges;
  readonly bus: BusClient;
  /** Public half of what this gateway signs a yes with; told to every PC that joins. */
  readonly gatewayKey: string | undefined;
}

type KeeperVerb = Parameters<typeof keeperSubject>[0];

const KEEPER_WITHIN_MS = 8000;

/** Who may join and who is out. Truth is with the keeper; here are the codes, the checks and the signatures. */
export class Enrolments {
  constructor(private readonly parts: Parts) {}

  /** Throws FLEET_OFF when this Ordena is for this PC only, MACHINE_TAKEN when the id is this PC's own. */
  async invite(wish: { machine: string; displayName?: string }): Promise<Enrolment> {
    const machine = idOf(wish.machine);
    const { desk } = this;
    if (machine === desk.machine)
      throw new OrdenaError('MACHINE_TAKEN', `"${machine}" is this PC. Choose another id for the other one.`, {
        details: { machine },
      });
    const { code, expiresAt } = await this.parts.codes.create(machine, wish.displayName);
    const command = commandFor(desk, { code, displayName: wish.displayName });
    return { machine, code, expiresAt: expiresAt.toISOString(), command };
  }

  challenge(): string {
    return this.parts.challenges.make();
  }

  /** What was proved is looked at before the code is used up. Throws UNAUTHORIZED, the same for every reason. */
  async join(join: Join): Promise<Admission> {
    if (!this.parts.challenges.isFresh(join.challenge) || !proves(join)) throw badCode();
    const taken = await this.parts.codes.take(join.code);
    if (taken === undefined) throw badCode();
    const { machine } = taken;
    const { publicKey, displayName } = join;
    await this.ask('enrol', { machine, publicKey, displayName }, EnrolledSchema).catch(async (cause: OrdenaError) => {
      throw notLetIn(cause, await taken.giveBack());
    });
    return new Admissions(this.desk, this.parts.gatewayKey).sign(machine, publicKey);
  }

  /** Also for a PC whose admission ran out while it was off: its key is what counts. Throws FORBIDDEN. */
  async renew(renew: Renew): Promise<Admission> {
    if (!this.parts.challenges.isFresh(renew.challenge) || !proves(renew)) throw shutOut();
    const enrolled = await this.list();
    const isIn = enrolled.some(({ machine, publicKey }) => machine === renew.machine && publicKey === renew.publicKey);
    if (!isIn) throw shutOut();
    return new Admissions(this.desk, this.parts.gatewayKey).sign(renew.machine, renew.publicKey);
  }

  async list(): Promise<Enrolled[]> {
    return (await this.ask('list', {}, KeeperListSchema)).machines;
  }

  /** Cuts its connection at once; a code that was handed out for it is worthless too. Throws UNKNOWN_MACHINE. */
  async revoke(id: string): Promise<MachineRevoked> {
    const machine = idOf(id);
    await this.parts.codes.forget(machine);
    return this.ask('revoke', { machine }, KeeperRevokedSchema);
  }

  private get desk(): DeskFile {
    if (this.parts.desk !== undefined) return this.parts.desk;
    throw new OrdenaError('FLEET_OFF', 'This Ordena is for this PC only. Start it with `npm start -- --fleet` first.');
  }

  /** FLEET_OFF: on a NATS of the owner's, nobody keeps the list of PCs unless `keep` runs there. */
  private ask<S extends z.ZodType>(verb: KeeperVerb, body: unknown, schema: S): Promise<z.output<S>> {
    const options = { schema, timeoutMs: KEEPER_WITHIN_MS, off: 'FLEET_OFF' as const };
    return this.parts.bus.request(keeperSubject(verb), body, options);
  }
}

/** Whoever pasted the line is told whether it is still good. */
const notLetIn = (cause: OrdenaError, isGood: boolean): OrdenaError => {
  const next = isGood
    ? 'The code was not used up: paste the same line again.'
    : 'The code is used up: ask for a new one.';
  return new OrdenaError(cause.code, `${cause.message} ${next}`, { details: cause.details, cause });
};

const idOf = (machine: string): string => {
  const id = MachineIdSchema.safeParse(machine);
  if (id.success) return id.data;
  throw refused('BAD_REQUEST', [issue('machine', 'machine-id')]);
};
