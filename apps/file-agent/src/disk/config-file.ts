import { readFileSync } from 'node:fs';
import { OrdenaError } from '#contracts/errors';
import { type AgentConfig, parseConfig } from '../config/config.js';
import { isErrno } from './errno.js';

export interface LoadedConfig {
  readonly config: AgentConfig;
  /** Undefined: no file, so every default holds. */
  readonly file?: string;
}

/** Reads the first of these files that is there. Throws BAD_CONFIG; a file that cannot be read is no missing file. */
export const loadConfig = (files: readonly string[]): LoadedConfig => {
  for (const file of files) {
    const text = textOf(file);
    if (text !== undefined) return { config: parseConfig(text, file), file };
  }
  return { config: parseConfig(undefined, 'defaults') };
};

const textOf = (file: string): string | undefined => {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    if (isErrno(cause, 'ENOENT', 'ENOTDIR')) return undefined;
    throw new OrdenaError('BAD_CONFIG', `The configuration ${file} cannot be read; check who may read it.`, { cause });
  }
};
