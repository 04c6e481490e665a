import { z } from 'zod';
import type { Deed } from '../../facts.js';
import { Cursor } from '../text/cursor.js';
import { readText } from '../text/text.js';
import { eatOpening, eatVerb } from '../grammar/verbs.js';
import { splitEnclitics } from '../text/enclitics.js';
import { foldName } from '../text/fold.js';
import type { PlannerRequest } from '../request.js';
import type { Context } from './context.js';
import type { Ask } from './job.js';

/** A question's note to ourselves: what was said, what is known by now, and which gap the answer fills. */
const DraftSchema = z.object({
  say: z.string(),
  fill: z.record(z.string(), z.string()),
  key: z.string(),
  options: z.array(z.string()),
  done: z.number(),
  there: z.string().optional(),
  deed: z.unknown().optional(),
});

export interface Draft {
  readonly say: string;
  readonly fill: Readonly<Record<string, string>>;
  readonly done: number;
  readonly there?: string;
  readonly deed?: Deed;
}

export const draftOf = ({ key, options }: Ask, { sentence, fill, done, there, deed }: Context): string =>
  JSON.stringify({
    say: sentence,
    fill,
    key,
    options,
    done,
    ...(there !== undefined && { there }),
    ...(deed && { deed }),
  });

const NOTHING =
  /^(?:no|nada|ninguno?|ninguna|cancela(?:r|lo)?|olvidalo|olvida(?:te)?|dejalo(?: asi)?|deja|mejor no|no importa|never ?mind|cancel|forget it|none|nothing|stop|no,? gracias|no thanks?)[.!]*$/;

/** Whether the sentence is an order of its own rather than the answer to what was asked. */
const isOrder = (sentence: string): boolean => {
  const cursor = new Cursor(readText(splitEnclitics(sentence)));
  return eatOpening(cursor) !== undefined || eatVerb(cursor) !== undefined;
};

const parsed = (text: string): z.infer<typeof DraftSchema> | undefined => {
  try {
    return DraftSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
};

/** The earlier sentence with the gap filled by this one, where this one answers a question of ours. */
export const filled = ({ facts, sentence }: PlannerRequest): Draft | 'nothing' | undefined => {
  const draft = facts.asked?.draft === undefined ? undefined : parsed(facts.asked.draft);
  if (!draft) return undefined;
  if (NOTHING.test(foldName(sentence))) return 'nothing';
  const isOption = draft.options.some((option) => foldName(option) === foldName(sentence));
  if (!isOption && isOrder(sentence)) return undefined;
  return {
    say: draft.say,
    fill: { ...draft.fill, [draft.key]: sentence },
    done: draft.done,
    ...(draft.there !== undefined && { there: draft.there }),
    ...(draft.deed !== undefined && { deed: draft.deed as Deed }),
  };
};
