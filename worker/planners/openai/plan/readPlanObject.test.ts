import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planObject } from '../../../../src/canvas/model/plan.ts';
import { readPlanObject } from './readPlanObject.ts';

const node = {
  type: 'node',
  id: 'n',
  shape: 'diamond',
  text: 'Done?',
  color: 'green',
  parent: 'f',
  order: 2,
};
const edge = { type: 'edge', id: 'e', from: 'a', to: 'b', label: 'yes', style: 'dashed' };

describe('an object from a model', () => {
  it.each([
    { type: 'frame', id: 'f', title: 'To do', parent: null, slot: 'strengths' },
    node,
    edge,
    { type: 'update', id: 'u', target: 's1', text: 'New', color: null, parent: 'f1' },
    { type: 'delete', id: 'd', target: 's1' },
  ])('is unchanged if it is valid: $type', (object) => {
    expect(readPlanObject(object)).toEqual(object);
  });

  it.each([
    [
      'nothing but its id',
      { type: 'node', id: 'n' },
      { shape: 'rect', text: '', color: null, parent: null, order: null },
    ],
    ['a number for its id', { ...node, id: 7 }, { id: '7' }],
    ['a number for its text', { ...node, text: 42 }, { text: '42' }],
    ['a text that is an object', { ...node, text: { rich: [] } }, { text: '' }],
    ['a shape that does not exist', { ...node, shape: 'hexagon' }, { shape: 'rect' }],
    ['a colour that does not exist', { ...node, color: '#ff0000' }, { color: null }],
    ['a parent that is a list', { ...node, parent: ['f'] }, { parent: null }],
    ['a fractional order', { ...node, order: 1.5 }, { order: null }],
    ['`kind` in place of `type`', { ...node, type: undefined, kind: 'node' }, { type: 'node', id: 'n' }],
    ['unknown properties', { ...node, x: 10, y: 20 }, { text: 'Done?' }],
    ['no title', { type: 'frame', id: 'f' }, { title: '', parent: null, slot: null }],
    ['a style that does not exist', { ...edge, style: 'dotted' }, { style: null }],
    ['numbers for its ends', { ...edge, from: 1, to: 0 }, { from: '1', to: '0' }],
    ['no label', { type: 'edge', id: 'e', from: 'a', to: 'b' }, { label: null, style: null }],
  ])('with %s is corrected', (_what, sent, read) => {
    expect(readPlanObject(sent)).toMatchObject(read);
  });

  it.each([
    ['an edge', { type: 'edge', from: 'a', to: 'b' }],
    ['an update', { type: 'update', target: 's1', text: 'x' }],
    ['a deletion', { type: 'delete', target: 's1' }],
  ])('needs no id if nothing refers to it: %s', (_what, sent) => {
    expect(readPlanObject(sent)).toMatchObject(sent);
  });

  it('without an id gets a different one from another edge between the same objects', () => {
    const [yes, no] = ['yes', 'no'].map((label) =>
      readPlanObject({ type: 'edge', from: 'a', to: 'b', label }),
    );
    expect(yes?.id).not.toBe(no?.id);
  });

  it.each([
    ['a string', 'node'],
    ['null', null],
    ['a list', [node]],
    ['without a type', { id: 'n' }],
    ['of an unknown type', { ...node, type: 'cloud' }],
    ['a node without an id', { ...node, id: undefined }],
    ['a node with an empty id', { ...node, id: '' }],
    ['a node with an id that is too long', { ...node, id: 'n'.repeat(65) }],
    ['an edge to nowhere', { ...edge, to: null }],
    ['an edge from a list', { ...edge, from: ['a'] }],
    ['an update of nothing', { type: 'update', id: 'u', text: 'x' }],
    ['a deletion of nothing', { type: 'delete', id: 'd' }],
  ])('is invalid if it is %s', (_what, sent) => {
    expect(readPlanObject(sent)).toBeNull();
  });

  it('always matches the schema if it is accepted', () => {
    const value = fc.oneof(fc.constantFrom('a', '', 'rect', 'blue', 'solid'), fc.jsonValue({ maxDepth: 2 }));
    const keys = ['id', 'title', 'parent', 'slot', 'shape', 'text', 'color', 'order', 'label', 'style'];
    const object = fc.record(
      {
        type: fc.constantFrom('frame', 'node', 'edge', 'update', 'delete', 'cloud'),
        ...Object.fromEntries(keys.map((key) => [key, value])),
        ...Object.fromEntries(
          ['from', 'to', 'target'].map((key) => [key, fc.constantFrom('a', 'b', 7, null)]),
        ),
      },
      { requiredKeys: ['type'] },
    );
    fc.assert(
      fc.property(object, (sent) => {
        const read = readPlanObject(sent);
        if (read !== null) expect(planObject.parse(read)).toEqual(read);
      }),
    );
  });

  it.each([
    { type: 'edge', from: { toString: 1 }, to: 'b' },
    { type: 'delete', target: { toString: 1 } },
    { type: { toString: 1 }, id: 'n' },
  ])('is invalid if its id cannot be converted to a string: %j', (sent) => {
    expect(readPlanObject(sent)).toBeNull();
  });

  it('has no label if its label cannot be converted to a string', () => {
    const sent = { type: 'edge', from: 'a', to: 'b', label: { toString: 1 } };
    expect(readPlanObject(sent)).toMatchObject({ from: 'a', to: 'b', label: null });
  });
});
