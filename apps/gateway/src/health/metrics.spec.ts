import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { House } from '../testing/house.js';
import { Metrics } from './metrics.js';

const LINE = /^(?:# (?:HELP|TYPE) ordena_\w+ .+|ordena_\w+(?:\{(?:\w+="(?:[^"\\\n]|\\.)*",?)*\})? [\d.e+-]+)$/;

describe('metrics', () => {
  let house: House;

  beforeAll(async () => {
    house = await House.open({ machines: ['pc1'] });
  });

  afterAll(() => house.close());

  it('are in the text format, and count what happened', async () => {
    await house.ask('POST', '/v1/chat', { body: { message: 'hola' } });
    await house.ask('GET', '/v1/nothing');
    const { text, headers } = await house.ask('GET', '/metrics');
    const lines = text.trimEnd().split('\n');
    expect(headers.get('content-type')).toMatch('version=0.0.4');
    expect(lines.filter((line) => !LINE.test(line))).toEqual([]);
    expect(lines).toEqual(
      expect.arrayContaining([
        'ordena_runs_total{rung="embedded",status="done"} 1',
        'ordena_http_seconds_count{method="POST",route="/v1/chat",status="200"} 1',
        'ordena_http_seconds_count{method="GET",route="unknown",status="404"} 1',
        'ordena_bus_seconds_count{to="planner.chat",result="ok"} 1',
        'ordena_machines{state="on"} 1',
      ]),
    );
  });

  it('escape what comes from outside, and do not grow without end', () => {
    const metrics = new Metrics();
    metrics.count('ordena_plans_total', { operation: 'a"b\\c\nd', verdict: '' });
    for (let index = 0; index < 2000; index += 1) metrics.count('ordena_receipts_total', { operation: String(index) });
    const text = metrics.text({ ordena_machines: [], ordena_streams: [], ordena_uptime_seconds: [] });
    expect(text).toContain('operation="a\\"b\\\\c\\nd"');
    expect(text.split('\n').length).toBeLessThan(600);
  });
});
