import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { run, toolPath } from './tools.js';

/**
 * The best-known peer: the MCP project's own file server, as its clients start it. It is fetched from npm when a peer
 * figure is asked for, into the cache of this user; it is no dependency of ours.
 */

const PACKAGE = '@modelcontextprotocol/server-filesystem@2026.8.31';
const PROTOCOL = '2025-06-18';

export interface McpServer {
  readonly pid: number;
  /** Calls a tool; answers the text it gave. Throws when the tool says that it failed. */
  call(tool: string, args: object): Promise<string>;
  stop(): Promise<void>;
}

interface Answer {
  readonly id?: number;
  readonly error?: { readonly message: string };
  readonly result?: { readonly isError?: boolean; readonly content?: readonly { readonly text?: string }[] };
}

const install = async (): Promise<string> => {
  const folder = join(homedir(), '.cache', 'ordena-bench', 'mcp');
  const script = join(folder, 'node_modules', '@modelcontextprotocol', 'server-filesystem', 'dist', 'index.js');
  if (existsSync(script)) return script;
  mkdirSync(folder, { recursive: true });
  await run(toolPath('npm') ?? 'npm', ['install', '--prefix', folder, '--no-audit', '--no-fund', PACKAGE]);
  return script;
};

/** JSON-RPC over the pipes of the server, one line a message (MCP specification, transports, stdio). */
class Talk {
  private readonly waiting = new Map<number, (answer: Answer) => void>();
  private lastId = 0;

  constructor(private readonly child: ChildProcess) {
    if (child.stdout !== null) createInterface({ input: child.stdout }).on('line', (line) => this.hear(line));
  }

  ask(method: string, params: object): Promise<Answer> {
    const id = ++this.lastId;
    return new Promise((done) => {
      this.waiting.set(id, done);
      this.say({ id, method, params });
    });
  }

  say(message: object): void {
    this.child.stdin?.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
  }

  private hear(line: string): void {
    const answer = JSON.parse(line) as Answer;
    if (answer.id === undefined) return;
    this.waiting.get(answer.id)?.(answer);
    this.waiting.delete(answer.id);
  }
}

export const startMcp = async (folder: string): Promise<McpServer> => {
  const child = spawn(process.execPath, [await install(), folder], { stdio: ['pipe', 'pipe', 'ignore'] });
  const talk = new Talk(child);
  const clientInfo = { name: 'bench', version: '1.0.0' };
  await talk.ask('initialize', { protocolVersion: PROTOCOL, capabilities: {}, clientInfo });
  talk.say({ method: 'notifications/initialized' });
  return { pid: child.pid ?? 0, call: (tool, args) => callTool(talk, tool, args), stop: () => end(child) };
};

const callTool = async (talk: Talk, name: string, args: object): Promise<string> => {
  const { error, result } = await talk.ask('tools/call', { name, arguments: args });
  const text = (result?.content ?? []).map((part) => part.text ?? '').join('');
  if (error !== undefined || result?.isError === true)
    throw new Error(`${name}: ${error?.message ?? text.slice(0, 200)}`);
  return text;
};

const end = async (child: ChildProcess): Promise<void> => {
  const gone = new Promise<void>((done) => child.once('exit', () => done()));
  child.kill('SIGTERM');
  await gone;
};
