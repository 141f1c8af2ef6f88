import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createApiClient } from './client/client.ts';
import { noteServerTime, serverNow } from './serverClock.ts';

const now = Date.parse('2026-01-01T12:00:00Z');

beforeEach(() => {
  vi.useFakeTimers({ now, toFake: ['Date'] });
  vi.stubGlobal('localStorage', { getItem: () => null });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  noteServerTime(new Date().toUTCString());
});

describe('the server time', () => {
  test.each([
    ['Thu, 01 Jan 2026 12:05:00 GMT', now + 300_000],
    ['Thu, 01 Jan 2026 11:00:00 GMT', now - 3_600_000],
    ['Thu, 01 Jan 2026 11:59:59 GMT', now],
    [null, now],
    ['tomorrow', now],
  ])('after a response of %s', (date, expected) => {
    noteServerTime(date);
    expect(serverNow()).toBe(expected);
  });

  test('is read from each response of the API', async () => {
    const headers = { date: 'Thu, 01 Jan 2026 13:00:00 GMT' };
    vi.stubGlobal('fetch', async () => Response.json({ data: { hello: 'world' } }, { headers }));
    await createApiClient().query('{ hello }', {}).toPromise();
    expect(serverNow()).toBe(now + 3_600_000);
  });
});
