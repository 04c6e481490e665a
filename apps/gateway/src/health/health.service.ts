import { z } from 'zod';
import { PlannerInfoSchema } from '#contracts/chat';
import type { Health, Readiness } from '#contracts/http/views';
import { SERVICE } from '#contracts/subjects';
import type { BusClient } from '#nats/bus-client';
import type { MachineDirectory } from '#nats/machine-directory';
import { VERSION } from '#contracts/version';

const ASK_MS = 500;

const PlannerServiceSchema = z.object({ metadata: z.looseObject({}).optional() });

/** Metadata values are strings; the rung is there when the planner tells it. */
const RungSchema = z.object({ rung: PlannerInfoSchema.shape.rung, model: z.string(), note: z.string().optional() });

export class HealthService {
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

  private async planner(): Promise<z.output<typeof PlannerServiceSchema> | undefined> {
    const asked = this.bus.within(ASK_MS).request(`$SRV.INFO.${SERVICE.planner}`, {}, { schema: PlannerServiceSchema });
    return asked.catch(() => undefined); // not there is an answer too
  }
}
