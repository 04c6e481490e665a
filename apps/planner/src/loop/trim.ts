import type { Message } from '../model/port.js';

/** Room for everything a run says; beyond it the oldest results shrink first. */
const MOST_CHARACTERS = 160_000;
const DROPPED = '{"ok":true,"dropped":"An older result, left out for room. Call again if it is needed."}';

/** The pairing of calls and results stays whole, and so do the rules, the facts and everything the person said. */
export const trimmed = (messages: readonly Message[]): readonly Message[] => {
  let excess = messages.reduce((sum, { content }) => sum + content.length, 0) - MOST_CHARACTERS;
  if (excess <= 0) return messages;
  return messages.map((message) => {
    if (excess <= 0 || message.role !== 'tool' || message.content.length <= DROPPED.length) return message;
    excess -= message.content.length - DROPPED.length;
    return { ...message, content: DROPPED };
  });
};
