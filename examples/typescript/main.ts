/** Say it, look at the plan, say yes, put it back; `generate.mjs` wrote api.d.ts. Usage: main.ts http://127.0.0.1:3000 TOKEN */
import type { Doors, Schemas } from './api.js';

const [url = '', token = ''] = process.argv.slice(2);

/** The door's own name says what goes in and what comes out; `at` fills in what stands in braces. */
const ask = async <Door extends keyof Doors>(
  door: Door,
  body: Doors[Door]['body'],
  at: Record<string, string> = {},
): Promise<Doors[Door]['reply']> => {
  const [method, path = ''] = door.split(' ');
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(at[name] ?? ''));
  const response = await fetch(url + filled, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  if (response.ok) return (await response.json()) as Doors[Door]['reply'];
  const problem = (await response.json()) as Schemas['ProblemDetails'];
  throw new Error(`${problem.code}: ${problem.title}`);
};

const { machines } = await ask('GET /v1/machines', undefined);
const machine = machines.find(({ online }) => online)?.machine ?? '';
const found = await ask('POST /v1/machines/{machine}/operations/find', { in: 'desktop', limit: 0 }, { machine });
console.log(`${machine}: ${found.totals.files} files on the desktop`);

const wish = { from: 'desktop', select: {}, to: 'desktop/typescript' };
const plan = await ask('POST /v1/machines/{machine}/operations/move', wish, { machine });
const at = { planId: plan.planId };
console.log(`${plan.summary.entries} files would move`);
console.log((await ask('POST /v1/plans/{planId}/approve', { hash: plan.hash }, at)).reply);
console.log((await ask('POST /v1/plans/{planId}/undo', {}, at)).reply);
