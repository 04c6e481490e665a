import { doneText, type Done } from '#contracts/words/done-text';
import { foldName } from '../text/fold.js';
import { history, trashed } from './about.js';
import { callOn, checked } from './calls.js';
import type { Context } from './context.js';
import type { Job } from './job.js';
import { mentionsIn, type Mention } from './spoken.js';

/** "¿cuáles has movido?", "which ones did you delete?": by name, what this conversation last did of that kind. */

const ASKED: readonly (readonly [string, RegExp])[] = [
  ['trash', /\b(?:borr|elimin|tir|delet|trash|remov|bin)/],
  ['copy', /\b(?:copi|copy)/],
  ['rename', /\b(?:renom|renam)/],
  ['move', /\b(?:mov|pas)/],
];

const isOf =
  (operation: string | undefined) =>
  (mention: Mention): boolean =>
    mention.every(
      (deed) =>
        deed.state === 'committed' &&
        deed.planId !== undefined &&
        (operation === undefined || deed.operation === operation),
    );

export function* done(context: Context): Job<string> {
  const said = foldName(context.sentence);
  const operation = ASKED.find(([, verb]) => verb.test(said))?.[0];
  const mention = mentionsIn(context.facts).find(isOf(operation));
  if (!mention) return yield* operation === 'trash' ? trashed(context) : history(context);
  const plans = checked(
    yield mention.map(({ planId, machine }) => callOn({ ...context, machine }, 'plan', { planId, limit: 50 })),
    context,
  ) as readonly { readonly entries?: Done['entries'] }[];
  return doneText(
    {
      operation: mention[0]!.operation,
      count: mention.reduce((sum, { entries = 0 }) => sum + entries, 0),
      entries: plans.flatMap(({ entries = [] }) => entries),
    },
    context.language,
  );
}
