import { expect, test, vi } from 'vitest';
import { isFailing } from '../../api/outages/availability.ts';
import type { CanvasRequest } from '../session/requests.ts';
import { keepDraft } from './drafts.ts';
import type { SaveOutcome } from './saver.ts';
import { keepSendingDrafts, sendInOrder } from './sendDrafts.ts';

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

test('drafts found at the start are sent again after a reconnect, and count as unsaved until then', async () => {
  const items = new Map<string, string>();
  const store = {
    get length() {
      return items.size;
    },
    key: (index: number) => [...items.keys()][index] ?? null,
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
  };
  keepDraft(store, 'canvas', 'earlier', [edit]);
  const outcomes: SaveOutcome[] = [{ kind: 'failed' }, saved(3, 3, 3)];
  const send = vi.fn(async () => outcomes.shift() ?? saved(9, 9, 9));
  const onState = vi.fn();
  keepSendingDrafts(store, { canvasId: 'canvas', page: 'own', send, dispatch: vi.fn(), onState });
  await vi.waitFor(() => expect(onState).toHaveBeenLastCalledWith('offline'));

  keepDraft(store, 'canvas', 'own', [edit]);
  keepDraft(store, 'canvas', 'later', [edit]);
  isFailing.set(true);
  isFailing.set(false);
  await vi.waitFor(() => expect(onState).toHaveBeenLastCalledWith('saved'));
  expect(send).toHaveBeenCalledTimes(2);
  expect([...items.keys()]).toEqual(['edit:canvas:own', 'edit:canvas:later']);
});
