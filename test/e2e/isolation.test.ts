import { describe, expect } from 'vitest';
import { createCanvas, untilJobIs } from './support/canvasPage.ts';
import { drawingAtRest } from './support/drawing.ts';
import { test } from './support/test.ts';

describe('the web app', () => {
  test.override({ planner: 'sketcher' });

  // Every test of this folder ends with that check; this one sees all kinds of pages.
  test('sends requests to its own server only, without errors in the browser', async ({ site, visit }) => {
    await site.startWorker();
    const { page, context, complaints, expectComplaints } = await visit('/');
    const hosts = new Set<string>();
    context.on('request', (request) => hosts.add(new URL(request.url()).host));
    await createCanvas(page, 'SWOT of a weekly market');
    await untilJobIs(page, 'Done');
    await drawingAtRest(page);
    await page.getByRole('link', { name: 'Jobs' }).click();
    await page.getByRole('link', { name: /SWOT of a weekly market/ }).click();
    await page.getByRole('region', { name: 'Timeline' }).waitFor();
    await page.getByRole('link', { name: 'Ops', exact: true }).click();
    await page.getByRole('figure', { name: 'Throughput' }).locator('canvas').waitFor();
    await page.getByRole('link', { name: 'Settings' }).click();
    await page.getByLabel('Language').waitFor();
    await page.getByRole('button', { name: 'New canvas' }).click();
    await page.getByRole('dialog', { name: 'Create a canvas' }).waitFor();
    await page.goto(`${site.origin}/c/nothing`);
    await page.getByText('Canvas not found').waitFor();
    await page.getByRole('link', { name: 'Go to the start page' }).waitFor();
    expect(complaints).toEqual([]);
    await page.goto(`${site.origin}/nothing`);
    await page.getByText('Page not found').waitFor();
    // The console reports the status of the page.
    expectComplaints(/status of 404/);
    expect([...hosts].filter((host) => host !== '')).toEqual([new URL(site.origin).host]);
  });

  test('can’t send requests elsewhere, and an attempt is reported', async ({ visit }) => {
    const { page, complaints, expectComplaints } = await visit('/');
    const asking = page.evaluate(() => fetch('https://example.invalid/').then(() => 'answered'));
    await expect(asking).rejects.toThrow('Failed to fetch');
    await expect.poll(() => complaints.join()).toMatch(/Content Security Policy/);
    expectComplaints(/Content Security Policy/);
  });
});
