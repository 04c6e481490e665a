import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { execFile } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import ts from 'typescript';
import { startSystem, type System } from '../testing/system.js';
import { makeHome, snapshot } from '../testing/tree.js';

const ROOT = join(import.meta.dirname, '..', '..');
const EXAMPLES = join(ROOT, 'examples');
const run = promisify(execFile);

jest.setTimeout(60_000);

describe('the examples, as a stranger runs them', () => {
  let home: string;
  let system: System;
  let before: string[];
  const people = (path: string): boolean => path.startsWith('.');

  beforeAll(async () => {
    home = makeHome({ 'Escritorio/a.txt': 'a', 'Escritorio/b.txt': 'b', 'Documentos/c.txt': 'c' });
    system = await startSystem({ homes: { pc1: home } });
    before = snapshot(home, people);
  });

  afterAll(async () => {
    await system.close();
    rmSync(home, { recursive: true, force: true });
  });

  const say = async (program: string, ...args: string[]): Promise<string[]> => {
    const { stdout } = await run(program, [...args, system.base, system.token]);
    expect(snapshot(home, people)).toEqual(before);
    return stdout.trimEnd().split('\n');
  };

  it('curl', async () => {
    const lines = await say('sh', join(EXAMPLES, 'curl', 'ordena.sh'));
    expect(lines).toEqual([
      expect.stringMatching(/^Mover 2 archivos/),
      expect.stringMatching(/^Hecho: 2 de 2 archivos movidos/),
      expect.stringMatching(/^(Hecho|Done): 2 (de|of) 2/),
    ]);
  });

  it('Python, with nothing but its standard library', async () => {
    const lines = await say('python3', '-I', join(EXAMPLES, 'python', 'ordena.py'));
    expect(lines).toEqual([
      expect.stringMatching(/^Move 2 files/),
      expect.stringMatching(/^Done: 2 of 2 files moved/),
      expect.stringMatching(/^Done: 2 of 2/),
    ]);
  });

  it('TypeScript, with types made from /openapi.json that the compiler accepts', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'ordena-example-'));
    await say('node', join(EXAMPLES, 'typescript', 'generate.mjs'));
    copyFileSync(join(EXAMPLES, 'typescript', 'api.d.ts'), join(folder, 'api.d.ts'));
    rmSync(join(EXAMPLES, 'typescript', 'api.d.ts'));
    copyFileSync(join(EXAMPLES, 'typescript', 'main.ts'), join(folder, 'main.ts'));
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
    expect(complaints(join(folder, 'main.ts'))).toEqual([]);
    const { outputText } = ts.transpileModule(readFileSync(join(folder, 'main.ts'), 'utf8'), {
      compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 },
    });
    writeFileSync(join(folder, 'main.mjs'), outputText);
    const lines = await say('node', join(folder, 'main.mjs'));
    expect(lines).toEqual([
      'pc1: 2 files on the desktop',
      '2 files would move',
      expect.stringMatching(/^Done: 2 of 2 files moved/),
      expect.stringMatching(/^Done: 2 of 2/),
    ]);
    rmSync(folder, { recursive: true });
  });
});

const complaints = (file: string): string[] => {
  const options = {
    strict: true,
    noEmit: true,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    moduleDetection: ts.ModuleDetectionKind.Force,
    target: ts.ScriptTarget.ES2022,
    types: ['node'],
    skipLibCheck: true,
  };
  writeFileSync(join(file, '..', 'package.json'), '{"type":"module"}');
  const program = ts.createProgram([file], options);
  return ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
};
