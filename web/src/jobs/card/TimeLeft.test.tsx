import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, expect, test, vi } from 'vitest';
import { TimeLeft } from './TimeLeft.tsx';

afterEach(() => vi.useRealTimers());

test.each([
  [null, ''],
  ['2026-01-01T00:00:00Z', ''],
  ['2026-01-01T00:00:03Z', 'About 5 s left'],
  ['2026-01-01T00:00:38Z', 'About 40 s left'],
  ['2026-01-01T00:02:04Z', 'About 2 min 10 s left'],
])('a job that is expected at %s shows: %s', (estimatedCompletionAt, expected) => {
  vi.useFakeTimers({ now: new Date('2026-01-01T00:00:00Z'), toFake: ['Date'] });
  const text = renderToStaticMarkup(<TimeLeft job={{ estimatedCompletionAt }} />).replace(/<[^>]+>/g, '');
  expect(text).toBe(expected);
});
