// Preloaded into the processes of Ordena by `npm run bench -- profile`: a CPU profile of each thread, left in
// ORDENA_BENCH_PROFILES when the thread ends.
import { mkdirSync, writeFileSync } from 'node:fs';
import { Session } from 'node:inspector';
import { basename, join } from 'node:path';
import { isMainThread, threadId } from 'node:worker_threads';

const folder = process.env['ORDENA_BENCH_PROFILES'];
const session = new Session();
session.connect();
session.post('Profiler.enable');
session.post('Profiler.setSamplingInterval', { interval: 500 });
session.post('Profiler.start');

const app = process.argv[1]?.includes('/apps/')
  ? process.argv[1].split('/apps/')[1].split('/')[0]
  : basename(process.argv[1] ?? '');
const name = `${app}-${process.pid}-${isMainThread ? 'main' : `thread-${threadId}`}`;

process.on('exit', () => {
  session.post('Profiler.stop', (error, result) => {
    if (error) return;
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${name}.cpuprofile`), JSON.stringify(result.profile));
  });
});
