/**
 * The starter: everything on this PC with one command.
 *
 * Enters:  the environment, and `demo` as an argument. Leaves: one URL on the terminal, and a last line for programs.
 * Touches: its own processes (nats-server, file-agent, planner, gateway), the state folder, and with `demo` a
 *          throw-away home. It never touches anybody's files.
 */
import { START_TEXT } from '#contracts/words/start-text';
import { readEnv } from './env.js';
import { runningHouse } from './house-file.js';
import { House, type Opened } from './house.js';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const stopOnSignal = (house: House, stopped: string): void => {
  const stop = (): void => void house.close().then(() => (say(stopped), process.exit(0)));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stop);
};

const describe = (opened: Opened, language: 'es' | 'en'): void => {
  const text = START_TEXT[language];
  if (opened.demoHome !== undefined) say(text.demoHome(opened.demoHome));
  [text.open(opened.url), text.planner(opened.planner), ...text.tryThis, text.howToStop].forEach(say);
  const { url, machine, planner, places } = opened;
  say(`ready ${JSON.stringify({ url, machine, planner, places })}`);
};

const main = async (): Promise<void> => {
  const env = readEnv();
  const text = START_TEXT[env.language];
  const demo = process.argv.includes('demo');
  const running = demo ? undefined : await runningHouse(env.stateFolder);
  if (running !== undefined) return say(text.alreadyRuns(running.url));
  say(text.starting);
  const house = new House(env, { text, say });
  stopOnSignal(house, text.stopped);
  describe(await house.open(demo), env.language);
};

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
