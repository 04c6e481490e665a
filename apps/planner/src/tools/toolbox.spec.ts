import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CATALOG } from '#contracts/catalog';
import type { Operation } from '#contracts/operation';
import { withoutNulls } from './strict-schema.js';
import { operationOf, SMALL_TOOLS, toolName, toolsFor } from './toolbox.js';

type Node = Record<string, unknown>;

const nodes = (schema: unknown): Node[] => {
  if (Array.isArray(schema)) return schema.flatMap(nodes);
  if (typeof schema !== 'object' || schema === null) return [];
  return [schema as Node, ...Object.values(schema).flatMap(nodes)];
};
const BANNED = ['$ref', '$defs', 'default', 'oneOf', 'allOf', 'not', 'patternProperties', 'minLength', 'maxLength'];

describe('the tools of a model', () => {
  it('are every operation that looks or plans, and never one that decides', () => {
    const names = toolsFor().map(({ name }) => name);
    const expected = Object.values<Operation>(CATALOG).filter(({ effect }) => effect !== 'decide');
    expect(names).toEqual([...expected.map(({ name }) => toolName(name)), 'commit', 'ask_person']);
    expect(operationOf('commit')).toBeUndefined();
    expect(operationOf('discard')).toBeUndefined();
    expect(operationOf('create_folder')?.name).toBe('create-folder');
  });

  it.each(toolsFor().map((tool) => [tool.name, tool] as const))(
    '%s is strict: closed, all keys required',
    (_, tool) => {
      for (const node of nodes(tool.parameters)) {
        for (const word of BANNED) expect(Object.keys(node)).not.toContain(word);
        if (node['type'] !== 'object' && !(node['type'] as string[] | undefined)?.includes?.('object')) continue;
        if (node['properties'] === undefined) continue;
        expect(node['additionalProperties']).toBe(false);
        expect(node['required']).toEqual(Object.keys(node['properties'] as object));
      }
    },
  );

  it('take a request of nothing but nulls where all is optional', () => {
    const find = CATALOG.find.request.safeParse(
      withoutNulls({ in: 'desktop', select: { names: null, size: { min: null, max: null } }, sort: null }),
    );
    expect(find.success).toBe(true);
  });

  it('stay small: the whole set under 4,550 tokens, the small one under 2,200', () => {
    const size = (tools: object): number => JSON.stringify(tools).length / 4;
    expect(size(toolsFor())).toBeLessThan(4550);
    expect(size(toolsFor(SMALL_TOOLS))).toBeLessThan(2200);
  });
});

describe('leaving out nulls', () => {
  it('keeps everything else as it was', () => {
    const plain = fc.jsonValue().filter((value) => !JSON.stringify(value).includes('null'));
    fc.assert(fc.property(plain, (value) => expect(withoutNulls(value)).toEqual(value)));
  });

  it('leaves none behind in objects, at any depth', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const objects = nodes(withoutNulls(value));
        expect(objects.flatMap((node) => Object.values(node))).not.toContain(null);
      }),
    );
  });
});
