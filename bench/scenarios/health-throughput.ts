import type { Scenario } from '../scenario.js';
import { type FastApi, startFastApi } from '../stage/fastapi.js';
import { requestsPerSecond } from '../stage/http-load.js';
import type { Stage } from '../stage/stage.js';

interface Health {
  readonly url: string;
  readonly body: string;
  readonly fastApi: FastApi;
}

const SLICE_MS = 2000;

const bodyOf = async (url: string): Promise<string> => (await fetch(url)).text();

export const healthThroughputScenario: Scenario<Health> = {
  name: 'health-throughput',
  words: 'the gateway on `/health`, 50 connections / FastAPI + uvicorn (uvloop, one worker) on the same route and body',
  unit: 'per second',
  score: 'ratio',
  better: 'higher',
  limits: { goal: 2.5, gate: 2 },
  reps: { full: 5 },
  needs: ['python3'],
  known:
    'Nest on Fastify with the page’s security headers and the measured route; the planner is asked once a second, no longer for every request',
  setup: async ({ system }: Stage) => {
    const url = `${system.base}/health`;
    const body = await bodyOf(url);
    return { url, body, fastApi: await startFastApi(body) };
  },
  ours: ({ url }) => requestsPerSecond(url, SLICE_MS),
  baseline: ({ fastApi }) => requestsPerSecond(fastApi.url, SLICE_MS),
  check: async ({ url, body, fastApi }) => {
    const [ours, theirs] = await Promise.all([bodyOf(url), bodyOf(fastApi.url)]);
    if (ours !== body || JSON.stringify(JSON.parse(theirs)) !== body) throw new Error(`${ours} is not ${theirs}`);
  },
  close: ({ fastApi }) => fastApi.stop(),
};
