import { expect, test } from 'vitest';
import { readDraft, writeDraft } from './storedDraft.ts';

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
const submission = { instruction: 'A kanban', canvasId: 'c1', selection: ['a'], key: 'k' };

test('each canvas has its own draft, and so does a new canvas', () => {
  const store = memory();
  writeDraft(store, 'c1', { text: 'A kanban', submission });
  writeDraft(store, null, { text: 'A flow', submission: null });
  expect(readDraft(store, 'c1')).toEqual({ text: 'A kanban', submission });
  expect(readDraft(store, null)).toEqual({ text: 'A flow', submission: null });
  expect(readDraft(store, 'c2')).toEqual(empty);
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
