import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CanvasObject, Connector, Frame, Shape } from '../object.ts';
import { type ChangeSet, emptyChangeSet, invertChanges } from './changeSet.ts';
import { rebase } from './rebase.ts';

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

const wanting = (some: Partial<ChangeSet>): ChangeSet => ({ ...emptyChangeSet, ...some });
const rebased = (current: readonly CanvasObject[], some: Partial<ChangeSet>) =>
  rebase(current, wanting(some)).changes;
const retyped = (object: Shape, text = 'new') => ({
  before: object,
  after: { ...object, text, lines: [text] },
});

const idsOf = (objects: readonly CanvasObject[]) => objects.map(({ id }) => id);

describe('a change of a canvas that nobody else has changed', () => {
  it('is empty when nothing is wanted', () => {
    const current = [frame('f'), shape('a', 'f'), shape('b'), connector('c', 'a', 'b')];
    expect(rebased(current, {})).toEqual({ added: [], updated: [], deleted: [] });
  });

  it('takes connectors away with either of their ends', () => {
    const current = [
      shape('a'),
      shape('b'),
      shape('d'),
      connector('ab', 'a', 'b'),
      connector('da', 'd', 'a'),
    ];
    const changes = rebased([...current, connector('bd', 'b', 'd')], { deleted: [shape('a')] });
    expect(idsOf(changes.deleted)).toEqual(['a', 'ab', 'da']);
  });

  it('keeps what was in a deleted frame, without the frame', () => {
    const current = [frame('f'), frame('inner', 'f'), shape('a', 'f'), shape('b', 'inner')];
    const changes = rebased(current, { deleted: [frame('f')] });
    expect(idsOf(changes.deleted)).toEqual(['f']);
    expect(changes.updated).toEqual([
      { before: frame('inner', 'f'), after: frame('inner') },
      { before: shape('a', 'f'), after: shape('a') },
    ]);
  });

  it('takes the frame from an object that is updated as its frame is deleted', () => {
    const changes = rebased([frame('f'), shape('a', 'f')], {
      updated: [retyped(shape('a', 'f'))],
      deleted: [frame('f')],
    });
    expect(changes.updated).toEqual([
      { before: shape('a', 'f'), after: { ...shape('a'), text: 'new', lines: ['new'] } },
    ]);
  });

  it('says what an updated object was before, so that it can be reverted', () => {
    const changes = rebased([shape('a')], { updated: [retyped(shape('a'))] });
    expect(changes.updated).toEqual([
      { before: shape('a'), after: { ...shape('a'), text: 'new', lines: ['new'] } },
    ]);
  });

  it('ignores updates and deletions of what has gone', () => {
    const changes = rebased([shape('a')], {
      updated: [retyped(shape('gone'))],
      deleted: [shape('gone too')],
    });
    expect(changes).toEqual({ added: [], updated: [], deleted: [] });
  });

  it('deletes what is both updated and deleted', () => {
    const changes = rebased([shape('a')], { updated: [retyped(shape('a'))], deleted: [shape('a')] });
    expect(changes).toEqual({ added: [], updated: [], deleted: [shape('a')] });
  });

  it('leaves out new connectors that join what has gone or goes', () => {
    const added = [
      shape('n'),
      connector('ok', 'n', 'a'),
      connector('x', 'n', 'gone'),
      connector('y', 'b', 'n'),
    ];
    const changes = rebased([shape('a'), shape('b')], { added, deleted: [shape('b')] });
    expect(idsOf(changes.added)).toEqual(['n', 'ok']);
  });

  it('is reverted exactly by its inverse', () => {
    fc.assert(
      fc.property(canvasAndChanges, ([current, wanted]) => {
        const { changes } = rebase(current, wanted);
        const after = applied(current, changes);
        const back = rebase(after, invertChanges(changes));
        expect(back.conflicts).toEqual([]);
        expect(sorted(applied(after, back.changes))).toEqual(sorted(current));
      }),
    );
  });

  it('never leaves a reference to something that is not there', () => {
    fc.assert(
      fc.property(canvasAndChanges, ([current, wanted]) => {
        expect(danglingIn(applied(current, rebase(current, wanted).changes))).toEqual([]);
      }),
    );
  });
});

const sorted = (objects: readonly CanvasObject[]) => objects.toSorted((a, b) => (a.id < b.id ? -1 : 1));

describe('a change of a canvas that others have changed meanwhile', () => {
  const moved = (object: Shape): Shape => ({ ...object, x: 400 });

  it('keeps what they did to an object beside what is done to it now, when the two touch different aspects', () => {
    const { changes, conflicts } = rebase([moved(shape('a'))], wanting({ updated: [retyped(shape('a'))] }));
    expect(changes.updated).toEqual([retyped(moved(shape('a')))]);
    expect(conflicts).toEqual([]);
  });

  it('leaves an aspect that both have changed as they made it, and says so', () => {
    const theirs = { ...shape('a'), text: 'theirs', lines: ['theirs'] };
    const mine = { ...shape('a'), text: 'mine', lines: ['mine'], color: 'red' as const };
    const { changes, conflicts } = rebase(
      [theirs],
      wanting({ updated: [{ before: shape('a'), after: mine }] }),
    );
    expect(changes.updated).toEqual([{ before: theirs, after: { ...theirs, color: 'red' } }]);
    expect(conflicts).toEqual([{ objectId: 'a', reason: 'CHANGED', aspects: ['text'] }]);
  });

  it('has nothing to say where both have done the same', () => {
    const { before, after } = retyped(shape('a'));
    expect(rebase([after], wanting({ updated: [{ before, after }] }))).toEqual({
      changes: emptyChangeSet,
      conflicts: [],
    });
  });

  it('does not delete what they have changed, and says so', () => {
    const { changes, conflicts } = rebase([moved(shape('a'))], wanting({ deleted: [shape('a')] }));
    expect(changes).toEqual(emptyChangeSet);
    expect(conflicts).toEqual([{ objectId: 'a', reason: 'CHANGED', aspects: ['place'] }]);
  });

  it('deletes what they have only moved, where that is allowed', () => {
    const rules = { deleteAlthough: ['place' as const] };
    const { changes } = rebase([moved(shape('a'))], wanting({ deleted: [shape('a')] }), rules);
    expect(changes.deleted).toEqual([moved(shape('a'))]);
  });

  it('says that what is to change has gone', () => {
    const { conflicts } = rebase([], wanting({ updated: [retyped(shape('a'))] }));
    expect(conflicts).toEqual([{ objectId: 'a', reason: 'GONE', aspects: [] }]);
  });

  it('lets a connector follow what it joins', () => {
    const [a, b] = [shape('a'), { ...shape('b'), x: 200 }];
    const line = {
      ...connector('c', 'a', 'b'),
      points: [
        { x: 100, y: 25 },
        { x: 200, y: 25 },
      ],
    };
    const { changes } = rebase(
      [a, b, line],
      wanting({ updated: [{ before: b, after: { ...b, x: 300, y: 100 } }] }),
    );
    expect(changes.updated[1]?.after).toMatchObject({
      points: [
        { x: 100, y: 25 },
        { x: 200, y: 25 },
        { x: 200, y: 125 },
        { x: 300, y: 125 },
      ],
    });
  });
});

describe('a locked object', () => {
  const locked = (object: Shape): Shape => ({ ...object, locked: true });

  it('is neither changed nor deleted, and that is said', () => {
    const current = [locked(shape('a')), locked(shape('b'))];
    const wanted = wanting({ updated: [retyped(locked(shape('a')))], deleted: [locked(shape('b'))] });
    const { changes, conflicts } = rebase(current, wanted);
    expect(changes).toEqual(emptyChangeSet);
    expect(conflicts.map(({ reason }) => reason)).toEqual(['LOCKED', 'LOCKED']);
  });

  it('is changed by what unlocks it', () => {
    const after = { ...shape('a'), x: 7 };
    const { changes } = rebase(
      [locked(shape('a'))],
      wanting({ updated: [{ before: locked(shape('a')), after }] }),
    );
    expect(changes.updated[0]?.after).toEqual(after);
  });

  it('keeps what it hangs on', () => {
    const current = [
      frame('f'),
      locked(shape('a', 'f')),
      shape('b'),
      { ...connector('c', 'a', 'b'), locked: true as const },
    ];
    const { changes, conflicts } = rebase(current, wanting({ deleted: [frame('f'), shape('b')] }));
    expect(changes).toEqual(emptyChangeSet);
    expect(conflicts.map(({ objectId }) => objectId)).toEqual(['f', 'b']);
  });
});

describe('an object that is moved into a frame', () => {
  it('stays in its frame if the other is not on the canvas, and that is reported', () => {
    const current = [frame('f'), shape('a', 'f')];
    const updated = [{ before: shape('a', 'f'), after: { ...shape('a', 'nowhere'), x: 9 } }];
    const { changes, conflicts } = rebase(current, wanting({ updated }));
    expect(changes.updated).toEqual([{ before: shape('a', 'f'), after: { ...shape('a', 'f'), x: 9 } }]);
    expect(conflicts).toEqual([{ objectId: 'a', reason: 'FRAME_GONE', aspects: ['frame'] }]);
  });

  it('stays where it was if the frame is inside it, and that is reported', () => {
    const current = [frame('outer'), frame('f', 'outer'), frame('g', 'f')];
    const updated = [{ before: frame('f', 'outer'), after: frame('f', 'g') }];
    const { changes, conflicts } = rebase(current, wanting({ updated }));
    expect(changes).toEqual(emptyChangeSet);
    expect(conflicts).toEqual([{ objectId: 'f', reason: 'FRAME_CYCLE', aspects: ['frame'] }]);
  });
});

describe('new objects', () => {
  it('beyond the limit are left out with what joins them, and that is said', () => {
    const full = Array.from({ length: 1_999 }, (_, index) => shape(`s${index}`));
    const added = [shape('fits'), shape('too much'), connector('c', 'fits', 'too much')];
    const { changes, conflicts } = rebase(full, wanting({ added }));
    expect(idsOf(changes.added)).toEqual(['fits']);
    expect(conflicts.map(({ reason }) => reason)).toEqual(['LIMIT', 'ENDS_GONE']);
  });

  it('that are there already, as they are, are not added again', () => {
    expect(rebase([shape('a')], wanting({ added: [shape('a')] }))).toEqual({
      changes: emptyChangeSet,
      conflicts: [],
    });
  });

  it('stand in no frame if theirs is not on the canvas, and that is reported', () => {
    const { changes, conflicts } = rebase([], wanting({ added: [shape('a', 'nowhere')] }));
    expect(changes.added).toEqual([shape('a')]);
    expect(conflicts).toEqual([{ objectId: 'a', reason: 'FRAME_GONE', aspects: ['frame'] }]);
  });
});

function applied(current: readonly CanvasObject[], changes: ChangeSet): CanvasObject[] {
  const deleted = new Set(idsOf(changes.deleted));
  const after = new Map(changes.updated.map((update) => [update.before.id, update.after]));
  const kept = current.filter(({ id }) => !deleted.has(id)).map((object) => after.get(object.id) ?? object);
  return [...kept, ...changes.added];
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
  .map(([current, { objects, updatedIds, deleted }]): [CanvasObject[], ChangeSet] => [
    current,
    {
      added: objects,
      updated: current
        .filter(({ id }) => updatedIds.includes(id))
        .map((object) => ({ before: object, after: { ...object, zIndex: 9 } })),
      deleted: current.filter(({ id }) => deleted.includes(id)),
    },
  ]);
