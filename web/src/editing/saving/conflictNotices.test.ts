import { expect, test } from 'vitest';
import type { ConflictFieldsFragment } from '../../generated/graphql.ts';
import { conflictNotices } from './conflictNotices.ts';

const conflict = (text: string, changes: Partial<ConflictFieldsFragment> = {}): ConflictFieldsFragment => ({
  reason: 'CHANGED',
  aspects: ['TEXT'],
  object: { __typename: 'Shape', text },
  ...changes,
});

test('each thing is named, with what became of it', () => {
  expect(
    conflictNotices([
      conflict('Pay'),
      conflict('', { reason: 'GONE', object: null }),
      conflict('', { reason: 'LOCKED', object: { __typename: 'Connector', label: null } }),
    ]),
  ).toEqual([
    '“Pay” was also changed elsewhere, and that change was kept.',
    'An object that you changed was deleted elsewhere.',
    'An arrow is locked.',
  ]);
});

test('of many, three are named and the others counted; of a long text the beginning is enough', () => {
  const [first, , , rest] = conflictNotices(
    ['x'.repeat(90), 'b', 'c', 'd', 'e'].map((text) => conflict(text)),
  );
  expect(first).toMatch(/^“x{39}…” /);
  expect(rest).toBe('And 2 more.');
});

test('a text is shortened between characters as people see them', () => {
  const family = '👨‍👩‍👧‍👦';
  expect(conflictNotices([conflict(family.repeat(41))])[0]).toMatch(new RegExp(`^“${family.repeat(39)}…” `));
});

test('what an earlier, unanswered try has added already is nothing to tell', () => {
  expect(conflictNotices([conflict('Pay', { aspects: [] })])).toEqual([]);
});
