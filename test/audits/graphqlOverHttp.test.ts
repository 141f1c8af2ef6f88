import { auditServer } from 'graphql-http';
import { expect } from 'vitest';
import { test } from '../support/system.ts';

// The specification's own audit: https://graphql.github.io/graphql-over-http/
test('all that GraphQL over HTTP demands, recommends and allows is so', async ({ system }) => {
  const results = await auditServer({ url: system.client.url, fetchFn: fetch });
  expect(results.length).toBeGreaterThan(60);
  const missed = results.filter(({ status }) => status !== 'ok');
  expect(missed.map(({ name, status }) => `${status}: ${name}`)).toEqual([]);
});
