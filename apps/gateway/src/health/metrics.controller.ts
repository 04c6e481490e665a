import { Controller, Get, Header } from '@nestjs/common';
import { MachineDirectory } from '#nats/machine-directory';
import { RunEvents } from '../runs/run-events.js';
import { Needs } from '../who/caller.js';
import { Metrics } from './metrics.js';

@Controller('metrics')
@Needs('read')
export class MetricsController {
  constructor(
    private readonly metrics: Metrics,
    private readonly directory: MachineDirectory,
    private readonly events: RunEvents,
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
