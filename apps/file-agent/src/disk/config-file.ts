import { OrdenaError } from '#contracts/errors';
import { basename, dirname } from 'node:path';
import { type AgentConfig, parseConfig } from '../config/config.js';
import { isErrno } from './errno.js';
import { Folder, within } from './folder.js';
import type { Sys } from './sys.js';

export interface LoadedConfig {
  readonly config: AgentConfig;
  /** Undefined: no file, so every default holds. */
  readonly file?: string;
}

const CONFIG_MAX_BYTES = 1024 * 1024;

/** Reads the first of these files that is there. Throws BAD_CONFIG; a file that cannot be read is no missing file. */
export const loadConfig = (sys: Sys, files: readonly string[]): LoadedConfig => {
  for (const file of files) {
    const path = realPath(sys, file);
    if (path !== undefined) return { config: parseConfig(textOf(sys, path), file), file };
  }
  return { config: parseConfig(undefined, 'defaults') };
};

const unreadable = (file: string, cause: unknown): OrdenaError =>
  new OrdenaError('BAD_CONFIG', `The configuration ${file} cannot be read; check who may read it.`, { cause });

/** A link to it is the owner's own doing. */
const realPath = (sys: Sys, file: string): string | undefined => {
  try {
    return sys.realpath(file);
  } catch (cause) {
    if (isErrno(cause, 'ENOENT', 'ENOTDIR')) return undefined;
    throw unreadable(file, cause);
  }
};

const textOf = (sys: Sys, path: string): string => {
  try {
    return within(Folder.at(sys, dirname(path)), (folder) =>
      within(folder.openFile(basename(path), { hardlinks: true }), (file) => {
        const bytes = Buffer.alloc(CONFIG_MAX_BYTES);
        return bytes.subarray(0, file.read(bytes, 0)).toString();
      }),
    );
  } catch (cause) {
    throw unreadable(path, cause);
  }
};
