import { z } from 'zod';
import { PlannerInfoSchema } from '#contracts/chat';
import type { Health, Readiness } from '#contracts/http/views';
import { SERVICE } from '#contracts/subjects';
import type { BusClient } from '#nats/bus-client';
import type { MachineDirectory } from '#nats/machine-directory';
import { VERSION } from '#contracts/version';

const ASK_MS = 500;
/** However often somebody looks, the planner is asked this seldom. */
const FRESH_MS = 1000;

const PlannerServiceSchema = z.object({ metadata: z.looseObject({}).optional() });

/** Metadata values are strings; the rung is there when the planner tells it. */
const RungSchema = z.object({ rung: PlannerInfoSchema.shape.rung, model: z.string(), note: z.string().optional() });

type PlannerService = z.output<typeof PlannerServiceSchema>;

export class HealthService {
  private asked: { at: number; answer: Promise<PlannerService | undefined> } = { at: -FRESH_MS, answer: nobody() };

  constructor(
    private readonly bus: BusClient,
    private readonly directory: MachineDirectory,
  ) {}

  async health(): Promise<Health> {
    const planner = await this.planner();
    const rung = RungSchema.safeParse(planner?.metadata);
    return { status: 'ok', version: VERSION, ...(rung.success && { planner: rung.data }) };
  }

  async readiness(): Promise<Readiness> {
    const nats = await this.nats();
    const planner = nats && (await this.planner()) !== undefined;
    const machine = nats && (await this.directory.list()).some(({ online }) => online);
    const checks = { nats, planner, machine };
    return { status: nats && planner && machine ? 'ready' : 'not-ready', checks };
  }

  private async nats(): Promise<boolean> {
    const late = new Promise<false>((done) => setTimeout(() => done(false), ASK_MS).unref());
    return Promise.race([
      this.bus.nc.flush().then(
        () => true,
        () => false,
      ),
      late,
    ]);
  }

  private planner(): Promise<PlannerService | undefined> {
    const now = performance.now();
    if (now - this.asked.at >= FRESH_MS) this.asked = { at: now, answer: this.askPlanner() };
    return this.asked.answer;
  }

  private async askPlanner(): Promise<PlannerService | undefined> {
    const asked = this.bus.within(ASK_MS).request(`$SRV.INFO.${SERVICE.planner}`, {}, { schema: PlannerServiceSchema });
    return asked.catch(() => undefined); // not there is an answer too
  }
}

const nobody = async (): Promise<undefined> => undefined;
