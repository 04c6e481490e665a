/**
 * The starter: everything on this PC with one command.
 *
 * Enters:  the environment, and `demo` as an argument. Leaves: one URL on the terminal, and a last line for programs.
 *          For docker-compose.yml also `bus <folder> <machine>…` (keys and configuration), `keep <folder>` and `healthy <role> <subject>`.
 * Touches: its own processes (nats-server, file-agent, planner, gateway), the state folder, and with `demo` a
 *          throw-away home. It never touches anybody's files.
 */
import { START_TEXT } from '#contracts/words/start-text';
import { join } from 'node:path';
import { openAuthority } from './bus-authority.js';
import { writeBusFiles } from './bus-files.js';
import { openKeeper } from './bus-keeper.js';
import { machineNamed, readEnv } from './env.js';
import { askHealth } from './healthy.js';
import { runningHouse } from './house-file.js';
import { House, type Opened } from './house.js';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** A terminal's Ctrl-C reaches this process twice, by itself and through `npm start`: the second must not cut the first short. */
const stopOnSignal = (house: House, stopped: string): void => {
  const stop = (): void => void house.close().then(() => (say(stopped), process.exit(0)));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
};

const describe = (opened: Opened, language: 'es' | 'en'): void => {
  const text = START_TEXT[language];
  if (opened.demoHome !== undefined) say(text.demoHome(opened.demoHome));
  [text.open(opened.url), text.planner(opened.planner), ...text.tryThis, text.howToStop].forEach(say);
  const { url, machine, planner, places } = opened;
  say(`ready ${JSON.stringify({ url, machine, planner, places })}`);
};

const openHouse = async (demo: boolean, asFleet: boolean): Promise<void> => {
  const env = readEnv(undefined, asFleet);
  const text = START_TEXT[env.language];
  const running = demo ? undefined : await runningHouse(env.stateFolder);
  if (running !== undefined) return say(text.alreadyRuns(running.url));
  say(text.starting);
  const house = new House(env, { text, say });
  stopOnSignal(house, text.stopped);
  describe(await house.open(demo), env.language);
};

/** `bus <folder> <machine>…` */
const writeBus = async ([folder = '', ...machines]: string[]): Promise<void> => {
  const { reach } = readEnv();
  await writeBusFiles(folder, machines.map(machineNamed), reach === undefined ? [] : [reach]);
  say(`keys and server configuration for ${machines.join(', ')} are in ${folder}`);
};

/** `keep <folder>`: the keeper of a NATS of the owner's, for as long as this process lives. */
const keep = async ([folder = '']: string[]): Promise<void> => {
  const authorityFile = join(folder, 'authority.json');
  const credsFile = join(folder, 'keeper', 'bus.creds');
  const authority = await openAuthority(authorityFile);
  const { natsUrl = '' } = readEnv();
  const keeper = await openKeeper({ url: natsUrl, credsFile, authority, authorityFile, withKeys: true });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void keeper.close());
};

/** `healthy <role> <subject>` */
const tellHealth = async ([role = '', subject = '']: string[]): Promise<void> => {
  const { natsUrl = '', natsCreds } = readEnv();
  await askHealth({ url: natsUrl, keyFile: natsCreds, role, subject });
};

const main = async (): Promise<void> => {
  const [command, ...rest] = process.argv.slice(2);
  if (command === 'bus') return writeBus(rest);
  if (command === 'healthy') return tellHealth(rest);
  if (command === 'keep') return keep(rest);
  return openHouse(command === 'demo', process.argv.includes('--fleet'));
};

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
