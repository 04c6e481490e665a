import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MachineIdSchema } from './machine.js';
import { machineIdFrom, stateFolderOf } from './this-pc.js';

describe('machineIdFrom', () => {
  it.each([
    ['Pc de María.local', 'pc-de-maria'],
    ['DESKTOP-4F2K', 'desktop-4f2k'],
    ['***', 'pc'],
    ['>', 'pc'],
    ['a'.repeat(40), 'a'.repeat(32)],
    ['Enrolments.local', 'pc-enrolments'],
  ])('%s → %s', (hostName, id) => {
    expect(machineIdFrom(hostName)).toBe(id);
  });

  it('always makes a valid machine id', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => MachineIdSchema.safeParse(machineIdFrom(name)).success),
    );
  });
});

describe('stateFolderOf', () => {
  it.each([
    ['linux', {}, '/home/ana/.local/state/ordena'],
    ['linux', { XDG_STATE_HOME: '/s' }, '/s/ordena'],
    ['linux', { ORDENA_STATE: '/x' }, '/x'],
    ['darwin', {}, '/home/ana/Library/Application Support/Ordena'],
    ['win32', { LOCALAPPDATA: 'C:\\L' }, 'C:\\L/Ordena'],
  ])('%s with %o is %s', (platform, variables, folder) => {
    expect(stateFolderOf({ platform, home: '/home/ana', variables })).toBe(folder);
  });
});
