import { describe, expect, test } from 'vitest';
import { diffObjects } from '../../../../src/canvas/model/changes/changeSet.ts';
import { aShape } from '../../jobs/fixtures.ts';
import type { CanvasObject } from '../../scene/object.ts';
import { type EditEvent, editSession } from './editSession.ts';
import {
  beginSession,
  canRevert,
  type EditSession,
  movedBoxes,
  type SavedCanvas,
  saveState,
  shownObjects,
} from './sessionState.ts';
import { outstandingRequests, sentRequest } from './stepRequests.ts';

const a = aShape('a');
const b = aShape('b');

/** A canvas as the server gives it, with nothing to undo unless it is said. */
const aCanvas = (
  versionNumber: number,
  objects: readonly CanvasObject[],
  some: Partial<SavedCanvas> = {},
) => ({
  ...{ versionNumber, objects, undoable: null, redoable: null },
  ...some,
});
/** The answer to what was on its way: it has become this version, or none. */
const answered = (
  canvas: SavedCanvas,
  made: number | null = canvas.versionNumber,
  createdIds: ReadonlyMap<string, string> = new Map(),
): EditEvent => ({
  type: 'saved',
  canvas,
  notices: [],
  createdIds,
  made: made === null ? null : { number: made, before: [], after: [] },
});

const begun = beginSession(aCanvas(4, [a, b]));
function sentEdit(session: EditSession) {
  const request = sentRequest(session);
  return request && 'edit' in request ? request.edit : null;
}
const outstandingEdits = (session: EditSession) =>
  outstandingRequests(session).flatMap((request) => ('edit' in request ? [request.edit] : []));

const following = (session: EditSession, ...events: EditEvent[]) => events.reduce(editSession, session);

/** The person turns what is shown into this. */
function edited(session: EditSession, objects: readonly CanvasObject[], gesture = 1): EditSession {
  const changes = diffObjects(shownObjects(session), objects);
  return editSession(session, { type: 'edited', changes, gesture, newId: () => 'uuid' });
}

const moved = { ...a, x: 1 };
const sent: EditEvent = { type: 'sent' };

describe('an edit', () => {
  test('is shown at once, and saved when the server has answered', () => {
    const unsaved = edited(begun, [moved, b]);
    expect(shownObjects(unsaved)).toEqual([moved, b]);
    expect(saveState(unsaved)).toBe('saving');
    const canvas = aCanvas(5, [moved, b]);
    const done = following(unsaved, sent, answered(canvas));
    expect(saveState(done)).toBe('saved');
    expect(shownObjects(done)).toEqual([moved, b]);
    expect(outstandingEdits(done)).toEqual([]);
  });

  test('that is made while another is on its way waits for its turn', () => {
    const busy = edited(following(edited(begun, [moved, b]), sent), [{ ...moved, y: 2 }, b]);
    expect(sentEdit(following(busy, sent))).toEqual(sentEdit(busy));
    const canvas = aCanvas(5, [moved, b]);
    const next = following(busy, answered(canvas));
    expect(shownObjects(next)).toEqual([{ ...moved, y: 2 }, b]);
    expect(outstandingEdits(next)).toMatchObject([{ baseVersionNumber: 5, update: [{ id: 'a', y: 2 }] }]);
  });

  test('that is undone before it was sent leaves nothing to save', () => {
    expect(saveState(edited(edited(begun, [moved, b]), [a, b]))).toBe('saved');
  });

  test('that may not have arrived is sent again just as it was, before those that follow it', () => {
    const failed = following(edited(following(edited(begun, [moved, b]), sent), [moved]), { type: 'failed' });
    expect(saveState(failed)).toBe('offline');
    expect(shownObjects(failed)).toEqual([moved]);
    const again = following(failed, sent);
    expect(sentEdit(again)).toEqual(sentEdit(failed));
    expect(sentEdit(again)).toMatchObject({ baseVersionNumber: 4, update: [{ id: 'a', x: 1 }], delete: [] });
    expect(outstandingEdits(again)[1]).toMatchObject({ update: [], delete: ['b'] });
  });

  test('keeps its key when it is sent again, and gets a new one with other changes', () => {
    let count = 0;
    const edit = (session: EditSession, objects: readonly CanvasObject[]) => {
      const changes = diffObjects(shownObjects(session), objects);
      count += 1;
      return editSession(session, { type: 'edited', changes, gesture: 1, newId: () => `key ${count}` });
    };
    const keys = (session: EditSession) => outstandingEdits(session).map((one) => one.idempotencyKey);
    const first = edit(begun, [moved, b]);
    expect(keys(first)).toEqual(['key 1']);
    const extended = edit(first, [{ ...moved, y: 2 }, b]);
    expect(keys(extended)).toEqual(['key 2']);
    expect(keys(following(extended, sent, { type: 'failed' }, sent))).toEqual(['key 2']);
  });

  test('that can never be saved is given up, and what the server has is shown', () => {
    const rejected = following(edited(begun, [moved, b]), sent, { type: 'rejected', notice: 'No.' });
    expect(shownObjects(rejected)).toEqual([a, b]);
    expect(rejected.notices).toEqual(['No.']);
    expect(saveState(rejected)).toBe('saved');
  });
});

describe('a change by others', () => {
  const theirs = aCanvas(5, [{ ...a, color: 'RED' as const }]);

  test('is shown under the person’s own, which keep the version that they were begun at', () => {
    const both = following(edited(begun, [moved, b]), { type: 'read', canvas: theirs });
    expect(shownObjects(both)).toEqual([{ ...moved, color: 'RED' }]);
    expect(outstandingEdits(both)).toMatchObject([{ baseVersionNumber: 4, update: [{ id: 'a', x: 1 }] }]);
  });

  test('that is read while an edit is in flight is applied with the answer', () => {
    const busy = following(edited(begun, [moved, b]), sent, { type: 'read', canvas: theirs });
    expect(shownObjects(busy)).toEqual([moved, b]);
    const canvas = aCanvas(6, [{ ...moved, color: 'RED' as const }]);
    expect(shownObjects(following(busy, answered(canvas)))).toEqual(canvas.objects);
  });

  test('that is older than what is known is ignored', () => {
    expect(following(begun, { type: 'read', canvas: aCanvas(3, []) })).toBe(begun);
  });
});

describe('a new object', () => {
  const mine = aShape('mine', { zIndex: 9 });
  const adding = following(edited(begun, [a, b, mine]), sent);
  const canvas = aCanvas(5, [a, b, { ...mine, id: 'server' }]);
  const createdIds = new Map([['uuid', 'server']]);

  test('is sent under a UUID, and keeps its id here when the server has given it one', () => {
    expect(outstandingEdits(adding)[0]?.add?.[0]?.shape?.id).toBe('uuid');
    const done = following(adding, answered(canvas, 5, createdIds));
    expect(shownObjects(done)).toEqual([a, b, mine]);
    const next = edited(done, [a, b, { ...mine, x: 3 }]);
    expect(outstandingEdits(next)[0]?.update).toEqual([{ id: 'server', x: 3 }]);
  });

  test('whose answer was lost is known again with the next one', () => {
    const again = following(adding, { type: 'failed' }, { type: 'read', canvas }, sent);
    expect(shownObjects(again)).toEqual([a, b, mine]);
    const done = following(again, answered(canvas, 5, createdIds));
    expect(shownObjects(done)).toEqual([a, b, mine]);
    expect(outstandingEdits(done)).toEqual([]);
  });

  test('that comes back while its deletion is on its way is another one to the server', () => {
    const deleting = following(edited(begun, [b]), sent);
    const back = edited(deleting, [a, b]);
    expect(shownObjects(back).toSorted(byId)).toEqual([a, b]);
    expect(sentEdit(back)?.delete).toEqual(['a']);
    const gone = following(back, { type: 'saved', canvas: aCanvas(5, [b]), made: null, notices: [] });
    expect(outstandingEdits(gone)[0]?.add?.[0]?.shape?.id).toBe('uuid');
  });

  test('that comes back stays the same one where its deletion was rejected', () => {
    const back = edited(following(edited(begun, [b]), sent), [a, b]);
    const kept = aCanvas(5, [a, b]);
    const rejected = following(back, { type: 'saved', canvas: kept, made: null, notices: ['No.'] });
    expect(shownObjects(rejected)).toEqual([a, b]);
    expect(outstandingEdits(rejected)).toEqual([]);
  });
});

const byId = (one: CanvasObject, other: CanvasObject) => (one.id < other.id ? -1 : 1);

test('what the person has changed during a job is known until no job runs', () => {
  const changed = edited(begun, [moved]);
  expect([...changed.touched]).toEqual(['a', 'b']);
  expect(following(changed, { type: 'jobsEnded' }).touched.size).toBe(0);
});

describe('undo', () => {
  const undo: EditEvent = { type: 'reverted', direction: 'undo' };
  const redo: EditEvent = { type: 'reverted', direction: 'redo' };
  const further = { ...moved, y: 9 };

  test('of an edit is shown at once, and sent when the version of the edit is known', () => {
    const undone = following(edited(begun, [moved, b]), undo);
    expect(shownObjects(undone)).toEqual([a, b]);
    expect(sentRequest(following(undone, sent))).toMatchObject({ edit: { update: [{ id: 'a', x: 1 }] } });
    const next = following(undone, sent, answered(aCanvas(5, [moved, b], { undoable: 5 })), sent);
    expect(sentRequest(next)).toEqual({ undo: 5 });
    expect(shownObjects(next)).toEqual([a, b]);
    const done = following(next, answered(aCanvas(6, [a, b], { redoable: 6 })));
    expect([saveState(done), canRevert(done, 'undo'), canRevert(done, 'redo')]).toEqual([
      'saved',
      false,
      true,
    ]);
  });

  test('takes one gesture after the other, and redo brings them again', () => {
    const twice = edited(edited(begun, [moved, b], 1), [further, b], 2);
    expect(shownObjects(following(twice, undo))).toEqual([moved, b]);
    expect(shownObjects(following(twice, undo, undo))).toEqual([a, b]);
    expect(shownObjects(following(twice, undo, undo, redo))).toEqual([moved, b]);
    expect(shownObjects(following(twice, undo, undo, redo, redo))).toEqual([further, b]);
    expect(canRevert(edited(following(twice, undo), [moved], 3), 'redo')).toBe(false);
  });

  test('of a version shows what it changed, where that is known', () => {
    const change = { number: 4, before: [a], after: [{ ...a, x: 1 }] };
    const known = following(beginSession(aCanvas(4, [moved, b], { undoable: 4 })), {
      type: 'learned',
      change,
    });
    const undone = following(known, undo, sent);
    expect([sentRequest(undone), shownObjects(undone)]).toEqual([{ undo: 4 }, [a, b]]);
  });

  test('beyond what is known goes by what the server says is next, but never to a newer change of another page', () => {
    const twice = following(beginSession(aCanvas(4, [moved, b], { undoable: 4 })), undo, undo, sent);
    const older = following(twice, answered(aCanvas(5, [a, b], { undoable: 2, redoable: 5 })), sent);
    expect(sentRequest(older)).toEqual({ undo: 2 });
    const newer = following(twice, answered(aCanvas(6, [a], { undoable: 6 }), 5), sent);
    expect([sentRequest(newer), saveState(newer)]).toEqual([null, 'saved']);
  });

  test('of what could not be saved comes to nothing', () => {
    const undone = following(edited(begun, [moved, b]), undo, redo, sent);
    const rejected = following(undone, { type: 'rejected', notice: 'No.' });
    expect([saveState(rejected), shownObjects(rejected)]).toEqual(['saved', [a, b]]);
    const unchanged = following(undone, answered(aCanvas(4, [a, b]), null));
    expect(saveState(unchanged)).toBe('saved');
  });

  test('of an edit whose first answer was lost finds its version', () => {
    const lost = following(edited(begun, [moved, b]), undo, sent, { type: 'failed' }, sent);
    const again = following(lost, answered(aCanvas(5, [moved, b], { undoable: 5 })), sent);
    expect(sentRequest(again)).toEqual({ undo: 5 });
  });

  test('is kept with what it undoes until both have arrived', () => {
    const undone = following(edited(begun, [moved, b]), undo, redo);
    expect(outstandingRequests(undone)).toMatchObject([{ edit: {} }, { undoOf: 0 }, { undoOf: 1 }]);
  });

  test('with nothing to undo does nothing', () => {
    expect(following(begun, undo, redo)).toBe(begun);
  });

  test('leaves the arrows of what it moves back to the server', () => {
    const moving = edited(begun, [moved, b]);
    expect([...movedBoxes(moving)]).toEqual(['a']);
    expect([...movedBoxes(following(moving, undo))]).toEqual([]);
  });
});

test('what the canvas could not hold is named until the next change, what the server answers until it is dismissed', () => {
  const session = following(
    begun,
    { type: 'noted', notice: 'Not saved' },
    { type: 'leftOut', notes: ['Left out'] },
  );
  expect(session).toMatchObject({ notices: ['Not saved'], notes: ['Left out'] });
  expect(edited(session, [moved, b])).toMatchObject({ notices: ['Not saved'], notes: [] });
  expect(editSession(session, { type: 'dismissed' })).toMatchObject({ notices: [], notes: [] });
});
