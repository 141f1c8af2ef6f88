import { describe, expect, it } from 'vitest';
import type { Viewer } from '../auth/viewer.ts';
import { createDocumentPolicy, readTrustedDocuments } from './trustedDocuments.ts';

const documents = new Map([['abc', '{ viewer { id } }']]);
const byHash = (sha256Hash: unknown, query?: string) => ({
  query,
  extensions: { persistedQuery: { sha256Hash } },
});
const as = (role: Viewer['role'] | null) => async () =>
  role === null ? null : { id: '1', name: 'Ada', role };
const codeOf = (refused: Promise<unknown>) =>
  refused.then(
    () => 'allowed',
    (error) => error.extensions.code,
  );

describe('a document sent by its hash', () => {
  it.each([true, false])(
    'is the trusted one, whatever text comes with it (trusted only: %s)',
    async (only) => {
      const { textOf } = createDocumentPolicy(documents, only);
      expect(await textOf(byHash('abc', '{ other }'), as('USER'))).toBe('{ viewer { id } }');
      expect(await textOf(byHash('abc'), as(null))).toBe('{ viewer { id } }');
    },
  );

  it.each(['other', '__proto__', 7, null])('that is not known has to be sent as text: %s', async (hash) => {
    const { textOf } = createDocumentPolicy(documents, false);
    expect(await codeOf(textOf(byHash(hash), as('OPS')))).toBe('PERSISTED_QUERY_NOT_FOUND');
    expect(await textOf(byHash(hash, '{ other }'), as('USER'))).toBe('{ other }');
  });
});

describe('a document sent as text', () => {
  it.each([
    ['USER', 'FORBIDDEN'],
    [null, 'FORBIDDEN'],
    ['OPS', 'allowed'],
  ] as const)('by %s is %s where only trusted ones may be run', async (role, outcome) => {
    const { textOf, mayExplore } = createDocumentPolicy(documents, true);
    expect(await codeOf(textOf({ query: '{ other }' }, as(role)))).toBe(outcome);
    expect(await codeOf(textOf(byHash('other', '{ other }'), as(role)))).toBe(outcome);
    expect(mayExplore(await as(role)())).toBe(outcome === 'allowed');
  });

  it('may be run by everybody elsewhere, without asking who they are', async () => {
    const { textOf } = createDocumentPolicy(documents, false);
    const nobody = () => Promise.reject(new Error('asked'));
    expect(await textOf({ query: '{ other }' }, nobody)).toBe('{ other }');
  });
});

it('no document is trusted where no web app was built', () => {
  expect(readTrustedDocuments('/nowhere/documents.json').size).toBe(0);
});
