import { describe, expect, it } from '@jest/globals';
import type { Machine } from '#contracts/machine';
import { resolveMachine } from './machines.js';

const machine = (id: string, displayName: string): Machine => ({
  machine: id,
  displayName,
  os: 'linux',
  version: '0.1.0',
  containment: 'kernel',
  places: [],
  online: true,
  lastSeen: '',
});
const HOUSE = [machine('pc1', 'Oficina'), machine('pc2', 'Salón de Ana'), machine('pc3', 'Portátil de Ana')];
const choice = { machines: HOUSE, defaultMachine: 'pc3' };

describe('which machine is meant', () => {
  it.each([
    ['pc1', 'pc1'],
    ['PC1', 'pc1'],
    ['oficina', 'pc1'],
    ['la compu de la oficina', 'pc1'],
    ['la PC de la Oficina', 'pc1'],
    ['the office', undefined],
    ['salon', 'pc2'],
    ['el ordenador del salón', 'pc2'],
    ['Ana', 'AMBIGUOUS'],
    ['this PC', 'pc3'],
    ['esta compu', 'pc3'],
    ['mi computadora', 'pc3'],
    ['', 'pc3'],
    [undefined, 'pc3'],
    ['luna', undefined],
  ])('%s → %s', (said, expected) => {
    if (expected?.startsWith('pc')) return expect(resolveMachine(said, choice)).toBe(expected);
    expect(() => resolveMachine(said, choice)).toThrow(
      expect.objectContaining({ code: expected ?? 'UNKNOWN_MACHINE' }) as unknown as Error,
    );
  });

  it.each([
    ['laptop', 'laptop'],
    ['the laptop', 'laptop'],
    ['la laptop', 'laptop'],
    ['my laptop', 'pc1'],
    ['esta laptop', 'pc1'],
    ['la compu', 'pc1'],
  ])('a kind of computer that is somebody’s name is that one: %s → %s', (said, expected) => {
    const machines = [machine('pc1', 'Oficina'), machine('laptop', 'Laptop de Ana')];
    expect(resolveMachine(said, { machines, defaultMachine: 'pc1' })).toBe(expected);
  });

  it('asks which, when a kind of computer is the name of two', () => {
    const machines = [machine('pc1', 'Laptop de Luis'), machine('pc2', 'Laptop de Ana')];
    expect(() => resolveMachine('la laptop', { machines, defaultMachine: 'pc1' })).toThrow(
      expect.objectContaining({ code: 'AMBIGUOUS' }) as unknown as Error,
    );
  });

  it('is never guessed when several can be meant and none is the default', () => {
    expect(() => resolveMachine(undefined, { machines: HOUSE })).toThrow(
      expect.objectContaining({
        code: 'AMBIGUOUS',
        details: { options: expect.arrayContaining(['Oficina (pc1)']) },
      }) as unknown as Error,
    );
  });

  it('is the only one there is', () => {
    expect(resolveMachine(undefined, { machines: HOUSE.slice(0, 1) })).toBe('pc1');
  });

  it('must be among those allowed, also by default', () => {
    expect(() => resolveMachine('pc1', { machines: HOUSE.slice(1) })).toThrow(
      expect.objectContaining({ code: 'UNKNOWN_MACHINE' }) as unknown as Error,
    );
    expect(() => resolveMachine(undefined, { machines: [], defaultMachine: 'pc1' })).toThrow(
      expect.objectContaining({ code: 'UNKNOWN_MACHINE' }) as unknown as Error,
    );
  });
});
