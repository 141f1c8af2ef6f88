import { describe, expect } from 'vitest';
import { keepPicture, test } from './support/test.ts';

describe('in German', () => {
  test.override({ planner: 'sketcher' });

  test('a canvas is drawn from the settings on, and the language stays after a reload', async ({
    site,
    visit,
  }) => {
    await site.startWorker();
    const { page } = await visit('/settings');
    await page.getByLabel('Language').selectOption('Deutsch');
    await page.getByRole('heading', { name: 'Einstellungen' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('de');

    await page.goto(`${site.origin}/`);
    await page.getByLabel('Zeichenfläche beschreiben').fill('SWOT eines Wochenmarkts');
    await keepPicture(page, 'start in German');
    await page.getByRole('button', { name: 'Erstellen' }).click();
    await page.waitForURL(/\/c\/[^/]+$/);
    await page.locator('.badge:visible').getByText('Fertig', { exact: true }).first().waitFor();
    await keepPicture(page, 'canvas in German');
    await page.reload();
    await page.locator('.badge:visible').getByText('Fertig', { exact: true }).first().waitFor();
    expect(await page.locator('html').getAttribute('lang')).toMatch(/^de/);

    await page.goto(`${site.origin}/jobs`);
    await page.getByRole('heading', { name: 'Aufträge', level: 1 }).waitFor();
    await page.getByText('SWOT eines Wochenmarkts').first().waitFor();
    await keepPicture(page, 'jobs in German');
  });
});
