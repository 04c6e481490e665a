import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { PlannerInfoSchema } from '#contracts/chat';
import { SERVICE } from '#contracts/subjects';
import { BusClient } from '#nats/bus-client';
import { MachineDirectory } from '#nats/machine-directory';
import { VERSION } from '../version.js';

const ASK_MS = 500;

const PlannerServiceSchema = z.object({ metadata: z.looseObject({}).optional() });

/** Metadata values are strings; the rung is there when the planner tells it. */
const RungSchema = z.object({ rung: PlannerInfoSchema.shape.rung, model: z.string(), note: z.string().optional() });

export const HealthSchema = z
  .strictObject({
    status: z.literal('ok'),
    version: z.string(),
    planner: RungSchema.optional().describe(
      'Which planner answers: a configured model, a local one, or the embedded one',
    ),
  })
  .meta({ id: 'Health' });

export const ReadinessSchema = z
  .strictObject({
    status: z.enum(['ready', 'not-ready']),
    checks: z.strictObject({ nats: z.boolean(), planner: z.boolean(), machine: z.boolean() }),
  })
  .meta({ id: 'Readiness' });

export type Health = z.infer<typeof HealthSchema>;
export type Readiness = z.infer<typeof ReadinessSchema>;

@Injectable()
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
    const asked = this.bus.request(
      `$SRV.INFO.${SERVICE.planner}`,
      {},
      { schema: PlannerServiceSchema, timeoutMs: ASK_MS },
    );
    return asked.catch(() => undefined); // not there is an answer too
  }
}
