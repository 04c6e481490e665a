import { rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import type { ChatReply } from '#contracts/chat';
import { startSystem, type System } from '../testing/system.js';
import type { Case } from './cases.js';
import { fillHome, newHome, readTree } from './homes.js';
import { judge, type Trees, type Verdict } from './judge.js';

export interface Outcome extends Verdict {
  readonly test: Case;
  readonly reply: string;
  readonly asked: boolean;
  readonly steps: number;
  readonly tokens: number;
  readonly ms: number;
}

/** A request of dependent steps may ask more than once. */
const MOST_YES = 8;
/** A system takes a second to start: fewer cases than this are not worth one more. */
const LEAST_CASES = 20;

const YES = { es: 'sí', en: 'yes' } as const;

/** What the agents of a case are started as: id and human name. One machine alone is never called by its name. */
const fleetOf = ({ machines }: Case): Record<string, string> =>
  Object.fromEntries(
    Object.entries(machines).map(([id, { name }], _, all) => [id, all.length === 1 ? '' : name] as const),
  );

const keyOf = (test: Case): string => JSON.stringify(fleetOf(test));

/** A running system on homes that are filled anew for every case. */
class Fleet {
  private constructor(
    private readonly system: System,
    private readonly homes: Readonly<Record<string, string>>,
  ) {}

  static async start(machines: Readonly<Record<string, string>>, env: NodeJS.ProcessEnv): Promise<Fleet> {
    const homes = Object.fromEntries(Object.keys(machines).map((machine) => [machine, newHome()]));
    const names = Object.fromEntries(Object.entries(machines).filter(([, name]) => name !== ''));
    return new Fleet(await startSystem({ homes, names, env }), homes);
  }

  async run(test: Case): Promise<Outcome> {
    const ids = Object.keys(test.machines);
    for (const id of ids) fillHome(this.homes[id]!, test.machines[id]!.files);
    const startedAt = performance.now();
    const { replies, trees } = await this.talk(test);
    const ms = performance.now() - startedAt;
    const { status, reply } = replies.at(-1)!;
    return {
      ...judge(test, { trees, status, reply }),
      test,
      reply,
      asked: replies.some((each) => each.status === 'needs_answer'),
      steps: replies.reduce((sum, { steps }) => sum + (steps?.length ?? 0), 0),
      tokens: replies.reduce((sum, { usage }) => sum + (usage ? usage.promptTokens + usage.completionTokens : 0), 0),
      ms,
    };
  }

  /** Says the turns; a plan that waits for a person gets a yes, so that what was offered is seen on the disk. */
  private async talk(test: Case): Promise<{ replies: ChatReply[]; trees: Trees[] }> {
    const machine = Object.keys(test.machines)[0]!;
    const word = YES[test.lang === 'en' ? 'en' : 'es'];
    const replies: ChatReply[] = [];
    const trees = [this.trees(test)];
    for (const turn of test.turns) {
      let reply = await this.say(turn, { machine, conversationId: replies.at(-1)?.conversationId });
      for (let yes = 0; reply.status === 'needs_approval' && yes < MOST_YES; yes += 1)
        reply = await this.say(word, { machine, conversationId: reply.conversationId });
      replies.push(reply);
      trees.push(this.trees(test));
    }
    return { replies, trees };
  }

  private async say(message: string, more: { machine: string; conversationId?: string }): Promise<ChatReply> {
    const { status, body } = await this.system.ask<ChatReply>('POST', '/v1/chat', { message, ...more });
    if (status === 200) return body;
    return { ...body, status: 'failed', reply: JSON.stringify(body), steps: [] };
  }

  private trees(test: Case): Trees {
    return Object.fromEntries(Object.keys(test.machines).map((id) => [id, readTree(this.homes[id]!)]));
  }

  async close(): Promise<void> {
    await this.system.close();
    for (const home of Object.values(this.homes)) rmSync(home, { recursive: true, force: true });
  }
}

/** Cases that one fleet runs one after the other. */
interface Batch {
  readonly machines: Readonly<Record<string, string>>;
  readonly cases: readonly Case[];
}

/** Cases with the same machines share a fleet; many of them are cut, so that fleets side by side finish together. */
const batchesOf = (cases: readonly Case[], parallel: number): Batch[] =>
  [...new Set(cases.map(keyOf))].flatMap((key) => {
    const same = cases.filter((each) => keyOf(each) === key);
    const size = Math.max(LEAST_CASES, Math.ceil(same.length / parallel));
    const count = Math.ceil(same.length / size);
    return Array.from({ length: count }, (_, at) => ({
      machines: fleetOf(same[0]!),
      cases: same.slice(at * size, (at + 1) * size),
    }));
  });

const runBatch = async ({ machines, cases }: Batch, { env = {}, signal }: Running): Promise<Outcome[]> => {
  const fleet = await Fleet.start(machines, env);
  const outcomes: Outcome[] = [];
  try {
    for (const test of cases) if (signal?.aborted !== true) outcomes.push(await fleet.run(test));
  } finally {
    await fleet.close();
  }
  return outcomes;
};

export interface Running {
  /** For every process, e.g. OPENAI_BASE_URL. */
  readonly env?: NodeJS.ProcessEnv;
  /** Systems side by side, each on homes of its own. */
  readonly parallel?: number;
  /** Ends the run after the cases at hand, so that no process stays behind. */
  readonly signal?: AbortSignal;
}

/** Runs every case through the whole system; the outcomes come in the order of the cases. */
export const runCases = async (cases: readonly Case[], running: Running = {}): Promise<Outcome[]> => {
  const { parallel = availableParallelism(), signal } = running;
  const queue = batchesOf(cases, parallel).toSorted((a, b) => b.cases.length - a.cases.length);
  const outcomes: Outcome[] = [];
  const worker = async (): Promise<void> => {
    for (let batch = queue.shift(); batch !== undefined && signal?.aborted !== true; batch = queue.shift())
      outcomes.push(...(await runBatch(batch, running)));
  };
  await Promise.all(Array.from({ length: parallel }, worker));
  return outcomes.toSorted((a, b) => cases.indexOf(a.test) - cases.indexOf(b.test));
};
