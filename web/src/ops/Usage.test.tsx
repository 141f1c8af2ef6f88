// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { render } from './fixtures.tsx';
import { Usage } from './Usage.tsx';

const usage = {
  __typename: 'MonthlyUsage',
  ...{ inputTokens: 1_200_000, outputTokens: 34_567, estimatedCostUsd: 12.5 },
  ...{ until: '2026-12-01T00:00:00.000Z', budgets: [], usersNearBudget: null, usersOverBudget: null },
};

const budget = (unit: string, used: number, limit: number) => ({
  __typename: 'Budget',
  ...{ scope: 'INSTALLATION', unit, used, limit, resetsAt: usage.until },
});

/** The figures: names, values, notes, and what draws attention to them. */
async function figuresOf(monthlyUsage: object) {
  const { page } = await render(<Usage />, { OpsUsage: { monthlyUsage } });
  await expect.poll(() => page.querySelector('dl')).not.toBeNull();
  return [...page.querySelectorAll<HTMLElement>('.live-figure')].map((figure) => [
    ...[...figure.children].map(({ textContent }) => textContent),
    figure.dataset.alarm,
  ]);
}

test('tokens and cost of the month are shown', async () => {
  expect(await figuresOf(usage)).toEqual([
    ['Tokens', '1,234,567', 'No budget for all users together', undefined],
    ['Cost', '$12.50', 'No budget for all users together', undefined],
  ]);
});

test('budgets show which share is used, and users near theirs; what is nearly or all used draws attention', async () => {
  const budgets = [budget('TOKENS', 1_234_567, 1_000_000), budget('USD', 12.5, 15)];
  expect(await figuresOf({ ...usage, budgets, usersNearBudget: 3, usersOverBudget: 1 })).toEqual([
    ['Tokens', '1,234,567', '123% of the budget of 1,000,000', 'danger'],
    ['Cost', '$12.50', '83% of the budget of $15.00', 'warning'],
    ['Users near their budget', '3', '1 has used it up', 'warning'],
  ]);
});
