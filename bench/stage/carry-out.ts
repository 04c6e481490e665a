import { setTimeout as sleep } from 'node:timers/promises';
import type { Operation } from '#contracts/operation';
import { commit } from '#contracts/operations/commit';
import { plan as planOperation } from '#contracts/operations/plan';
import type { Plan, Receipt } from '#contracts/plan';
import type { BusClient } from '#nats/bus-client';
import { MACHINE } from './stage.js';

/** Plans a change and commits it over NATS, as the gateway does after a yes; waits for the receipt. */
export const carryOut = async (bus: BusClient, operation: Operation, request: object): Promise<Receipt> => {
  const plan = (await bus.call(MACHINE, operation, request)) as Plan;
  const receipt = await commitPlan(bus, plan);
  const { done, total, status, failed, stale, skipped } = receipt;
  if (status === 'complete' && done === total && total === plan.summary.entries) return receipt;
  throw new Error(
    `${operation.name}: ${status}, ${done} of ${total} done, ${failed + stale} failed, ${skipped} skipped`,
  );
};

export const timedCarryOut = async (bus: BusClient, operation: Operation, request: object): Promise<number> =>
  timed(() => carryOut(bus, operation, request));

const POLL_MS = 5;
const YES_LASTS_MS = 60_000;

const commitPlan = async (bus: BusClient, { planId, hash }: Plan): Promise<Receipt> => {
  const expiresAt = new Date(Date.now() + YES_LASTS_MS).toISOString();
  const approval = { planId, hash, machine: MACHINE, by: 'bench', yes: 'given' as const, expiresAt };
  const first = await bus.call(MACHINE, commit, { planId, approval });
  return first.status === 'running' ? untilDone(bus, planId) : first;
};

const untilDone = async (bus: BusClient, planId: string): Promise<Receipt> => {
  for (;;) {
    await sleep(POLL_MS);
    const { receipt } = await bus.call(MACHINE, planOperation, { planId, limit: 0 });
    if (receipt !== undefined && receipt.status !== 'running') return receipt;
  }
};

/** How long it took, in milliseconds. */
export const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const started = performance.now();
  await work();
  return performance.now() - started;
};
