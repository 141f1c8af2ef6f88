import { describe, expect } from 'vitest';
import { drawFlow } from './support/drawFlow.ts';
import { untilFocused } from './support/focus.ts';
import { test } from './support/test.ts';

describe('menus, tooltips and toolbars', () => {
  test('a menu works with the keyboard alone, and returns the focus', async ({ site, model, visit }) => {
    await site.startWorker();
    const { page } = await visit('/');
    await drawFlow(page, model);
    const button = page.getByRole('button', { name: 'More', exact: true });
    const menu = page.getByRole('menu', { name: 'More' });
    const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim());

    await button.focus();
    await page.keyboard.press('Enter');
    await menu.waitFor();
    await expect.poll(focused).toBe('Rename');
    await page.keyboard.press('ArrowDown');
    await expect.poll(focused).toBe('Duplicate');
    await page.keyboard.press('ArrowDown');
    await expect.poll(focused).toBe('Delete');
    await page.keyboard.press('r');
    await expect.poll(focused).toBe('Rename');
    await page.keyboard.press('Escape');
    await menu.waitFor({ state: 'detached' });
    await untilFocused(button);

    await page.keyboard.press('ArrowDown');
    await expect.poll(focused).toBe('Rename');
    await page.keyboard.press('Enter');
    await untilFocused(page.getByLabel('Title'));
    await page.keyboard.type('Renamed');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Renamed' }).waitFor();
  });

  test('a click on the drawing closes a menu', async ({ site, model, visit }) => {
    await site.startWorker();
    const { page } = await visit('/');
    await drawFlow(page, model);
    const menu = page.getByRole('menu', { name: 'Export' });
    await page.getByRole('button', { name: 'Export' }).click();
    await menu.waitFor();
    await page.mouse.click(300, 700);
    await menu.waitFor({ state: 'detached' });
  });

  test('a tooltip is shown on hover and on keyboard focus, and repeats no name', async ({ visit }) => {
    const { page } = await visit('/');
    const theme = page.getByRole('button', { name: 'Switch to dark theme' });
    const tooltip = page.getByRole('tooltip');
    await theme.hover();
    await tooltip.getByText('Switch to dark theme').waitFor();
    expect(await theme.getAttribute('aria-describedby')).toBeNull();
    await page.mouse.move(0, 400, { steps: 4 });
    await tooltip.waitFor({ state: 'detached' });

    const example = page.getByRole('button', { name: 'Mind map' });
    await page.getByRole('button', { name: 'SWOT', exact: true }).focus();
    await page.keyboard.press('Tab');
    await tooltip.getByText('Mind map of a conference').waitFor();
    await expect
      .poll(
        async () => (await example.getAttribute('aria-describedby')) === (await tooltip.getAttribute('id')),
      )
      .toBe(true);
    await page.keyboard.press('Escape');
    await tooltip.waitFor({ state: 'detached' });
  });

  test('a toolbar is one tab stop, and the arrow keys move in it', async ({ site, model, visit }) => {
    await site.startWorker();
    const { page } = await visit('/');
    await drawFlow(page, model);
    const toolbar = page.getByRole('toolbar', { name: 'View' });
    const focused = () =>
      page.evaluate(() => document.activeElement?.ariaLabel ?? document.activeElement?.textContent);
    await toolbar.getByRole('button', { name: 'Zoom out' }).focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(focused).toMatch(/^\d+%$/);
    await page.keyboard.press('ArrowRight');
    await expect.poll(focused).toBe('Zoom in');
    await page.keyboard.press('Tab');
    const hasFocus = () => toolbar.evaluate((element) => element.contains(document.activeElement));
    await expect.poll(hasFocus).toBe(false);
    await page.keyboard.press('Shift+Tab');
    await expect.poll(focused).toBe('Zoom in');
  });

  test('the label of the planner explains it', async ({ visit }) => {
    const { page } = await visit('/');
    const label = page.getByRole('banner').getByRole('button', { name: 'gpt-5-mini' });
    await label.click();
    await page.getByRole('dialog').getByText('This AI model plans your canvases.').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await untilFocused(label);
  });
});
