/**
 * `node --import …/run-source.mjs --conditions=ordena-source main.ts` runs the sources as they are, worker threads
 * included, so that a spec which starts a real process never meets a stale build.
 */
import { register } from 'node:module';

register('./source-hooks.mjs', import.meta.url);
