import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { OrdenaError } from '#contracts/errors';

/** The agent as other PCs get it: what `npm run bundle` wrote. Public code, so the door needs no key. */
const FOLDER = join(import.meta.dirname, '..', '..', '..', '..', 'agent');
const NAME = /^[A-Za-z0-9-]+\.(mjs|json)$/;

export const hasBundle = (): boolean => existsSync(join(FOLDER, 'ordena-agent.mjs'));

export const bundledFiles = (): string[] => (hasBundle() ? readdirSync(FOLDER).filter((name) => NAME.test(name)) : []);

/** By a name of that list only: no path gets this far. */
export const bundledFile = (name: string): Buffer => {
  if (bundledFiles().includes(name)) return readFileSync(join(FOLDER, name));
  throw new OrdenaError('UNKNOWN_ROUTE', 'The enrolment desk has no such door.');
};
