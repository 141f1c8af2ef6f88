import { describe, expect, test } from 'vitest';
import type { CanvasObject } from '../canvas/object.ts';
import { aShape } from '../jobs/fixtures.ts';
import { changesBetween } from './changes.ts';
import {
  beginSession,
  type EditEvent,
  type EditSession,
  editSession,
  outstandingEdit,
  saveState,
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
    expect(outstandingEdit(done)).toBeNull();
  });

  test('that is made while another is on its way waits for its turn', () => {
    const busy = edited(following(edited(begun, [moved, b]), sent), [{ ...moved, y: 2 }, b]);
    expect(following(busy, sent)).toBe(busy);
    const canvas = { version: 5, objects: [moved, b] };
    const next = following(busy, { type: 'saved', canvas, notices: [] });
    expect(shownObjects(next)).toEqual([{ ...moved, y: 2 }, b]);
    expect(outstandingEdit(next)).toMatchObject({ update: [{ id: 'a', y: 2 }] });
  });

  test('that is taken back before it was sent leaves nothing to save', () => {
    expect(saveState(edited(edited(begun, [moved, b]), [a, b]))).toBe('saved');
  });

  test('that did not reach the server is kept, joined with later ones, and begun at its old version', () => {
    const failed = following(edited(following(edited(begun, [moved, b]), sent), [moved]), { type: 'failed' });
    expect(saveState(failed)).toBe('offline');
    expect(outstandingEdit(failed)).toMatchObject({
      baseVersion: 4,
      update: [{ id: 'a', x: 1 }],
      delete: ['b'],
    });
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
    expect(outstandingEdit(both)).toMatchObject({ baseVersion: 4, update: [{ id: 'a', x: 1 }] });
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
    expect(outstandingEdit(adding)?.add?.[0]?.shape?.id).toBe('uuid');
    const done = following(adding, { type: 'saved', canvas, notices: [] });
    expect(shownObjects(done)).toEqual([a, b, mine]);
    const next = edited(done, [a, b, { ...mine, x: 3 }]);
    expect(outstandingEdit(next)?.update).toEqual([{ id: 'server', x: 3 }]);
  });

  test('whose answer was lost is known again when the canvas is read', () => {
    const read = following(adding, { type: 'failed' }, { type: 'read', canvas });
    expect(shownObjects(read)).toEqual([a, b, mine]);
    expect(outstandingEdit(read)).toBeNull();
  });

  test('that comes back after it was deleted is another one to the server', () => {
    const without = following(edited(begun, [b]), sent, {
      type: 'saved',
      canvas: { version: 5, objects: [b] },
      notices: [],
    });
    expect(outstandingEdit(edited(without, [a, b]))?.add?.[0]?.shape?.id).toBe('uuid');
  });
});

test('what the person has changed during a job is known until no job runs', () => {
  const changed = edited(begun, [moved]);
  expect([...changed.touched]).toEqual(['a', 'b']);
  expect(following(changed, { type: 'jobsEnded' }).touched.size).toBe(0);
});
