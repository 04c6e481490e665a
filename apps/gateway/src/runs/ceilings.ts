import { ModeSchema, type Mode } from '#contracts/chat';
import { OrdenaError } from '#contracts/errors';

/** The most each machine allows; `*` is every other one. From `pc1=ask,*=auto`. */
export type Ceilings = ReadonlyMap<string, Mode>;

const ORDER: readonly Mode[] = ['look', 'ask', 'auto'];

export const parseCeilings = (text: string): Ceilings => {
  const pairs = text.split(',').filter((part) => part.trim() !== '');
  return new Map(pairs.map(parsePair));
};

const parsePair = (pair: string): [string, Mode] => {
  const [machine = '', mode = ''] = pair.split('=').map((part) => part.trim());
  const parsed = ModeSchema.safeParse(mode);
  if (machine !== '' && parsed.success) return [machine, parsed.data];
  throw new OrdenaError('BAD_CONFIG', 'ORDENA_CEILING looks like "pc1=ask,*=auto", with look, ask or auto.');
};

export const stricter = (a: Mode, b: Mode): Mode => (ORDER.indexOf(a) <= ORDER.indexOf(b) ? a : b);

/** The mode that holds on one machine: what was asked for, or its ceiling when that is lower. */
export const modeOn = (machine: string, asked: Mode, ceilings: Ceilings): Mode =>
  stricter(asked, ceilings.get(machine) ?? ceilings.get('*') ?? 'auto');
