import { describe, expect, it } from '@jest/globals';
import { LogLevelSchema } from './log-level.js';

describe('LOG_LEVEL', () => {
  it.each([
    [undefined, 'log'],
    ['error', 'error'],
    ['warn', 'warn'],
    ['log', 'log'],
    ['debug', 'debug'],
    ['info', 'log'],
    ['INFO', 'log'],
    ['Warning', 'warn'],
    ['verbose', 'debug'],
    ['trace', 'debug'],
    ['fatal', 'error'],
  ])('%s means %s', (given, level) => {
    expect(LogLevelSchema.parse(given)).toBe(level);
  });

  it('names what there is when it is something else', () => {
    expect(LogLevelSchema.safeParse('loud').error?.issues[0]?.message).toBe('use error, warn, log (or info) or debug');
  });
});
