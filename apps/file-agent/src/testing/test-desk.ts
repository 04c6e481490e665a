import type { OperationName } from '#contracts/catalog';
import { type ErrorCode, OrdenaError } from '#contracts/errors';
import type { Plan, Receipt, Yes } from '#contracts/plan';
import { parseConfig } from '../config/config.js';
import type { Desk } from '../desk.js';
import type { Helper } from '../disk/reading.js';
import type { Sys } from '../disk/sys.js';
import { TempFolder, type Tree } from '../disk/testing/temp-folder.js';
import { openDesk } from '../open-desk.js';
import { ANSWERS } from '../operations/answers.js';
import { carryOut, checkedPlan, type CommitRequest } from '../operations/commit.js';
import type { DiskSettings, News } from '../thread/messages.js';

export interface TestDeskOptions {
  /** What the home holds, by folder: `{ Desktop: { 'a.txt': 'hola' } }`. */
  readonly tree?: Tree;
  readonly config?: object;
  /** Stands between us and the disk. */
  readonly sys?: Sys;
}

/** A desk on a real, throw-away home, and its operations run to their end without a bus or a thread. */
export class TestDesk {
  readonly home: TempFolder;
  readonly state = new TempFolder();
  readonly news: News[] = [];
  desk: Desk;
  /** Who else reads files. */
  helper?: Helper;
  /** Added to the clock. */
  laterMs = 0;
  private readonly settings: DiskSettings;

  constructor({ tree = {}, config = {}, sys }: TestDeskOptions = {}) {
    this.home = new TempFolder({ Desktop: {}, Documents: {}, ...tree });
    this.settings = {
      machine: 'pc1',
      home: this.home.path,
      stateFolder: this.state.path,
      dataHome: this.home.at('.local', 'share'),
      config: parseConfig(JSON.stringify(config), 'agent.json'),
    };
    this.desk = this.open(sys);
  }

  private open(sys?: Sys): Desk {
    const desk = openDesk(this.settings, (news) => void this.news.push(news), sys);
    return { ...desk, now: () => Date.now() + this.laterMs };
  }

  /** As after the agent ended and was started again. */
  restart(): void {
    this.desk.engine.close();
    this.desk = this.open();
  }

  ask<Reply = Plan>(operation: Exclude<OperationName, 'commit'>, request: object): Reply {
    const desk = { ...this.desk, ...(this.helper && { helper: this.helper }) };
    const answer = ANSWERS[operation](desk, request as never);
    return (isWork(answer) ? toTheEnd(answer) : answer) as Reply;
  }

  codeOf(operation: Exclude<OperationName, 'commit'>, request: object): ErrorCode | undefined {
    try {
      this.ask(operation, request);
      return undefined;
    } catch (error) {
      if (error instanceof OrdenaError) return error.code;
      throw error;
    }
  }

  commit(plan: Plan, yes?: Yes): Receipt {
    const request = this.requestFor(plan, yes);
    return toTheEnd(carryOut(this.desk, request, checkedPlan(this.desk, request)));
  }

  requestFor({ planId, hash, machine }: Plan, yes: Yes = 'given'): CommitRequest {
    const expiresAt = new Date(this.desk.now() + 60_000).toISOString();
    return { planId, approval: { planId, hash, machine, by: 'test', yes, expiresAt } };
  }

  /** Plans it and does it. */
  do(operation: Exclude<OperationName, 'commit'>, request: object): Receipt {
    return this.commit(this.ask(operation, request));
  }

  close(): void {
    this.desk.openWalks.close();
    this.desk.engine.close();
    this.home.remove();
    this.state.remove();
  }
}

const isWork = (answer: object): answer is Generator<unknown, object> => 'next' in answer;

/** Runs paged work to its end, nothing in between. */
export const toTheEnd = <Result>(work: Generator<unknown, Result>): Result => {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
};
