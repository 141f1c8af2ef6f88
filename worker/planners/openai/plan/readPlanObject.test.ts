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

describe('an object of a model', () => {
  it.each([
    { type: 'frame', id: 'f', title: 'To do', parent: null, slot: 'strengths' },
    node,
    edge,
    { type: 'update', id: 'u', target: 's1', text: 'New', color: null, parent: 'f1' },
    { type: 'delete', id: 'd', target: 's1' },
    { ...node, compartments: ['id: int', 'save()'] },
    { ...edge, ends: 'both', parent: 'f' },
    {
      ...{ type: 'update', id: 'u', target: 's1', text: null, color: null, parent: null },
      ...{ shape: 'ellipse', order: 3, style: 'solid', ends: 'none' },
    },
    { type: 'arrange', id: 'a', targets: ['s1', 's2'] },
    { type: 'arrange', id: 'a', targets: null },
    { type: 'revert', id: 'r' },
  ])('that is as agreed stays as it is: $type', (object) => {
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
    ['a text that is no text', { ...node, text: { rich: [] } }, { text: '' }],
    ['a shape that does not exist', { ...node, shape: 'hexagon' }, { shape: 'rect' }],
    ['a colour that does not exist', { ...node, color: '#ff0000' }, { color: null }],
    ['a parent that is no id', { ...node, parent: ['f'] }, { parent: null }],
    ['an order between two', { ...node, order: 1.5 }, { order: null }],
    ['`kind` in place of `type`', { ...node, type: undefined, kind: 'node' }, { type: 'node', id: 'n' }],
    ['properties of its own', { ...node, x: 10, y: 20 }, { text: 'Done?' }],
    ['no title', { type: 'frame', id: 'f' }, { title: '', parent: null, slot: null }],
    ['a style that does not exist', { ...edge, style: 'dotted' }, { style: null }],
    ['ends that do not exist', { ...edge, ends: 'backward' }, { ends: null }],
    ['compartments that are no list', { ...node, compartments: 'id' }, { compartments: null }],
    ['a number for a compartment', { ...node, compartments: [7, 'x'] }, { compartments: ['7', 'x'] }],
    ['a number for what it arranges', { type: 'arrange', id: 'a', targets: [1] }, { targets: ['1'] }],
    ['numbers for its ends', { ...edge, from: 1, to: 0 }, { from: '1', to: '0' }],
    ['no label', { type: 'edge', id: 'e', from: 'a', to: 'b' }, { label: null, style: null }],
  ])('with %s is put right', (_what, sent, read) => {
    expect(readPlanObject(sent)).toMatchObject(read);
  });

  it.each([
    ['an edge', { type: 'edge', from: 'a', to: 'b' }],
    ['an update', { type: 'update', target: 's1', text: 'x' }],
    ['a deletion', { type: 'delete', target: 's1' }],
    ['a new arrangement', { type: 'arrange' }],
    ['an undo', { type: 'revert' }],
  ])('needs no id when nobody names it: %s', (_what, sent) => {
    expect(readPlanObject(sent)).toMatchObject(sent);
  });

  it('without an id gets one that another edge of the same ends does not have', () => {
    const [yes, no] = ['yes', 'no'].map((label) =>
      readPlanObject({ type: 'edge', from: 'a', to: 'b', label }),
    );
    expect(yes?.id).not.toBe(no?.id);
  });

  it.each([
    ['no object', 'node'],
    ['null', null],
    ['a list', [node]],
    ['of no type', { id: 'n' }],
    ['of an unknown type', { ...node, type: 'cloud' }],
    ['a node without an id', { ...node, id: undefined }],
    ['a node with an empty id', { ...node, id: '' }],
    ['a node with an endless id', { ...node, id: 'n'.repeat(65) }],
    ['an edge to nowhere', { ...edge, to: null }],
    ['an edge from a list', { ...edge, from: ['a'] }],
    ['an update of nothing', { type: 'update', id: 'u', text: 'x' }],
    ['a deletion of nothing', { type: 'delete', id: 'd' }],
  ])('is none when it is %s', (_what, sent) => {
    expect(readPlanObject(sent)).toBeNull();
  });

  it('that is read is always as agreed, whatever was sent', () => {
    const value = fc.oneof(fc.constantFrom('a', '', 'rect', 'blue', 'solid'), fc.jsonValue({ maxDepth: 2 }));
    const keys = [
      'id',
      'title',
      'parent',
      'slot',
      'shape',
      'text',
      'color',
      'order',
      'label',
      'style',
      'ends',
      'compartments',
    ];
    const object = fc.record(
      {
        type: fc.constantFrom('frame', 'node', 'edge', 'update', 'delete', 'arrange', 'revert', 'cloud'),
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
  ])('is none when it is named by what cannot be made a text: %j', (sent) => {
    expect(readPlanObject(sent)).toBeNull();
  });

  it('with a label that cannot be made a text has none', () => {
    const sent = { type: 'edge', from: 'a', to: 'b', label: { toString: 1 } };
    expect(readPlanObject(sent)).toMatchObject({ from: 'a', to: 'b', label: null });
  });
});
