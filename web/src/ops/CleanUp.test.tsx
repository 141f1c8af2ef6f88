// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { notices } from '../ui/messages/notice.ts';
import { CleanUp } from './CleanUp.tsx';
import { click, render } from './fixtures.tsx';

test('a clean-up begins after a confirmation', async () => {
  const { requests } = await render(<CleanUp />, { CleanUp: { cleanUp: { __typename: 'CleanUpSuccess' } } });
  await click('Clean up now…');
  expect(document.querySelector('[role="dialog"]')?.textContent).toContain('cannot be restored');
  const sent = () => requests.filter(([name]) => name === 'CleanUp');
  expect(sent()).toEqual([]);

  await click('Clean up');
  await expect
    .poll(() => [...notices.get().values()])
    .toMatchObject([{ text: expect.stringContaining('begins') }]);
  expect(sent()).toHaveLength(1);
});

test('a refusal is shown', async () => {
  const refusal = { __typename: 'InputValidationError', message: 'Not now.' };
  const { page } = await render(<CleanUp />, { CleanUp: { cleanUp: refusal } });
  await click('Clean up now…');
  await click('Clean up');
  await expect.poll(() => page.querySelector('[role="alert"]')?.textContent).toBe('Not now.');
});
