import { readdirSync } from 'node:fs';
import type { Plan } from '#contracts/plan';
import { AgentProcess } from './agent-process.js';
import type { Caller } from './caller.js';

/** An agent whose desktop has a folder `many` of `files` empty files, and whose documents are empty. */
export const startWithMany = (natsUrl: string, machine: string, files: number): Promise<AgentProcess> => {
  const many = Object.fromEntries(Array.from({ length: files }, (_, at) => [`${at}.txt`, '']));
  return AgentProcess.start({ natsUrl, machine, tree: { Desktop: { many }, Documents: {} } });
};

/** The plan that moves all of them to the documents. */
export const planMovingMany = (caller: Caller, machine: string): Promise<Plan> =>
  caller.ask<Plan>(`${machine}.move`, { from: 'desktop/many', select: {}, to: 'documents' });

/** How many are still there, and how many have arrived. */
export const leftAndMoved = (agent: AgentProcess): number[] =>
  [agent.home.at('Desktop', 'many'), agent.home.at('Documents')].map((path) => readdirSync(path).length);
