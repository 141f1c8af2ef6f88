import { describe, expect, test } from 'vitest';
import type { CanvasObject } from '../canvas/object.ts';
import { aShape } from '../jobs/fixtures.ts';
import { changesBetween } from './changes.ts';
import {
  beginSession,
  type EditEvent,
  type EditSession,
  editSession,
  outstandingEdits,
  saveState,
  sentEdit,
  shownObjects,
} from './editSession.ts';

const a = aShape('a');
const b = aShape('b');
const begun = beginSession({ version: 4, objects: [a, b] });

const following = (session: EditSession, ...events: EditEvent[]) => events.reduce(editSession, session);

/** The person turns what is shown into this. */
function edited(session: EditSession, objects: readonly CanvasObject[]): EditSession {
  const changes = changesBetween(shownObjects(session), objects);
  return editSession(session, { type: 'edited', changes, newId: () => 'uuid' });
}

const moved = { ...a, x: 1 };
const sent: EditEvent = { type: 'sent' };

describe('an edit', () => {
  test('is shown at once, and saved when the server has answered', () => {
    const unsaved = edited(begun, [moved, b]);
    expect(shownObjects(unsaved)).toEqual([moved, b]);
    expect(saveState(unsaved)).toBe('saving');
    const canvas = { version: 5, objects: [moved, b] };
    const done = following(unsaved, sent, { type: 'saved', canvas, notices: [] });
    expect(saveState(done)).toBe('saved');
    expect(shownObjects(done)).toEqual([moved, b]);
    expect(outstandingEdits(done)).toEqual([]);
  });

  test('that is made while another is on its way waits for its turn', () => {
    const busy = edited(following(edited(begun, [moved, b]), sent), [{ ...moved, y: 2 }, b]);
    expect(sentEdit(following(busy, sent))).toEqual(sentEdit(busy));
    const canvas = { version: 5, objects: [moved, b] };
    const next = following(busy, { type: 'saved', canvas, notices: [] });
    expect(shownObjects(next)).toEqual([{ ...moved, y: 2 }, b]);
    expect(outstandingEdits(next)).toMatchObject([{ baseVersion: 5, update: [{ id: 'a', y: 2 }] }]);
  });

  test('that is taken back before it was sent leaves nothing to save', () => {
    expect(saveState(edited(edited(begun, [moved, b]), [a, b]))).toBe('saved');
  });

  test('that may not have arrived is sent again just as it was, before those that follow it', () => {
    const failed = following(edited(following(edited(begun, [moved, b]), sent), [moved]), { type: 'failed' });
    expect(saveState(failed)).toBe('offline');
    expect(shownObjects(failed)).toEqual([moved]);
    const again = following(failed, sent);
    expect(sentEdit(again)).toEqual(sentEdit(failed));
    expect(sentEdit(again)).toMatchObject({ baseVersion: 4, update: [{ id: 'a', x: 1 }], delete: [] });
    expect(outstandingEdits(again)[1]).toMatchObject({ update: [], delete: ['b'] });
  });

  test('that can never be saved is given up, and what the server has is shown', () => {
    const refused = following(edited(begun, [moved, b]), sent, { type: 'refused', notice: 'No.' });
    expect(shownObjects(refused)).toEqual([a, b]);
    expect(refused.notices).toEqual(['No.']);
    expect(saveState(refused)).toBe('saved');
  });
});

describe('a change by others', () => {
  const theirs = { version: 5, objects: [{ ...a, color: 'RED' as const }] };

  test('is shown under the person’s own, which keep the version that they were begun at', () => {
    const both = following(edited(begun, [moved, b]), { type: 'read', canvas: theirs });
    expect(shownObjects(both)).toEqual([{ ...moved, color: 'RED' }]);
    expect(outstandingEdits(both)).toMatchObject([{ baseVersion: 4, update: [{ id: 'a', x: 1 }] }]);
  });

  test('that is heard of while an edit is on its way is taken in with the answer', () => {
    const busy = following(edited(begun, [moved, b]), sent, { type: 'read', canvas: theirs });
    expect(shownObjects(busy)).toEqual([moved, b]);
    const canvas = { version: 6, objects: [{ ...moved, color: 'RED' as const }] };
    expect(shownObjects(following(busy, { type: 'saved', canvas, notices: [] }))).toEqual(canvas.objects);
  });

  test('that is older than what is known is ignored', () => {
    expect(following(begun, { type: 'read', canvas: { version: 3, objects: [] } })).toBe(begun);
  });
});

describe('a new object', () => {
  const mine = aShape('mine', { zIndex: 9 });
  const adding = following(edited(begun, [a, b, mine]), sent);
  const canvas = { version: 5, objects: [a, b, { ...mine, id: 'server' }] };

  test('is sent under a UUID, and keeps its id here when the server has given it one', () => {
    expect(outstandingEdits(adding)[0]?.add?.[0]?.shape?.id).toBe('uuid');
    const done = following(adding, { type: 'saved', canvas, notices: [] });
    expect(shownObjects(done)).toEqual([a, b, mine]);
    const next = edited(done, [a, b, { ...mine, x: 3 }]);
    expect(outstandingEdits(next)[0]?.update).toEqual([{ id: 'server', x: 3 }]);
  });

  test('whose answer was lost is known again with the next one', () => {
    const again = following(adding, { type: 'failed' }, { type: 'read', canvas }, sent);
    expect(shownObjects(again)).toEqual([a, b, mine]);
    const done = following(again, { type: 'saved', canvas, notices: [] });
    expect(shownObjects(done)).toEqual([a, b, mine]);
    expect(outstandingEdits(done)).toEqual([]);
  });

  test('that comes back while its deletion is on its way is another one to the server', () => {
    const deleting = following(edited(begun, [b]), sent);
    const back = edited(deleting, [a, b]);
    expect(shownObjects(back).toSorted(byId)).toEqual([a, b]);
    expect(sentEdit(back)?.delete).toEqual(['a']);
    const gone = following(back, { type: 'saved', canvas: { version: 5, objects: [b] }, notices: [] });
    expect(outstandingEdits(gone)[0]?.add?.[0]?.shape?.id).toBe('uuid');
  });

  test('that comes back stays the same one where its deletion was refused', () => {
    const back = edited(following(edited(begun, [b]), sent), [a, b]);
    const kept = { version: 5, objects: [a, b] };
    const refused = following(back, { type: 'saved', canvas: kept, notices: ['No.'] });
    expect(shownObjects(refused)).toEqual([a, b]);
    expect(outstandingEdits(refused)).toEqual([]);
  });
});

const byId = (one: CanvasObject, other: CanvasObject) => (one.id < other.id ? -1 : 1);

test('what the person has changed during a job is known until no job runs', () => {
  const changed = edited(begun, [moved]);
  expect([...changed.touched]).toEqual(['a', 'b']);
  expect(following(changed, { type: 'jobsEnded' }).touched.size).toBe(0);
});
