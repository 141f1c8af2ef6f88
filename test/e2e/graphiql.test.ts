import { expect } from 'vitest';
import { test } from './support/test.ts';

test('GraphiQL runs its operations within its content security policy', async ({ visit }) => {
  const { page } = await visit('/graphql?query={system{demo}}');
  await page.getByRole('button', { name: /Execute query/ }).click();
  await expect.poll(() => page.locator('.result-window').textContent()).toMatch(/"demo":\s*true/);
});
