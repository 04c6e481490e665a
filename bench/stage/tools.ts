import { spawn, spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The programs we are measured against: the real ones, found on PATH, never re-implementations. */

const NAMES = {
  mv: ['mv'],
  cp: ['cp'],
  ls: ['ls'],
  find: ['find'],
  fd: ['fd', 'fdfind'],
  rg: ['rg'],
  jdupes: ['jdupes'],
  'trash-put': ['trash-put'],
  python3: ['python3'],
  npm: ['npm'],
} as const;

export type Tool = keyof typeof NAMES;

/** Where people get those that a bare Debian lacks. */
export const PACKAGES: Readonly<Partial<Record<Tool, string>>> = {
  fd: 'fd-find',
  rg: 'ripgrep',
  jdupes: 'jdupes',
  'trash-put': 'trash-cli',
  python3: 'python3-venv',
};

const isProgram = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

export const toolPath = (tool: Tool): string | undefined =>
  (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => NAMES[tool].map((name) => join(folder, name)))
    .find(isProgram);

export const versionOf = (tool: Tool): string | undefined => {
  const path = toolPath(tool);
  if (path === undefined) return undefined;
  const { stdout } = spawnSync(path, ['--version'], { encoding: 'utf8' });
  return stdout.split('\n')[0]?.trim();
};

export const missingTools = (): Tool[] => (Object.keys(NAMES) as Tool[]).filter((tool) => toolPath(tool) === undefined);

export interface Ran {
  readonly ms: number;
  readonly output: Buffer;
}

/** Runs a program to its end with its output read, as anybody who uses it must. Throws when it fails. */
export const run = (program: string, args: readonly string[], env = process.env): Promise<Ran> =>
  new Promise((done, fail) => {
    const started = performance.now();
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], env });
    const output: Buffer[] = [];
    const complaints: Buffer[] = [];
    child.stdout.on('data', (piece: Buffer) => output.push(piece));
    child.stderr.on('data', (piece: Buffer) => complaints.push(piece));
    child.once('error', fail);
    child.once('close', (code) => {
      const ms = performance.now() - started;
      if (code === 0) done({ ms, output: Buffer.concat(output) });
      else fail(new Error(`${program} ended with ${code}: ${Buffer.concat(complaints).toString().slice(0, 300)}`));
    });
  });

export const runTool = (tool: Tool, args: readonly string[], env?: NodeJS.ProcessEnv): Promise<Ran> =>
  run(toolPath(tool) ?? tool, args, env);

export const linesOf = ({ output }: Ran): number => {
  let lines = 0;
  for (let at = output.indexOf(10); at >= 0; at = output.indexOf(10, at + 1)) lines++;
  return lines;
};
