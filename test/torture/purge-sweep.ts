import { existsSync, readdirSync, rmSync } from 'node:fs';
import { Engine } from '../../apps/file-agent/src/disk/engine.js';
import { inOneGo } from '../../apps/file-agent/src/disk/steps.js';
import { realSys, type Sys } from '../../apps/file-agent/src/disk/sys.js';
import { commit, Ops, undo } from '../../apps/file-agent/src/disk/testing/ops.js';
import { TempFolder } from '../../apps/file-agent/src/disk/testing/temp-folder.js';
import { Crash, crashAt, FaultySys, NO_FAULT, type Fault } from './faulty-sys.js';
import { progress } from './progress.js';
import type { Verdict } from './verdict.js';

/** Small files of the journal, so that a dozen plans fill several. */
const SEGMENT_BYTES = 2_000;
const PLANS = 8;

/** A desktop whose journal has run over several files, with old plans in the trash and a young one. */
class RetentionWorld {
  readonly disk = new TempFolder(
    { desktop: Object.fromEntries([...Array(PLANS + 1).keys()].map((at) => [`${at}`, `text ${at}`])) },
    '/dev/shm',
  );
  young = '';
  before = new Date();

  open(sys: Sys): Engine {
    return Engine.open(sys, {
      places: [{ name: 'desktop', words: [], path: this.disk.at('desktop') }],
      stateFolder: this.disk.at('state'),
      journal: { segmentBytes: SEGMENT_BYTES },
    });
  }

  /** Runs `act` with a fault that counts from there on; answers how many changing calls it made. */
  live(fault: Fault, act: (engine: Engine) => void): number {
    const faulty = new FaultySys(realSys, { syncs: false });
    try {
      const engine = this.open(faulty.sys);
      faulty.arm(fault);
      act(engine);
      engine.close();
    } catch (error) {
      if (!(error instanceof Crash)) throw error;
    } finally {
      faulty.bury();
      rmSync(this.disk.at('state/lock'), { force: true });
    }
    return faulty.calls;
  }

  fill(): void {
    this.live(NO_FAULT, (engine) => {
      const ops = new Ops(engine);
      for (let at = 0; at < PLANS; at++) commit(engine, [ops.trash(`desktop/${at}`)]);
      this.before = new Date(Date.now() + 1);
      while (Date.now() <= this.before.getTime());
      this.young = commit(engine, [ops.trash(`desktop/${PLANS}`)]).planId;
    });
  }

  /** What is wrong after a death: the next start trusts the journal, a purge ends it, the young plan is undone. */
  wrong(): string | undefined {
    let wrong: string | undefined;
    this.live(NO_FAULT, (engine) => {
      if (!engine.journal.isGood) return void (wrong = 'the journal counts as damaged');
      inOneGo(engine.purge(this.before));
      const trash = this.disk.at('state/vault/trash');
      const left = existsSync(trash) ? readdirSync(trash).length : 0;
      if (left !== 1) wrong = `${left} things in the trash instead of the young one`;
      else if (undo(engine, this.young).done !== 1) wrong = 'the young plan could not be undone';
      else if (engine.journal.planIds().length >= PLANS) wrong = 'nothing was forgotten';
    });
    return wrong;
  }
}

const inWorld = <T>(ordeal: (world: RetentionWorld) => T): T => {
  const world = new RetentionWorld();
  try {
    world.fill();
    return ordeal(world);
  } finally {
    world.disk.remove();
  }
};

const purged = (world: RetentionWorld, fault: Fault): number =>
  world.live(fault, (engine) => void inOneGo(engine.purge(world.before)));

/** P20: death before each change of a purge; what is old goes at the next one, what is young stays. */
export const purgeSweep = (step: number): Verdict => {
  const what = 'death before each change of a purge';
  const calls = inWorld((world) => purged(world, NO_FAULT));
  const violations: string[] = [];
  let cases = 0;
  for (let at = 1; at <= calls; at += step) {
    const wrong = inWorld((world) => {
      purged(world, crashAt(at));
      return world.wrong();
    });
    cases += 1;
    if (wrong) violations.push(`at ${at} of ${calls}: ${wrong}`);
    progress({ what, done: cases, violations: violations.length });
  }
  return { promise: 'P20', what, cases, violations };
};
