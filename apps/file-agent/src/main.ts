#!/usr/bin/env node
/**
 * The file agent of one PC.
 *
 * Enters: requests on `ordena.agent.<machine>.<operation>`, checked against the catalog before they get here.
 * Leaves: replies, and events on `ordena.event.<machine>.<kind>`.
 * May touch: the places its owner opened and its own state folder, both only in `disk/` and only in the disk thread.
 *
 * Start: configuration → places → what a crash left open, and beside it nobody else has this id → subscribe → one line
 * saying so. End: told to, shut out, or another one has its id: a running commit comes to its next safe point first. What only another command needs is loaded only by it: an idle agent stays small.
 */
import { fileURLToPath } from 'node:url';
import { OrdenaError } from '#contracts/errors';
import { fail } from '#nats/run-process';
import { enrolmentPlace } from './env.js';
import { serve } from './serve.js';
import type { Verb } from './service/service-command.js';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const run = async (): Promise<void> => {
  const serving = await serve();
  let isStopping = false;
  const stop = (): void => {
    isStopping = true;
    serving.close().then(() => process.exit(0), fail);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, stop);
  say(JSON.stringify(serving.ready));
  const reason = await serving.lost;
  if (isStopping) return;
  await serving.close();
  throw reason;
};

/** Looks, tells, and ends with 0 when all is well. */
const consult = async (): Promise<void> => {
  const { examine } = await import('./doctor.js');
  const { lines, isWell } = await examine();
  say(lines.join('\n'));
  process.exit(isWell ? 0 : 1);
};

const clear = async (): Promise<void> => {
  const { purge } = await import('./purge.js');
  const { count, days } = purge();
  say(`${count} things older than ${days} days left the trash for good.`);
};

/** Joins a fleet, and goes on as its agent. */
const enrol = async (): Promise<void> => {
  const { join } = await import('./enrol/join.js');
  const joined = await join(process.argv.slice(3), enrolmentPlace);
  say(JSON.stringify({ enrolled: true, machine: joined.machine }));
  if (joined.start) await run();
};

/** The agent as a service of this PC: written, started and stopped through its own supervisor. */
const service = (verb: Verb) => async (): Promise<void> => {
  const { serviceCommand } = await import('./service/service-command.js');
  const { lines, isWell } = serviceCommand(verb, fileURLToPath(import.meta.url));
  say(lines.join('\n'));
  process.exit(isWell ? 0 : 1);
};

const COMMANDS: Readonly<Record<string, () => Promise<void>>> = {
  run,
  enrol,
  doctor: consult,
  purge: clear,
  install: service('install'),
  start: service('start'),
  stop: service('stop'),
  status: service('status'),
  uninstall: service('uninstall'),
};

const command = COMMANDS[process.argv[2] ?? 'run'];
if (command) command().catch(fail);
else fail(new OrdenaError('UNKNOWN_OPERATION', `The agent knows: ${Object.keys(COMMANDS).join(', ')}.`));
