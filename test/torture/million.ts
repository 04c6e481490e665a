import { closeSync, mkdirSync, openSync } from 'node:fs';
import type { Plan } from '#contracts/plan';
import { startNatsServer } from '#nats/testing/nats-server';
import { TempFolder } from '../../apps/file-agent/src/disk/testing/temp-folder.js';
import { AgentProcess } from '../../apps/file-agent/src/testing/agent-process.js';
import { Caller } from '../../apps/file-agent/src/testing/caller.js';
import { peakDuring } from '../../bench/stage/memory.js';
import { progress } from './progress.js';
import type { Verdict } from './verdict.js';

const LIMIT_MB = 200;
const PER_FOLDER = 250;
const FOLDERS_PER_LEVEL = 64;
const PATIENCE_MS = 1_200_000;
const PAGES = 100;

/** A home with so many empty files below `Desktop/all`, and an owner who allows plans of all of them. */
const fillHome = (entries: number): { home: TempFolder; state: TempFolder } => {
  const home = new TempFolder({ Desktop: {}, Documents: {} }, '/dev/shm');
  let folder = '';
  for (let at = 0; at < entries; at++) {
    const number = at / PER_FOLDER;
    if (Number.isInteger(number)) {
      folder = home.at('Desktop/all', `group-${Math.floor(number / FOLDERS_PER_LEVEL)}`, `folder-${number}`);
      mkdirSync(folder, { recursive: true });
    }
    closeSync(openSync(`${folder}/file-${String(at).padStart(7, '0')}.txt`, 'w'));
  }
  const config = JSON.stringify({ quotas: { entriesPerPlan: entries } });
  return { home, state: new TempFolder({ 'agent.json': config }, '/dev/shm') };
};

/** Kinds of work on all those entries, each telling how many it saw or changed. */
class Work {
  private plan?: Plan;

  constructor(
    private readonly caller: Caller,
    private readonly where: { readonly in: string; readonly select: object },
  ) {}

  private async find(more: object): Promise<{ totals: { files: number }; cursor?: string; entries: object[] }> {
    return this.caller.ask('pc1.find', { ...this.where, ...more });
  }

  private async planned(operation: string, request: object): Promise<number> {
    this.plan = await this.caller.ask<Plan>(`pc1.${operation}`, request);
    return this.plan.summary.entries;
  }

  private async committed(): Promise<number> {
    await this.caller.commit(this.plan!);
    return (await this.caller.settled(this.plan!)).done;
  }

  private async pages(): Promise<number> {
    let cursor: string | undefined;
    let last = 0;
    for (let page = 0; page < PAGES; page++) {
      const reply = await this.find({ limit: 1000, ...(cursor !== undefined && { cursor }) });
      last = reply.totals.files;
      ({ cursor } = reply);
      if (cursor === undefined) break;
    }
    return last;
  }

  readonly kinds: readonly (readonly [string, () => Promise<number>])[] = [
    ['counted', async () => (await this.find({ limit: 0 })).totals.files],
    ['by size', async () => (await this.find({ sort: 'size' })).totals.files],
    ['a hundred pages', () => this.pages()],
    [
      'move planned',
      () => this.planned('move', { from: this.where.in, select: this.where.select, to: 'documents/new' }),
    ],
    ['moved', () => this.committed()],
    ['undo planned', () => this.planned('undo', {})],
    ['undone', () => this.committed()],
    ['trash planned', () => this.planned('trash', { from: this.where.in, select: this.where.select })],
  ];
}

/** P14: the most memory that the agent, as it goes to people's PCs, holds while it works on so many entries at once. */
export const million = async (entries: number): Promise<Verdict> => {
  const server = await startNatsServer();
  const { home, state } = fillHome(entries);
  const agent = await AgentProcess.startOn({ natsUrl: server.url, isBundle: true }, home, state);
  const caller = await Caller.connect(server.url, PATIENCE_MS);
  const work = new Work(caller, { in: 'desktop/all', select: { depth: 64 } });
  const peaks: string[] = [];
  const violations: string[] = [];
  for (const [what, act] of work.kinds) {
    const peak = await peakDuring(agent.pid, async () => {
      const seen = await act();
      if (seen !== entries) violations.push(`${what}: ${seen} of ${entries}`);
    });
    peaks.push(`${what} ${peak.toFixed(0)}`);
    if (peak > LIMIT_MB) violations.push(`${what}: ${peak.toFixed(0)} MB`);
    progress({ what: `MB at most: ${peaks.join(', ')}`, done: peaks.length, violations: violations.length });
  }
  await caller.close();
  await agent.close();
  await server.close();
  return {
    promise: 'P14',
    what: `MB at most with ${entries} entries: ${peaks.join(', ')}`,
    cases: entries,
    violations,
  };
};
