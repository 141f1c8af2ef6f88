import { gql } from 'urql';
import { beforeEach, describe, expect, test, vi } from 'vitest';

const document = { toString: () => 'query Session { viewer { id } }', __meta__: { hash: 'abc' } };
const notFound = [{ message: 'PersistedQueryNotFound' }];

/** A new copy of the module, as in a build or in development. */
async function load(mode: 'build' | 'development') {
  vi.resetModules();
  vi.stubEnv('PROD', mode === 'build');
  return import('./document.ts');
}

beforeEach(() => vi.unstubAllEnvs());

describe('a document of the build', () => {
  test('has a hash once urql has parsed it', async () => {
    const { doc, hashOfParsed } = await load('build');
    const parsed = gql(String(doc(document as never)));
    expect(hashOfParsed(parsed)).toBe('abc');
    expect(hashOfParsed(gql('query Other { viewer { id } }'))).toBe('');
  });

  test('is sent as its hash, until the server reports that it does not have it', async () => {
    const { noteUnknown, payloadOf } = await load('build');
    expect(payloadOf(document)).toEqual({
      query: '',
      extensions: { persistedQuery: { version: 1, sha256Hash: 'abc' } },
    });
    expect(noteUnknown(document, [{ message: 'Not yours' }])).toBe(false);
    expect(noteUnknown(document, new Error('gone'))).toBe(false);
    expect(noteUnknown(document, notFound)).toBe(true);
    expect(payloadOf(document)).toEqual({ query: 'query Session { viewer { id } }' });
  });
});

test('in development documents are sent as text', async () => {
  const { doc, hashOfParsed, payloadOf } = await load('development');
  expect(hashOfParsed(gql(String(doc(document as never))))).toBe('');
  expect(payloadOf(document)).toEqual({ query: 'query Session { viewer { id } }' });
});
