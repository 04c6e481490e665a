import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './free-port.js';
import { run, toolPath } from './tools.js';

/**
 * The Python server that people know: FastAPI on uvicorn with uvloop and httptools, one worker, no access log. Fetched
 * from PyPI when its figure is asked for, into the cache of this user; it is no dependency of ours.
 */

const PACKAGES = ['fastapi==0.115.6', 'uvicorn[standard]==0.34.0'];
const READY_WITHIN_MS = 15_000;
const LOOK_AGAIN_MS = 50;

const APP = `import json, os
from fastapi import FastAPI

app = FastAPI()
BODY = json.loads(os.environ["BODY"])


@app.get("/health")
async def health():
    return BODY
`;

export interface FastApi {
  readonly url: string;
  stop(): Promise<void>;
}

const install = async (): Promise<string> => {
  const folder = join(homedir(), '.cache', 'ordena-bench', 'fastapi');
  const uvicorn = join(folder, 'bin', 'uvicorn');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'app.py'), APP);
  if (existsSync(uvicorn)) return folder;
  await run(toolPath('python3') ?? 'python3', ['-m', 'venv', folder]);
  await run(join(folder, 'bin', 'pip'), ['install', '--quiet', '--disable-pip-version-check', ...PACKAGES]);
  return folder;
};

/** `body` is what the route answers, the same object that ours answers. */
export const startFastApi = async (body: string): Promise<FastApi> => {
  const folder = await install();
  const port = await freePort();
  const args = ['app:app', '--app-dir', folder, '--port', `${port}`, '--log-level', 'warning', '--no-access-log'];
  const child = spawn(join(folder, 'bin', 'uvicorn'), args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, BODY: body },
  });
  const gone = new Promise<void>((done) => child.once('exit', () => done()));
  const url = `http://127.0.0.1:${port}/health`;
  await untilItAnswers(url);
  return {
    url,
    stop: async () => {
      child.kill('SIGTERM');
      await gone;
    },
  };
};

const untilItAnswers = async (url: string): Promise<void> => {
  const until = Date.now() + READY_WITHIN_MS;
  while (Date.now() < until) {
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok === true) return;
    await sleep(LOOK_AGAIN_MS);
  }
  throw new Error('uvicorn did not answer');
};
