import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { insertPastJob, insertUser } from '../support/database/pastJobs.ts';
import { flowPlan, sendPlan } from '../support/model/plans.ts';
import { untilJobIs } from './support/canvasPage.ts';
import { fillJobs } from './support/fillJobs.ts';
import { keepPicture, test } from './support/test.ts';

const rowsOf = (page: Page) => page.locator('.job-history > li');

describe('the list of jobs', () => {
  test.override({ planner: 'sketcher' });

  test('loads 500 jobs on scrolling, filters them, and is where it was on coming back', async ({
    database,
    visit,
  }) => {
    await fillJobs(database.pool(), 500);
    const { page } = await visit('/');
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Jobs' }).click();
    await page.getByRole('link', { name: 'Failed 20' }).waitFor();
    await page.getByRole('link', { name: 'Flow number 499 of' }).waitFor();
    await keepPicture(page, 'dashboard with 500 jobs');

    const deepRow = page.getByRole('link', { name: 'Flow number 312 of' });
    await expect
      .poll(async () => {
        await page.keyboard.press('End');
        return deepRow.count();
      })
      .toBe(1);
    // Scrolls it away from under the bars, as the click would do.
    await deepRow.hover();
    const place = async () => Math.round((await deepRow.boundingBox())?.y ?? Number.NaN);
    const isAtRest = async () => {
      const earlier = await place();
      await page.evaluate(() => new Promise(requestAnimationFrame));
      return earlier === (await place());
    };
    await page.waitForLoadState('networkidle');
    await expect.poll(isAtRest).toBe(true);
    const before = await place();
    const untilThere = () => expect.poll(async () => Math.abs((await place()) - before)).toBeLessThan(24);
    await deepRow.click();
    await page.waitForURL('**/jobs/*');
    await page.goBack();
    await untilThere();
    await page.reload();
    await untilThere();

    await page.getByRole('searchbox', { name: 'Search instructions' }).fill('number 4');
    await page.waitForURL('**/jobs?text=number+4');
    await page.getByRole('link', { name: 'All 111' }).waitFor();
    await page.getByRole('button', { name: 'Filters' }).click();
    await page.getByLabel('Error').selectOption('The AI service is busy.');
    await page.getByRole('link', { name: 'All 2' }).waitFor();
    await expect.poll(() => rowsOf(page).count()).toBe(2);
    await keepPicture(page, 'dashboard with filters');
    await page.getByRole('link', { name: 'Cancelled 0' }).click();
    await page.getByRole('heading', { name: 'No jobs match the filters' }).waitFor();
    await keepPicture(page, 'dashboard without matches');
    await page.getByRole('link', { name: 'Clear filters' }).first().click();
    await page.getByRole('link', { name: 'All 500' }).waitFor();
    expect(new URL(page.url()).search).toBe('');
  });
});

describe('several jobs', () => {
  test('are selected as a range and cancelled, then all that match are retried', async ({
    database,
    visit,
  }) => {
    const pool = database.pool();
    const owner = await insertUser(pool, 'demo');
    for (const [index, name] of ['one', 'two', 'three', 'four'].entries()) {
      await insertPastJob(pool, { owner, instruction: `Flow ${name}`, created: 9 - index });
    }
    const { page } = await visit('/jobs');
    await page.getByRole('checkbox', { name: 'Select “Flow one”' }).check();
    await page.getByRole('checkbox', { name: 'Select “Flow three”' }).click({ modifiers: ['Shift'] });
    const bar = page.getByRole('region', { name: 'Selected jobs' });
    await bar.getByText('3 selected').waitFor();
    await keepPicture(page, 'dashboard with a selection');
    await bar.getByRole('button', { name: 'Cancel jobs' }).click();
    await page.getByText('3 jobs cancelled').waitFor();
    await page.getByRole('link', { name: 'Cancelled 3' }).click();
    await page.getByRole('checkbox', { name: 'Select “Flow two”' }).check();
    await bar.getByRole('button', { name: 'Select all 3 that match' }).click();
    await bar.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('3 jobs queued again').waitFor();
    await page.getByRole('link', { name: 'Active 4' }).waitFor();
  });
});

describe('the page of a job', () => {
  test('explains a failed attempt and follows the next one, with the keyboard alone', async ({
    site,
    model,
    startJob,
  }) => {
    const { page, request } = await startJob();
    request.refuse(401, {}, { code: 'invalid_api_key' });
    await untilJobIs(page, 'Failed');
    await page.goto(`${site.origin}/jobs?status=failed`);
    await page.getByRole('link', { name: 'A flow of five steps' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'A flow of five steps' }).waitFor();
    const attempts = page.getByRole('region', { name: 'Attempts' });
    await attempts.getByText('The AI service rejected the API key.').waitFor();
    await keepPicture(page, 'job that failed');

    await page.getByRole('button', { name: 'Try again' }).focus();
    await page.keyboard.press('Enter');
    const next = await model.nextRequest();
    await page.getByRole('button', { name: 'Cancel' }).waitFor();
    await keepPicture(page, 'job that runs');
    sendPlan(next, flowPlan(5, 'Five steps'));
    const timeline = page.getByRole('region', { name: 'Timeline' });
    await timeline.getByText('Completed').waitFor();
    await timeline.getByText('Attempt 2 started').waitFor();
    await attempts.getByText('Attempt 2: Completed').waitFor();
    await keepPicture(page, 'job that was retried');

    await page.goto(`${site.origin}/jobs/nonsense`);
    await page.getByRole('heading', { name: 'Job not found' }).waitFor();
  });
});
