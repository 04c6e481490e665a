import type { Msg, NatsConnection, QueuedIterator } from '@nats-io/transport-node';
import { onBusChange } from './bus-changes.js';

interface Heard {
  readonly onAnswer: (answer: Msg) => void;
  /** Those near have answered; called at least once, as others may still come. */
  readonly onQuiet: () => void;
  /** How long nobody at all may answer where somebody did before: whoever died over the question cannot say so. */
  readonly firstMs?: number;
}

/** Agents of one network answer in one burst, thousands of them without a gap as long as this. */
const NEAR_QUIET_MS = 60;
/** A PC across a slow network answers later than its neighbours. */
const QUIET_MS = 300;
const LONGEST_MS = 5000;

/**
 * Asks everybody on `subject` and says each answer as it comes; resolves when nobody more is waited for. A gap, not a
 * fixed wait: ten agents are known at once, ten thousand are complete. A call that went down with a NATS node ends at once.
 */
export const rollCall = async (nc: NatsConnection, subject: string, heard: Heard): Promise<void> => {
  let gap: NodeJS.Timeout | undefined;
  let first: NodeJS.Timeout | undefined;
  let deaf = (): void => undefined;
  try {
    const options = { strategy: 'stall', stall: QUIET_MS, maxWait: LONGEST_MS } as const;
    const answers = (await nc.requestMany(subject, '', options)) as QueuedIterator<Msg>;
    deaf = onBusChange(nc, () => answers.stop());
    if (heard.firstMs !== undefined) first = setTimeout(() => answers.stop(), heard.firstMs);
    for await (const answer of answers) {
      clearTimeout(first);
      heard.onAnswer(answer);
      gap = gap?.refresh() ?? setTimeout(heard.onQuiet, NEAR_QUIET_MS);
    }
  } catch {
    // nobody is there, or the bus is down: whoever answered until then is who there is
  }
  deaf();
  clearTimeout(first);
  clearTimeout(gap);
  heard.onQuiet();
};
