import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CanvasChanges, type CanvasDiff, diffOf } from './changes.ts';
import type { CanvasObject, Connector, Frame, Shape } from './object.ts';

const box = { x: 0, y: 0, width: 100, height: 50, zIndex: 0, color: 'neutral' } as const;
const frame = (id: string, parentId: string | null = null): Frame => ({
  ...box,
  id,
  kind: 'FRAME',
  parentId,
  title: id,
});
const shape = (id: string, parentId: string | null = null, text = id): Shape => ({
  ...box,
  id,
  kind: 'SHAPE',
  parentId,
  shape: 'RECTANGLE',
  text,
  lines: [text],
  fontSize: 16,
});
const connector = (id: string, fromId: string, toId: string): Connector => ({
  id,
  zIndex: 0,
  kind: 'CONNECTOR',
  fromId,
  toId,
  points: [
    { x: 0, y: 0 },
    { x: 1, y: 1 },
  ],
  label: null,
  labelAt: null,
  style: 'SOLID',
  color: 'neutral',
  arrowhead: true,
});

const changes = (some: Partial<CanvasChanges>): CanvasChanges => ({
  added: [],
  updated: [],
  deleted: [],
  ...some,
});
const idsOf = (objects: readonly CanvasObject[]) => objects.map(({ id }) => id);

describe('diffOf', () => {
  it('of no changes is empty', () => {
    const current = [frame('f'), shape('a', 'f'), shape('b'), connector('c', 'a', 'b')];
    expect(diffOf(current, changes({}))).toEqual({ added: [], updated: [], deleted: [] });
  });

  it('takes connectors away with either of their ends', () => {
    const current = [
      shape('a'),
      shape('b'),
      shape('d'),
      connector('ab', 'a', 'b'),
      connector('da', 'd', 'a'),
    ];
    const diff = diffOf([...current, connector('bd', 'b', 'd')], changes({ deleted: ['a'] }));
    expect(idsOf(diff.deleted)).toEqual(['a', 'ab', 'da']);
  });

  it('keeps what was in a deleted frame, without the frame', () => {
    const current = [frame('f'), frame('inner', 'f'), shape('a', 'f'), shape('b', 'inner')];
    const diff = diffOf(current, changes({ deleted: ['f'] }));
    expect(idsOf(diff.deleted)).toEqual(['f']);
    expect(diff.updated).toEqual([
      { before: frame('inner', 'f'), after: frame('inner') },
      { before: shape('a', 'f'), after: shape('a') },
    ]);
  });

  it('takes the frame from an object that is updated as its frame is deleted', () => {
    const diff = diffOf(
      [frame('f'), shape('a', 'f')],
      changes({ updated: [shape('a', 'f', 'new')], deleted: ['f'] }),
    );
    expect(diff.updated).toEqual([{ before: shape('a', 'f'), after: shape('a', null, 'new') }]);
  });

  it('says what an updated object was before, so that it can be taken back', () => {
    const diff = diffOf([shape('a')], changes({ updated: [shape('a', null, 'new')] }));
    expect(diff.updated).toEqual([{ before: shape('a'), after: shape('a', null, 'new') }]);
  });

  it('ignores updates and deletions of what has gone', () => {
    const diff = diffOf([shape('a')], changes({ updated: [shape('gone')], deleted: ['gone too'] }));
    expect(diff).toEqual({ added: [], updated: [], deleted: [] });
  });

  it('deletes what is both updated and deleted', () => {
    const diff = diffOf([shape('a')], changes({ updated: [shape('a', null, 'new')], deleted: ['a'] }));
    expect(diff).toEqual({ added: [], updated: [], deleted: [shape('a')] });
  });

  it('leaves out new connectors that join what has gone or goes', () => {
    const added = [
      shape('n'),
      connector('ok', 'n', 'a'),
      connector('x', 'n', 'gone'),
      connector('y', 'b', 'n'),
    ];
    const diff = diffOf([shape('a'), shape('b')], changes({ added, deleted: ['b'] }));
    expect(idsOf(diff.added)).toEqual(['n', 'ok']);
  });

  it('never leaves a reference to something that is not there', () => {
    fc.assert(
      fc.property(canvasAndChanges, ([current, wanted]) => {
        expect(danglingIn(applied(current, diffOf(current, wanted)))).toEqual([]);
      }),
    );
  });
});

function applied(current: readonly CanvasObject[], diff: CanvasDiff): CanvasObject[] {
  const deleted = new Set(idsOf(diff.deleted));
  const after = new Map(diff.updated.map((update) => [update.before.id, update.after]));
  const kept = current.filter(({ id }) => !deleted.has(id)).map((object) => after.get(object.id) ?? object);
  return [...kept, ...diff.added];
}

function danglingIn(objects: readonly CanvasObject[]): CanvasObject[] {
  const ids = new Set<string | null>([...idsOf(objects), null]);
  return objects.filter((object) =>
    object.kind === 'CONNECTOR'
      ? !ids.has(object.fromId) || !ids.has(object.toId)
      : !ids.has(object.parentId),
  );
}

// A whole canvas of two frames, four shapes and connectors between any two of them, and changes as a job makes
// them: new shapes stand in new frames only, new connectors may join anything, also what is not there.
const boxIds = ['f0', 'f1', 's0', 's1', 's2', 's3'];
const someOf = (ids: readonly string[]) => fc.subarray([...ids]);
const connectors = (prefix: string, ends: readonly string[]) =>
  fc
    .array(fc.tuple(fc.constantFrom(...ends), fc.constantFrom(...ends)), { maxLength: 6 })
    .map((pairs) => pairs.map(([from, to], index) => connector(`${prefix}${index}`, from, to)));
const shapes = fc
  .array(fc.constantFrom('f0', 'f1', null), { minLength: 4, maxLength: 4 })
  .map((parents) => parents.map((parent, index) => shape(`s${index}`, parent)));
const canvas = fc
  .tuple(fc.constantFrom('f0', null), shapes, connectors('c', boxIds))
  .map(([outer, inside, lines]) => [frame('f0'), frame('f1', outer), ...inside, ...lines]);
const added = connectors('n', [...boxIds, 'new', 'gone']).map((lines) => [
  frame('newFrame'),
  shape('new', 'newFrame'),
  ...lines,
]);
const canvasAndChanges = fc
  .tuple(
    canvas,
    fc
      .tuple(added, someOf([...boxIds, 'gone']), someOf([...boxIds, 'c0', 'c1', 'gone']))
      .map(([objects, updatedIds, deleted]) => ({ objects, updatedIds, deleted })),
  )
  .map(([current, { objects, updatedIds, deleted }]): [CanvasObject[], CanvasChanges] => [
    current,
    {
      added: objects,
      updated: current
        .filter(({ id }) => updatedIds.includes(id))
        .map((object) => ({ ...object, zIndex: 9 })),
      deleted,
    },
  ]);
