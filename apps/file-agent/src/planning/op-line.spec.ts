import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { PlannedOp } from '../disk/planned-op.js';
import { canonicalJson } from './canonical-json.js';
import { opLine } from './op-line.js';

const path = fc.record({ place: fc.string(), parts: fc.array(fc.string()) });
const identity = fc.record({ dev: fc.string(), ino: fc.string(), size: fc.string(), mtimeNs: fc.string() });
const op: fc.Arbitrary<PlannedOp> = fc.record(
  {
    seq: fc.nat(),
    action: fc.constantFrom('move', 'copy', 'trash', 'write', 'restore'),
    kind: fc.constantFrom('file', 'folder', 'link'),
    from: path,
    to: path,
    slot: fc.record({ place: fc.string(), slot: fc.string() }),
    id: identity,
    existing: identity,
    onConflict: fc.constantFrom('fail', 'number'),
    bytes: fc.nat(),
    data: fc.record({ text: fc.string(), mode: fc.constantFrom('create', 'append') }),
    mode: fc.nat(),
    onTheWay: fc.constant(true as const),
    after: fc.nat(),
  },
  { requiredKeys: ['seq', 'action', 'kind', 'bytes'] },
);

describe('the line of a planned entry', () => {
  it('is its canonical JSON, whatever fields it has', () => {
    fc.assert(fc.property(op, (entry) => expect(opLine(entry)).toBe(canonicalJson(entry))));
  });
});
