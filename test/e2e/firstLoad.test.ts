import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { launchBrowser, newProfile } from './support/browser.ts';
import { createCanvas, untilJobIs } from './support/canvasPage.ts';
import { fillJobs } from './support/fillJobs.ts';
import { test } from './support/test.ts';

const dist = join(import.meta.dirname, '../../web/dist');
const maxLayoutShift = 0.02;

test('the start page needs little script', async () => {
  const inPage = (await readFile(join(dist, 'index.html'), 'utf8')).matchAll(/src="\/(assets\/.+?\.js)"/g);
  const page = (await readdir(join(dist, 'assets'))).filter((name) => /^HomePage-[^.]+\.js$/.test(name));
  const scripts = await withImports([...inPage].map(([, path]) => `${path}`.slice(7)).concat(page));
  const sizes = await Promise.all(
    scripts.map(async (name) => brotliCompressSync(await readFile(join(dist, 'assets', name))).length),
  );
  expect(page).toHaveLength(1);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(90 * 1024);
  expect(sizes.reduce((sum, size) => sum + size)).toBeLessThanOrEqual(150 * 1024);
});

test('the editor comes with the parts for files, which it would request while the network may be away', async () => {
  const stage = (await readdir(join(dist, 'assets'))).filter((name) => /^CanvasStage-[^.]+\.js$/.test(name));
  const code = await Promise.all(
    (await withImports(stage)).map((name) => readFile(join(dist, 'assets', name), 'utf8')),
  );
  expect(code.join()).toContain('showOpenFilePicker');
  expect(code.join()).not.toMatch(/import\([`"]\.\/(?:file|directory)-(?:open|save)-/);
});

/** Scripts with all that they import statically. */
async function withImports(names: readonly string[]): Promise<string[]> {
  const found = new Set(names);
  for (const name of found) {
    const code = await readFile(join(dist, 'assets', name), 'utf8');
    for (const [, imported = ''] of code.matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g))
      found.add(imported);
  }
  return [...found];
}

describe('a visit to the start page', () => {
  test.override({ planner: 'sketcher' });

  test('moves nothing while it loads, as that of the jobs, and fetches the editor when idle', async ({
    site,
    visit,
  }) => {
    await site.startWorker();
    const { page, context } = await visit('/');
    await createCanvas(page, 'SWOT of a weekly market');
    await untilJobIs(page, 'Done');

    const prefetched: string[] = [];
    const styles: string[] = [];
    context.on('request', (request) => {
      if (request.resourceType() === 'other') prefetched.push(request.url());
      if (request.resourceType() === 'stylesheet') styles.push(request.url());
    });
    await context.addInitScript(sumLayoutShifts);
    await page.goto(`${site.origin}/`);
    await page.getByRole('heading', { name: 'Recent jobs' }).waitFor();
    await expect.poll(() => prefetched.join()).toMatch(/CanvasStage/);
    // They are in the page.
    expect(styles).toEqual([]);
    expect(await layoutShift(page)).toBeLessThanOrEqual(maxLayoutShift);

    await page.goto(`${site.origin}/jobs`);
    await page.getByRole('link', { name: 'SWOT of a weekly market' }).first().waitFor();
    expect(await layoutShift(page)).toBeLessThanOrEqual(maxLayoutShift);
  });

  test('shows the page before any of its scripts is there', async ({ site, visit }) => {
    const { page, context } = await visit('/jobs');
    await page.evaluate(() => {
      localStorage.setItem('language', 'de');
      localStorage.setItem('theme', 'dark');
    });
    const { promise: scripts, resolve: sendScripts } = Promise.withResolvers<void>();
    await context.route('**/assets/*.js', async (route) => {
      await scripts;
      await route.continue();
    });
    await page.goto(`${site.origin}/`, { waitUntil: 'commit' });
    await page.getByText('Was soll gezeichnet werden?').waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('de');
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');

    sendScripts();
    await page.getByRole('heading', { name: 'Was soll gezeichnet werden?' }).waitFor();
  });
});

describe('a browser with scroll bars', () => {
  test('moves nothing sideways when a list becomes longer than the window', async ({ database, site }) => {
    await fillJobs(database.pool(), 50);
    // The browser of the other tests hides them.
    const browser = await launchBrowser({ ignoreDefaultArgs: ['--hide-scrollbars'] });
    const context = await newProfile(browser);
    const page = await context.newPage();
    const { promise: answers, resolve: sendAnswers } = Promise.withResolvers<void>();
    await context.route('**/graphql', async (route) => {
      await answers;
      await route.continue();
    });
    await page.goto(`${site.origin}/jobs`);
    const heading = page.getByRole('heading', { name: 'Jobs' });
    const isScrollable = () => page.evaluate(() => document.body.offsetHeight > innerHeight);
    const place = await heading.boundingBox();
    expect(await isScrollable()).toBe(false);
    sendAnswers();
    await page.getByRole('link', { name: 'Flow number 50 of' }).waitFor();
    expect(await isScrollable()).toBe(true);
    expect(await heading.boundingBox()).toEqual(place);
    await browser.close();
  });
});

/** Runs in the page. */
function sumLayoutShifts(): void {
  const shifts = window as unknown as { layoutShift: number };
  shifts.layoutShift = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      shifts.layoutShift += (entry as unknown as { value: number }).value;
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

function layoutShift(page: Page): Promise<number> {
  return page.evaluate(() => (window as unknown as { layoutShift: number }).layoutShift);
}
