import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { diffObjects } from '../../../../src/canvas/model/changes/changeSet.ts';
import { observable } from '../../api/observable.ts';
import { aShape } from '../../jobs/fixtures.ts';
import { type EditEvent, editSession } from '../session/editSession.ts';
import type { CanvasRequest } from '../session/requests.ts';
import { beginSession, type EditSession, saveState, shownObjects } from '../session/sessionState.ts';
import { type SaveOutcome, startSaving } from './saver.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
const EMPTY = { versionNumber: 2, objects: [], undoable: null, redoable: null };

afterEach(() => {
  vi.useRealTimers();
});

function setup() {
  const session = observable<EditSession>(
    beginSession({ versionNumber: 1, objects: [aShape('a')], undoable: null, redoable: null }),
  );
  const answers: ((outcome: SaveOutcome) => void)[] = [];
  const requests: CanvasRequest[] = [];
  const saver = startSaving(session, (request) => {
    requests.push(request);
    return new Promise((resolve) => answers.push(resolve));
  });
  const dispatch = (event: EditEvent) => session.set(editSession(session.get(), event));
  function move(x: number, gesture = 1, isNudge = false): void {
    const changes = diffObjects(shownObjects(session.get()), [aShape('a', { x })]);
    dispatch({ type: 'edited', changes, gesture, isNudge, newId: () => 'uuid' });
  }
  const undo = () => dispatch({ type: 'reverted', direction: 'undo' });
  async function answer(outcome: SaveOutcome): Promise<void> {
    answers.at(-1)?.(outcome);
    await vi.advanceTimersByTimeAsync(0);
  }
  const saved = (version: number, x: number): SaveOutcome => ({
    kind: 'saved',
    canvas: { versionNumber: version, objects: [aShape('a', { x })], undoable: version, redoable: null },
    made: { number: version, before: [], after: [] },
    notices: [],
  });
  const state = () => saveState(session.get());
  return { session, saver, answers, requests, move, undo, answer, saved, state };
}

test('changes of one gesture are sent as one edit, a moment after the last', async () => {
  const { move, answers, answer, saved, state } = setup();
  move(1);
  vi.advanceTimersByTime(500);
  move(2);
  vi.advanceTimersByTime(599);
  expect(answers).toHaveLength(0);
  vi.advanceTimersByTime(1);
  expect(answers).toHaveLength(1);
  await answer(saved(2, 2));
  expect(state()).toBe('saved');
});

test('presses of arrow keys less than a second apart are sent as one edit', async () => {
  const { move, requests } = setup();
  for (const x of [1, 2, 3]) {
    move(x, 1, true);
    vi.advanceTimersByTime(999);
  }
  expect(requests).toHaveLength(0);
  vi.advanceTimersByTime(1);
  expect(requests).toHaveLength(1);
});

test('one edit is on its way at a time; what comes meanwhile follows', async () => {
  const { move, answers, answer, saved, saver, state } = setup();
  move(1);
  vi.advanceTimersByTime(600);
  move(2);
  vi.advanceTimersByTime(5_000);
  saver.flush();
  expect(answers).toHaveLength(1);
  await answer(saved(2, 1));
  vi.advanceTimersByTime(600);
  expect(answers).toHaveLength(2);
  await answer(saved(3, 2));
  expect(state()).toBe('saved');
});

test('an edit that does not arrive is tried again, later each time, and at once when asked to', async () => {
  const { move, answers, answer, saver, state } = setup();
  move(1);
  vi.advanceTimersByTime(600);
  await answer({ kind: 'failed' });
  expect(state()).toBe('offline');
  vi.advanceTimersByTime(1_999);
  expect(answers).toHaveLength(1);
  vi.advanceTimersByTime(1);
  expect(answers).toHaveLength(2);
  await answer({ kind: 'failed' });
  vi.advanceTimersByTime(2_000);
  expect(answers).toHaveLength(2);
  saver.flush();
  expect(answers).toHaveLength(3);
});

test('an edit is sent at once when another gesture or an undo follows it', async () => {
  const { move, undo, answers, requests, answer, saved, session } = setup();
  move(1, 1);
  move(2, 2);
  expect(answers).toHaveLength(1);
  await answer(saved(2, 1));
  undo();
  await answer(saved(3, 2));
  expect(requests.slice(1)).toMatchObject([{ edit: { update: [{ x: 2 }] } }, { undo: 3 }]);
  expect(shownObjects(session.get())).toMatchObject([{ x: 1 }]);
});

test('a command is sent after everything before it, and gives its outcome', async () => {
  const { move, saver, requests, answer, saved, session } = setup();
  move(1);
  const done = saver.command({ undoJob: 'job' });
  await answer(saved(2, 1));
  expect(requests).toMatchObject([{ edit: {} }, { undoJob: 'job' }]);
  await answer({ kind: 'rejected', notice: 'No.' });
  expect(await done).toEqual({ kind: 'rejected', notice: 'No.' });
  expect(session.get().notices).toEqual([]);
});

test('a command is not done later, when nobody expects it any more', async () => {
  const { move, saver, requests, answer, state } = setup();
  move(1);
  const done = saver.command({ restore: 0 });
  await answer({ kind: 'failed' });
  expect(await done).toEqual({ kind: 'failed' });
  vi.advanceTimersByTime(2_000);
  expect(requests).toHaveLength(2);
  expect(state()).toBe('offline');
  await answer({ kind: 'saved', canvas: beginSession(EMPTY).saved, made: null, notices: [] });
  expect(requests).toHaveLength(2);
});

test('an undo whose answer was lost, and that is refused as done the second time, is done', async () => {
  const { session, saver, undo, answer, saved, state } = setup();
  session.set({ ...session.get(), saved: { ...session.get().saved, undoable: 1 } });
  undo();
  await answer({ kind: 'failed' });
  saver.flush();
  const { canvas } = saved(2, 5) as Extract<SaveOutcome, { kind: 'saved' }>;
  await answer({ kind: 'rejected', notice: 'Done already.', canvas });
  expect(state()).toBe('saved');
  expect(session.get()).toMatchObject({ saved: { versionNumber: 2 }, notices: [] });
});

test('leaving sends what there is', () => {
  const { move, answers, saver } = setup();
  move(1);
  saver.stop();
  expect(answers).toHaveLength(1);
});
