import { rmSync } from 'node:fs';
import type { ChatReply } from '#contracts/chat';
import { startSystem, type System } from '../testing/system.js';
import type { Case } from './cases.js';
import { fillHome, newHome, readTree, type Tree } from './homes.js';
import { judge, type Verdict } from './judge.js';

export interface Outcome extends Verdict {
  readonly test: Case;
  readonly reply: string;
  readonly asked: boolean;
  readonly steps: number;
  readonly tokens: number;
  readonly ms: number;
}

const YES = { es: 'sí', en: 'yes' } as const;

/** A machine answers to its id on the bus; its human name becomes that id, so that people can call it by name. */
const idOf = (id: string, test: Case): string => {
  if (Object.keys(test.machines).length === 1) return 'pc1';
  const name = test.machines[id]!.name.normalize('NFD')
    .replace(/[^a-zA-Z0-9]+/g, '-')
    .toLowerCase();
  return name.replace(/^-+|-+$/g, '').slice(0, 32) || id;
};

const fleetOf = (test: Case): string =>
  Object.keys(test.machines)
    .map((id) => idOf(id, test))
    .join(' ');

/** A running system on homes that are filled anew for every case. */
class Fleet {
  private constructor(
    private readonly system: System,
    private readonly homes: Readonly<Record<string, string>>,
  ) {}

  static async start(machines: readonly string[], env: NodeJS.ProcessEnv): Promise<Fleet> {
    const homes = Object.fromEntries(machines.map((machine) => [machine, newHome()]));
    return new Fleet(await startSystem({ homes, env }), homes);
  }

  async run(test: Case): Promise<Outcome> {
    const ids = Object.keys(test.machines);
    for (const id of ids) fillHome(this.homes[idOf(id, test)]!, test.machines[id]!.files);
    const before = this.trees(test);
    const startedAt = performance.now();
    const { replies, beforeLast } = await this.talk(test);
    const ms = performance.now() - startedAt;
    const last = replies.at(-1)!;
    const statuses = replies.map(({ status }) => status);
    const reply = last.reply;
    return {
      ...judge(test, { before, beforeLast, after: this.trees(test), status: last.status, reply, statuses }),
      test,
      reply,
      asked: statuses.includes('needs_answer'),
      steps: replies.reduce((sum, { steps }) => sum + (steps?.length ?? 0), 0),
      tokens: replies.reduce((sum, { usage }) => sum + (usage ? usage.promptTokens + usage.completionTokens : 0), 0),
      ms,
    };
  }

  /** Says the turns; a plan that waits for a person gets a yes, so that what was offered is seen on the disk. */
  private async talk(test: Case): Promise<{ replies: ChatReply[]; beforeLast: Record<string, Tree> }> {
    const machine = idOf(Object.keys(test.machines)[0]!, test);
    const replies: ChatReply[] = [];
    let beforeLast = this.trees(test);
    for (const turn of test.turns) {
      beforeLast = this.trees(test);
      let reply = await this.say(turn, { machine, conversationId: replies.at(-1)?.conversationId });
      for (let yes = 0; reply.status === 'needs_approval' && yes < 4; yes++) {
        reply = await this.say(YES[test.lang === 'en' ? 'en' : 'es'], {
          machine,
          conversationId: reply.conversationId,
        });
      }
      replies.push(reply);
    }
    return { replies, beforeLast };
  }

  private async say(message: string, more: { machine: string; conversationId?: string }): Promise<ChatReply> {
    const { status, body } = await this.system.ask<ChatReply>('POST', '/v1/chat', { message, ...more });
    if (status === 200) return body;
    return { ...body, status: 'failed', reply: JSON.stringify(body), steps: [] };
  }

  private trees(test: Case): Record<string, Tree> {
    return Object.fromEntries(Object.keys(test.machines).map((id) => [id, readTree(this.homes[idOf(id, test)]!)]));
  }

  async close(): Promise<void> {
    await this.system.close();
    for (const home of Object.values(this.homes)) rmSync(home, { recursive: true, force: true });
  }
}

/** Runs every case through the whole system; cases with the same machines share one. */
export const runCases = async (cases: readonly Case[], env: NodeJS.ProcessEnv): Promise<Outcome[]> => {
  const outcomes: Outcome[] = [];
  for (const fleet of new Set(cases.map(fleetOf))) {
    const system = await Fleet.start(fleet.split(' '), env);
    try {
      for (const test of cases.filter((each) => fleetOf(each) === fleet)) outcomes.push(await system.run(test));
    } finally {
      await system.close();
    }
  }
  return outcomes;
};
