import { JetStreamApiError } from '@nats-io/jetstream';
import { RequestError, TimeoutError } from '@nats-io/transport-node';
import { setTimeout as sleep } from 'node:timers/promises';
import { OrdenaError } from '#contracts/errors';

/** One try. A store that is well answers in a moment; a question that went down with a NATS node is never answered. */
export const TRY_MS = 2_000;
const PAUSE_MS = 200;
/** A cluster that lost a node chooses other leaders within ten seconds; after twice that it is honest to say it is down. */
const GIVE_UP_MS = 20_000;

/**
 * Asks the store again while it cannot answer, for as long as such a moment lasts. For questions that may be asked twice.
 * Fails with BUS_OFF when it was down for longer.
 */
export const whenStoreAnswers = async <T>(ask: () => Promise<T>, isPassing = isMomentary): Promise<T> => {
  const giveUpAt = Date.now() + GIVE_UP_MS;
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (!isPassing(error)) throw error;
      if (Date.now() > giveUpAt) throw storeOff(error);
      await sleep(PAUSE_MS);
    }
  }
};

/** "Not available" is what a cluster says without leaders, "in process" what it says of a repeat that came too soon. */
const PASSING_CODES = [10_008, 10_158];

/** Nobody heard it, nobody answered in time, or whoever answered has no leader just now. */
export const isMomentary = (error: unknown): boolean => {
  if (error instanceof JetStreamApiError) return PASSING_CODES.includes(error.code);
  if (error instanceof RequestError) return error.isNoResponders() || /disconnected/.test(error.message);
  return error instanceof TimeoutError || isUnheard(error);
};

/** By name: the library does not export the class. */
const isUnheard = (error: unknown): boolean => error instanceof Error && error.name === 'JetStreamNotEnabled';

const storeOff = (cause: unknown): OrdenaError =>
  new OrdenaError('BUS_OFF', 'What NATS keeps for us cannot be reached now. It comes back by itself; try again.', {
    cause,
  });
