import { createHash } from 'node:crypto';
import type { Receipt } from '#contracts/plan';
import type { Desk } from './desk.js';
import type { Engine } from './disk/engine.js';
import { PlanStore } from './disk/plan-store.js';
import { realSys, type Sys } from './disk/sys.js';
import { openEngine } from './open-engine.js';
import { canonicalJson } from './planning/canonical-json.js';
import { sweepPlans } from './planning/sweep.js';
import { Reach } from './reach.js';
import { Running } from './running.js';
import { OpenWalks } from './selection/open-walk.js';
import { WindowMemory } from './selection/window.js';
import type { DiskSettings, News } from './thread/messages.js';

/** Opens what the disk thread works with; what a crash left open is finished before anything else is asked. */
export const openDesk = (settings: DiskSettings, tell: (news: News) => void, sys: Sys = realSys): Desk => {
  const { machine, config } = settings;
  const engine = openEngine(sys, settings);
  const running = new Running();
  const desk: Desk = {
    machine,
    reach: new Reach(engine.disk.places, config),
    engine,
    plans: new PlanStore(engine.disk.state.sub('plans')),
    running,
    windows: new WindowMemory(),
    openWalks: new OpenWalks(),
    sealFacts: { machine, limits: createHash('sha256').update(canonicalJson(config)).digest('hex') },
    receiptOf: (planId) => running.receipt(planId) ?? storedReceipt(engine, planId),
    now: Date.now,
    tell,
  };
  sweepPlans(desk);
  return desk;
};

const storedReceipt = (engine: Engine, planId: string): Receipt | undefined => {
  const { undoneBy: _, ...receipt } = engine.history.receipt(planId) ?? {};
  return 'planId' in receipt ? receipt : undefined;
};
