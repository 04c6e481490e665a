import { z } from 'zod';
import { yesOrNo } from '#contracts/words/yes-no';
import type { Deed } from '../../facts.js';
import { Cursor } from '../text/cursor.js';
import { readText } from '../text/text.js';
import { startsOrder } from '../grammar/split.js';
import type { World } from '../grammar/world.js';
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
  spoken: z.array(z.unknown()),
});

export interface Draft {
  readonly say: string;
  readonly fill: Readonly<Record<string, string>>;
  readonly done: number;
  readonly there?: string;
  readonly spoken: readonly Deed[];
}

export const draftOf = ({ key, options }: Ask, { sentence, fill, done, there, spoken }: Context): string =>
  JSON.stringify({
    say: sentence,
    fill,
    key,
    options,
    done,
    spoken,
    ...(there !== undefined && { there }),
  });

const NOTHING =
  /^(?:no|nada|ninguno?|ninguna|cancela(?:r|lo)?|olvidalo|olvida(?:te)?|dejalo(?: asi)?|deja|mejor no|no importa|never ?mind|cancel|forget it|none|nothing|stop|no,? gracias|no thanks?)[.!]*$/;

/** Gaps that are filled by a name or a text: one word of it may well be a verb. */
const NAMES = new Set(['newName', 'name', 'fileName', 'text']);

/** Whether the sentence is an order of its own rather than the answer to what was asked. */
const isOrder = (sentence: string, key: string): boolean =>
  !(NAMES.has(key) && !/\s/.test(sentence.trim())) &&
  startsOrder(new Cursor(readText(splitEnclitics(sentence))), NOWHERE);

/** No facts are needed to see where an order begins. */
const NOWHERE: World = { isEnglish: false, places: [], machines: [], clock: { now: new Date(0), zone: 'UTC' } };

const parsed = (text: string): z.infer<typeof DraftSchema> | undefined => {
  try {
    return DraftSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
};

/** A bare yes names nothing: it takes what alone was offered, else the same is asked again. A text may well be one. */
const agreed = (sentence: string, { key, options }: Pick<Ask, 'key' | 'options'>): { answer?: string } | undefined => {
  if (key === 'text' || yesOrNo(sentence) !== 'yes') return undefined;
  return options.length === 1 ? { answer: options[0]! } : {};
};

/** What the sentence says in answer; nothing where it is an order of its own. */
const answerIn = (sentence: string, draft: Pick<Ask, 'key' | 'options'>): { answer?: string } | undefined => {
  const isOption = draft.options.some((option) => foldName(option) === foldName(sentence));
  if (isOption) return { answer: sentence };
  return agreed(sentence, draft) ?? (isOrder(sentence, draft.key) ? undefined : { answer: sentence });
};

/** The earlier sentence with the gap filled by this one, where this one answers a question of ours. */
export const filled = ({ facts, sentence }: PlannerRequest): Draft | 'nothing' | undefined => {
  const draft = facts.asked?.draft === undefined ? undefined : parsed(facts.asked.draft);
  if (!draft) return undefined;
  if (NOTHING.test(foldName(sentence)) || (!NAMES.has(draft.key) && yesOrNo(sentence) === 'no')) return 'nothing';
  const said = answerIn(sentence, draft);
  if (said === undefined) return undefined;
  return {
    say: draft.say,
    fill: { ...draft.fill, ...(said.answer !== undefined && { [draft.key]: said.answer }) },
    done: draft.done,
    spoken: draft.spoken as Deed[],
    ...(draft.there !== undefined && { there: draft.there }),
  };
};
