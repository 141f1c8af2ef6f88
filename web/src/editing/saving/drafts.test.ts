import { expect, test } from 'vitest';
import { dropDraft, keepDraft, leftDrafts } from './drafts.ts';

function aStore() {
  const items = new Map<string, string>();
  return {
    get length() {
      return items.size;
    },
    key: (index: number) => [...items.keys()][index] ?? null,
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
  };
}

const edit = { edit: { baseVersionNumber: 2, delete: ['a'] } };

test('edits are kept for their canvas until they are dropped, each page’s apart', () => {
  const store = aStore();
  keepDraft(store, 'one', 'first', [edit, edit]);
  keepDraft(store, 'one', 'second', [edit, { undoOf: 0 }, { undo: 7 }]);
  keepDraft(store, 'two', 'third', [edit]);
  const drafts = leftDrafts(store, 'one');
  expect(drafts.map(({ requests }) => requests)).toEqual([
    [edit, edit],
    [edit, { undoOf: 0 }, { undo: 7 }],
  ]);
  expect(leftDrafts(store, 'one', 'second').map(({ requests }) => requests)).toEqual([[edit, edit]]);
  for (const draft of drafts) dropDraft(store, draft);
  expect(leftDrafts(store, 'one')).toEqual([]);
  expect(leftDrafts(store, 'two')).toHaveLength(1);
});

test('nothing is kept of a page that has saved everything', () => {
  const store = aStore();
  keepDraft(store, 'one', 'first', [edit, edit]);
  keepDraft(store, 'one', 'first', []);
  expect(store.length).toBe(0);
});

test('what is no edit, and a browser without storage, are put up with', () => {
  const store = aStore();
  store.setItem('edit:one:x', '{"broken');
  store.setItem('edit:two:x', '{}');
  expect([...leftDrafts(store, 'one'), ...leftDrafts(store, 'two')]).toEqual([]);
  const full = {
    ...store,
    setItem: () => {
      throw new Error('full');
    },
  };
  expect(() => keepDraft(full, 'one', 'first', [edit])).not.toThrow();
});
