import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { observable } from '../api/observable.ts';
import { aShape } from '../jobs/fixtures.ts';
import { changesBetween } from './changes.ts';
import { beginSession, type EditSession, editSession, saveState, shownObjects } from './editSession.ts';
import { type SaveOutcome, startSaving } from './saver.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function setup() {
  const session = observable<EditSession>(beginSession({ version: 1, objects: [aShape('a')] }));
  const answers: ((outcome: SaveOutcome) => void)[] = [];
  const saver = startSaving(session, () => new Promise((resolve) => answers.push(resolve)));
  function move(x: number): void {
    const changes = changesBetween(shownObjects(session.get()), [aShape('a', { x })]);
    session.set(editSession(session.get(), { type: 'edited', changes, newId: () => 'uuid' }));
  }
  async function answer(outcome: SaveOutcome): Promise<void> {
    answers.at(-1)?.(outcome);
    await vi.advanceTimersByTimeAsync(0);
  }
  const saved = (version: number, x: number): SaveOutcome => ({
    kind: 'saved',
    canvas: { version, objects: [aShape('a', { x })] },
    notices: [],
  });
  return { session, saver, answers, move, answer, saved, state: () => saveState(session.get()) };
}

test('changes that follow each other quickly are sent as one edit', async () => {
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

test('leaving sends what there is', () => {
  const { move, answers, saver } = setup();
  move(1);
  saver.stop();
  expect(answers).toHaveLength(1);
});
