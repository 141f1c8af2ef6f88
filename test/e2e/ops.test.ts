import type { Locator, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { insertEntries } from '../support/database/agedRows.ts';
import { insertPastJob, insertUser } from '../support/database/pastJobs.ts';
import { secret, tokenOf } from '../support/tokens.ts';
import { createCanvas, job, untilJobIs } from './support/canvasPage.ts';
import { keepPicture, test } from './support/test.ts';

const region = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

describe('the ops page', () => {
  test.override({ planner: 'sketcher' });

  test('draws charts, retries failed jobs by their error, and deletes cached results', async ({
    database,
    visit,
  }) => {
    const pool = database.pool();
    const owner = await insertUser(pool, 'ann');
    const insertFailed = (code: string, ago: number) =>
      insertPastJob(pool, {
        owner,
        instruction: `fails ${ago} minutes ago`,
        created: ago + 3,
        attempts: [{ began: ago + 2, ended: ago, outcome: 'FAILED' }],
        end: { at: ago, status: 'FAILED', code },
      });
    for (const ago of [5, 20, 40]) await insertFailed('PROVIDER_DENIED', ago);
    await insertFailed('OUTPUT_INVALID', 30);
    await insertEntries(pool, 'result', 48, 48, 2);
    await insertEntries(pool, 'new', 1, 1);

    const { page } = await visit('/ops', { colorScheme: 'dark' });
    const throughput = page.getByRole('figure', { name: 'Throughput' });
    await throughput.getByText('Show as table').click();
    const failed = throughput.locator('tbody td:nth-of-type(3)', { hasText: '1' });
    await expect.poll(() => failed.count()).toBe(4);
    for (const line of [1, 3]) {
      const color = await legendColor(throughput, line);
      await expect.poll(async () => (await colorsOf(throughput))[color]).toBeGreaterThan(20);
    }
    await page.getByRole('button', { name: 'Last day' }).click();
    await throughput.getByText('jobs per hour').waitFor();
    await keepPicture(page, 'ops in dark colours');

    const failures = region(page, 'Failed jobs');
    const denied = failures.getByRole('listitem').filter({ hasText: 'rejected the API key' });
    await denied.getByText('3 jobs (75%)').waitFor();
    await denied.getByRole('button', { name: 'Try all again' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Try 3 jobs again' }).click();
    await page.getByText('3 jobs are in the queue again.').waitFor();
    await denied.waitFor({ state: 'detached' });
    await failures.getByText('1 job (100%)').waitFor();

    const cache = region(page, 'Result cache');
    await cache.getByRole('button', { name: 'Delete…' }).click();
    await page.getByText('This deletes the results that are older than 24 hours.').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await page.getByText('2 results deleted.').waitFor();
    await expect.poll(() => cache.locator('dd').first().textContent()).toBe('1');
  });

  test('pauses the queue with a reason that everyone sees, and resumes it', async ({ site, visit }) => {
    await site.startWorker();
    const { page: ops } = await visit('/ops');
    await ops.getByLabel('Reason for a pause').fill('Maintenance until noon');
    await ops.getByRole('button', { name: 'Pause the queue' }).click();
    await ops.getByText(/Demo user paused the queue/).waitFor();

    const { page } = await visit('/');
    await createCanvas(page, 'SWOT of a weekly market');
    await job(page)
      .getByText(/The queue is paused \(Maintenance until noon\)/)
      .waitFor();
    await ops.getByRole('button', { name: 'Resume the queue' }).click();
    await untilJobIs(page, 'Done');
    await ops.getByLabel('Reason for a pause').waitFor();
  });
});

describe('with authentication', () => {
  test.override({ env: { JWT_SECRET: secret } });

  test('a user without the role ops is told to ask for it, and has no link to the page', async ({
    visit,
  }) => {
    const { page } = await visit('/ops');
    await page.getByLabel('Access token').fill(await tokenOf('visitor'));
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { name: 'You need the role ops' }).waitFor();
    expect(await page.getByRole('link', { name: 'Ops', exact: true }).count()).toBe(0);
  });
});

/** Colours in a chart's drawing, as they are computed for the page, with their numbers of pixels. */
function colorsOf(figure: Locator): Promise<Record<string, number>> {
  return figure.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
    const { width, height } = canvas;
    const copy = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
    copy?.drawImage(canvas, 0, 0);
    const data = copy?.getImageData(0, 0, width, height).data ?? [];
    const counts: Record<string, number> = {};
    for (let at = 0; at < data.length; at += 4) {
      const color = `rgb(${data[at]}, ${data[at + 1]}, ${data[at + 2]})`;
      counts[color] = (counts[color] ?? 0) + 1;
    }
    return counts;
  });
}

/** The colour of a line in the legend of a chart. */
function legendColor(figure: Locator, line: number): Promise<string> {
  return figure
    .locator(`.legend-line[data-line="${line}"]`)
    .evaluate((element) => getComputedStyle(element).stroke);
}
