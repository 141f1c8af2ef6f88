import { expect, test } from 'vitest';
import type { CanvasRequest } from './requests.ts';
import type { SaveOutcome } from './saver.ts';
import { sendInOrder } from './sendDrafts.ts';

const canvas = (version: number, undoable: number | null, redoable: number | null = null) => ({
  ...{ versionNumber: version, objects: [], undoable, redoable },
});
const saved = (version: number, made: number | null, undoable: number | null): SaveOutcome => ({
  kind: 'saved',
  canvas: canvas(version, undoable),
  made: made === null ? null : { number: made, before: [], after: [] },
  notices: [],
});
const edit: CanvasRequest = { edit: { baseVersionNumber: 2 } };

async function sent(requests: CanvasRequest[], ...outcomes: SaveOutcome[]) {
  const seen: CanvasRequest[] = [];
  const results = await sendInOrder(requests, async (request) => {
    seen.push(request);
    return outcomes.shift() ?? { kind: 'failed' };
  });
  return { seen, results };
}

test('each edit is sent on top of the one before', async () => {
  const { seen, results } = await sent([edit, edit], saved(7, 7, 7), saved(8, 8, 8));
  expect(seen).toEqual([edit, { edit: { baseVersionNumber: 7 } }]);
  expect(results).toHaveLength(2);
});

test('an undo is sent for the version that its edit has made', async () => {
  expect((await sent([edit, { undoOf: 0 }], saved(3, 3, 3), saved(4, 4, null))).seen[1]).toEqual({ undo: 3 });
});

test('an undo of an edit that came to nothing is left out', async () => {
  const { seen, results } = await sent([edit, { undoOf: 0 }, { undoOf: 1 }], saved(2, null, 2));
  expect(seen).toEqual([edit]);
  expect(results).toHaveLength(1);
});

test('the rejection of an undo that had arrived before is not reported', async () => {
  const done: SaveOutcome = { kind: 'rejected', notice: 'Done already.', canvas: canvas(5, null, 5) };
  expect((await sent([{ undo: 4 }], done)).results).toEqual([]);
});

test('what does not reach the server is kept', async () => {
  expect((await sent([edit, edit], saved(3, 3, 3))).results).toBeNull();
});
