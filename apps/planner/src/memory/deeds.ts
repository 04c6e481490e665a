import type { Deed } from '../facts.js';
import type { ConversationEvent } from './conversation-events.js';

const MOST_DEEDS = 20;

/** What this conversation did or looked at, newest last, each in its latest state. Plans that wait are never dropped. */
export const deedsOf = (events: readonly ConversationEvent[]): Deed[] => {
  const states = new Map(
    events.flatMap((event) => (event.kind === 'decided' ? [[event.planId, event.state] as const] : [])),
  );
  const deeds = events.flatMap((event) => (event.kind === 'deed' ? [event.deed] : []));
  const current = deeds.map((deed) => ({ ...deed, state: (deed.planId && states.get(deed.planId)) || deed.state }));
  return newest(current);
};

const newest = (deeds: Deed[]): Deed[] => {
  const dropFirst = [...deeds].sort((a, b) => weight(a) - weight(b)); // stable: oldest of the lightest first
  const dropped = new Set(dropFirst.slice(0, Math.max(0, deeds.length - MOST_DEEDS)));
  return deeds.filter((deed) => !dropped.has(deed));
};

const weight = ({ state }: Deed): number => (state === 'planned' ? 2 : state === 'looked' ? 0 : 1);
