import type { LoggerService, LogLevel } from '@nestjs/common';
import { currentTraceId } from '#nats/trace';

const ORDER = ['error', 'warn', 'log', 'debug'] as const;
const WIRING = new Set(['NestFactory', 'InstanceLoader', 'RoutesResolver', 'RouterExplorer', 'NestMicroservice']);
type Level = (typeof ORDER)[number];

/** One JSON line per event, on stderr: stdout belongs to the one line that says where we are. */
export class JsonLog implements LoggerService {
  constructor(
    private readonly level: Level,
    private readonly write: (line: string) => void = (line) => void process.stderr.write(line),
  ) {}

  /** What Nest tells while it wires itself is for whoever debugs the wiring. */
  log(message: unknown, ...rest: unknown[]): void {
    this.line(WIRING.has(String(rest.at(-1))) ? 'debug' : 'log', message, rest);
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.line('error', message, rest);
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.line('warn', message, rest);
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.line('debug', message, rest);
  }

  setLogLevels(_levels: LogLevel[]): void {
    // the level comes from the environment, once
  }

  private line(level: Level, message: unknown, rest: unknown[]): void {
    if (ORDER.indexOf(level) > ORDER.indexOf(this.level)) return;
    const texts = rest.filter((part) => typeof part === 'string');
    const stack = texts.find((text) => text.includes('\n    at '));
    const facts = typeof message === 'object' && message !== null ? message : { message: String(message) };
    this.write(
      `${JSON.stringify({ at: new Date().toISOString(), level, from: texts.at(-1), trace: currentTraceId(), ...facts, stack })}\n`,
    );
  }
}
