import { Controller, Get, Header, Inject } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { MachineDirectory } from '#nats/machine-directory';
import { RunEvents } from '../runs/run-events.js';
import { Needs } from '../who/caller.js';
import { Metrics } from './metrics.js';

@ApiExcludeController()
@Controller('metrics')
@Needs('read')
export class MetricsController {
  constructor(
    @Inject(Metrics) private readonly metrics: Metrics,
    @Inject(MachineDirectory) private readonly directory: MachineDirectory,
    @Inject(RunEvents) private readonly events: RunEvents,
  ) {}

  @Get()
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  async text(): Promise<string> {
    const machines = await this.directory.list();
    const online = machines.filter((machine) => machine.online).length;
    return this.metrics.text({
      ordena_machines: [
        [{ state: 'on' }, online],
        [{ state: 'off' }, machines.length - online],
      ],
      ordena_streams: [[{}, this.events.streams()]],
      ordena_uptime_seconds: [[{}, Math.round(process.uptime())]],
    });
  }
}
