// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { notices } from '../../ui/messages/notice.ts';
import { button, click, enter, render } from '../fixtures.tsx';
import { InvalidateCache } from './InvalidateCache.tsx';

const stats = { entries: 12, bytes: 3_400_000 };
const success = { invalidateCache: { __typename: 'InvalidateCacheSuccess', removed: 2 } };

test.each([
  ['older', '48', { olderThanHours: 48 }, 'This deletes the results that are older than 48 hours.'],
  ['older', '1', { olderThanHours: 1 }, 'This deletes the results that are older than 1 hour.'],
  ['key', ' abc ', { key: 'abc' }, 'This deletes the result with the key abc.'],
  ['all', null, { all: true }, 'This deletes all 12 results (3.4 MB).'],
])('deleting %s %s is confirmed with what it deletes', async (which, value, input, sentence) => {
  const onDeleted = vi.fn();
  const { page, requests } = await render(<InvalidateCache stats={stats} onDeleted={onDeleted} />, {
    InvalidateCache: success,
  });
  await enter(page.querySelector('select'), which);
  if (value !== null) await enter(page.querySelector('input'), value);
  await click('Delete…');
  expect(document.querySelector('[role="dialog"] p')?.textContent).toContain(sentence);
  expect(requests).toEqual([]);

  await click('Delete');
  await expect.poll(() => onDeleted.mock.calls).toHaveLength(1);
  expect(requests).toEqual([['InvalidateCache', { input }]]);
  expect([...notices.get().values()]).toMatchObject([{ text: '2 results deleted.' }]);
});

test('nothing can be deleted without an age or a key', async () => {
  const { page } = await render(<InvalidateCache stats={stats} onDeleted={() => undefined} />);
  for (const hours of ['', '-1']) {
    await enter(page.querySelector('input'), hours);
    expect(button('Delete…').disabled).toBe(true);
  }
  await enter(page.querySelector('select'), 'key');
  expect(button('Delete…').disabled).toBe(true);
});

test('a refusal is shown, and nothing is reported as deleted', async () => {
  const refusal = { __typename: 'InputValidationError', message: 'The key is too long.' };
  const onDeleted = vi.fn();
  const { page } = await render(<InvalidateCache stats={stats} onDeleted={onDeleted} />, {
    InvalidateCache: { invalidateCache: refusal },
  });
  await click('Delete…');
  await click('Delete');
  await expect.poll(() => page.querySelector('[role="alert"]')?.textContent).toBe('The key is too long.');
  expect(onDeleted).not.toHaveBeenCalled();
});
