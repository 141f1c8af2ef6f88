import { expect, test } from 'vitest';
import { moveDraft, onDraftWritten, readDraft, writeDraft } from './storedDraft.ts';

function memory(): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> & { size: number } {
  const entries = new Map<string, string>();
  return {
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, value) => void entries.set(key, value),
    removeItem: (key) => void entries.delete(key),
    get size() {
      return entries.size;
    },
  };
}

const empty = { text: '', submission: null };
const submission = {
  instruction: 'A kanban',
  canvasId: 'c1',
  selection: ['a'],
  priority: 'HIGH' as const,
  kind: 'FLOW' as const,
  key: 'k',
};

test('each canvas has its own draft, and so does a new canvas', () => {
  const store = memory();
  writeDraft(store, 'c1', { text: 'A kanban', submission });
  writeDraft(store, null, { text: 'A flow', submission: null });
  expect(readDraft(store, 'c1')).toEqual({ text: 'A kanban', submission });
  expect(readDraft(store, null)).toEqual({ text: 'A flow', submission: null });
  expect(readDraft(store, 'c2')).toEqual(empty);
});

test('moving a draft to a canvas keeps the one that is there', () => {
  const store = memory();
  writeDraft(store, null, { text: 'A flow', submission: null });
  moveDraft(store, null, 'c1');
  expect(readDraft(store, null)).toEqual(empty);
  expect(readDraft(store, 'c1').text).toBe('A flow');
  writeDraft(store, null, { text: 'A kanban', submission: null });
  moveDraft(store, null, 'c1');
  expect(readDraft(store, null).text).toBe('A kanban');
  expect(readDraft(store, 'c1').text).toBe('A flow');
});

test('listeners learn of each change until they stop', () => {
  const texts: string[] = [];
  const stop = onDraftWritten(({ canvasId, draft }) => void texts.push(`${canvasId}: ${draft.text}`));
  writeDraft(memory(), 'c1', { text: 'A flow', submission: null });
  stop();
  writeDraft(memory(), 'c1', empty);
  expect(texts).toEqual(['c1: A flow']);
});

test('an empty draft leaves nothing in storage', () => {
  const store = memory();
  writeDraft(store, null, { text: 'A flow', submission: null });
  writeDraft(store, null, empty);
  expect(store.size).toBe(0);
});

test.each(['', '{', '7', 'null', '{"text":7,"submission":null}', '{"text":"a","submission":{"key":1}}'])(
  'stored text that is no draft (%s) is ignored',
  (text) => {
    const store = memory();
    store.setItem('instruction:new', text);
    expect(readDraft(store, null)).toEqual(empty);
  },
);

test('without storage, a draft is empty and writing it does not fail', () => {
  const fail = () => {
    throw new DOMException('no', 'QuotaExceededError');
  };
  const store = { getItem: fail, setItem: fail, removeItem: fail };
  writeDraft(store, null, { text: 'A flow', submission: null });
  expect(readDraft(store, null)).toEqual(empty);
});
