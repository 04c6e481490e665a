import { RequestError, TimeoutError, type NatsConnection } from '@nats-io/transport-node';
import { OrdenaError } from '#contracts/errors';
import { agentSubject } from '#contracts/subjects';

const WAIT_MS = 2_000;

/**
 * Two agents of one id would share its requests, and each would change a PC that the other one planned for. An agent's
 * credentials let it ask nothing but its own subject, so that is asked: "nobody listens" is the good answer, and any
 * other, also none in time, means that somebody does.
 */
export const refuseIfTaken = async (nc: NatsConnection, machine: string): Promise<void> => {
  if (await isFree(nc, machine)) return;
  await nc.close();
  throw machineTaken(machine);
};

export const machineTaken = (machine: string): OrdenaError =>
  new OrdenaError(
    'MACHINE_TAKEN',
    `Another agent already runs as "${machine}". Stop it, or give this PC another id: with ORDENA_MACHINE, or where it was ` +
      'enrolled with a new code.',
    { details: { machine } },
  );

const isFree = async (nc: NatsConnection, machine: string): Promise<boolean> => {
  try {
    await nc.request(agentSubject(machine, 'places'), '{}', { timeout: WAIT_MS });
    return false;
  } catch (error) {
    if (error instanceof RequestError && error.isNoResponders()) return true;
    if (error instanceof TimeoutError) return false;
    throw new OrdenaError('FORBIDDEN', `These NATS credentials are not those of the machine "${machine}".`, {
      cause: error,
    });
  }
};
