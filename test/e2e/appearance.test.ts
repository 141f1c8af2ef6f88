import type { Locator, Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { insertPastJob, insertUser } from '../support/database/pastJobs.ts';
import { flowPlan, piecesOf } from '../support/model/plans.ts';
import { secret } from '../support/tokens.ts';
import { startAudit } from './support/audit.ts';
import { createCanvas, job, openPanel, outlineOf, untilJobIs } from './support/canvasPage.ts';
import { untilDrawn } from './support/drawing.ts';
import { test } from './support/test.ts';

const desk = { width: 1440, height: 900 };
const reducedMotion = 'reduce';

const dialog = (page: Page, name: string) => page.getByRole('dialog', { name });

async function closeDialog(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

/** Types an instruction for the canvas. */
async function instruct(page: Page, instruction: string): Promise<void> {
  const box = page.getByLabel('Change this canvas');
  await box.fill(instruction);
  await box.press('Enter');
}

/** In the window as it is, without scrolling. */
async function expectInReach(field: Locator, page: Page): Promise<void> {
  const box = await field.boundingBox();
  const window = page.viewportSize();
  if (!box || !window) throw new Error('The field is not shown.');
  expect(box.x).toBeGreaterThanOrEqual(0);
  expect(box.x + box.width).toBeLessThanOrEqual(window.width);
  expect(box.y + box.height).toBeLessThanOrEqual(window.height);
  await field.click({ trial: true });
}

describe('each state is accessible, at a desk and on a phone, in both colours:', () => {
  test('an empty start page, and a canvas with a job that runs and one that fails', async ({
    site,
    model,
    visit,
  }) => {
    await site.startWorker();
    const { page } = await visit('/', { reducedMotion });
    const audit = startAudit(page);
    await page.getByRole('heading', { name: 'No canvases yet' }).waitFor();
    await audit.state('start page without canvases');
    await expectInReach(page.getByLabel('Describe a canvas'), page);
    await page.getByRole('button', { name: 'Take the tour' }).click();
    await dialog(page, 'Tour').getByText('1 of 4').waitFor();
    await audit.state('tour');
    await closeDialog(page);

    const pieces = piecesOf(flowPlan(9, 'Five steps'));
    await createCanvas(page, 'A flow of five steps');
    const request = await model.nextRequest();
    request.sendText(pieces.slice(0, 4).join(''));
    await expect.poll(() => outlineOf(page)).toHaveLength(3);
    await audit.state('canvas while its job runs');
    await expectInReach(page.getByLabel('Change this canvas'), page);
    await openPanel(page);
    await audit.state('canvas while its job runs, open sheet', ['phone']);
    request.sendText(pieces.slice(4).join(''));
    request.complete();
    await untilJobIs(page, 'Done');
    await untilDrawn(page);
    await expectInReach(page.getByLabel('Change this canvas'), page);

    await page.setViewportSize(desk);
    await instruct(page, 'Another step');
    (await model.nextRequest()).refuse(401, {}, { code: 'invalid_api_key' });
    await untilJobIs(page, 'Failed');
    await audit.state('canvas with a failed job');
    expect(audit.problems).toEqual([]);
  });

  describe('with the sketcher', () => {
    test.override({ planner: 'sketcher' });

    test('a canvas with a conversation, its menus, locked objects and versions', async ({ site, visit }) => {
      await site.startWorker();
      const { page } = await visit('/', { reducedMotion });
      const audit = startAudit(page);
      await createCanvas(page, 'Open X, sort mail, reply all');
      await untilJobIs(page, 'Done');
      await instruct(page, 'Add Review after sort mail');
      await page.getByRole('article', { name: 'Open X, sort mail, reply all' }).getByText(/added/).click();
      await page.getByRole('list', { name: 'Added' }).waitFor();
      await instruct(page, 'delete Sort mail slowly');
      await job(page).getByRole('region', { name: 'Did you mean' }).waitFor();
      await audit.state('canvas with a conversation');

      await page.setViewportSize(desk);
      for (const menu of ['Export', 'More']) {
        await page.getByRole('button', { name: menu, exact: true }).click();
        await page.getByRole('menu', { name: menu }).waitFor();
        await audit.state(`menu ${menu}`, ['desk']);
        await page.keyboard.press('Escape');
      }

      await page.locator('canvas.interactive').click({ position: { x: 60, y: 700 } });
      await page.keyboard.press('Control+a');
      const lock = page.getByRole('toolbar', { name: 'Selection' }).getByRole('button', { name: 'Lock' });
      await lock.waitFor();
      await audit.state('canvas with a selection');
      await page.setViewportSize(desk);
      await lock.click();
      await page.getByRole('button', { name: /^Unlock all/ }).waitFor();
      await audit.state('canvas with locked objects');

      await page.setViewportSize(desk);
      const versions = page.getByRole('list', { name: 'Versions' }).getByRole('button');
      await page.getByRole('button', { name: 'Versions' }).click();
      await versions.last().click();
      await page.getByRole('region', { name: 'Earlier version' }).waitFor();
      await audit.state('earlier version');
      await page.getByRole('button', { name: 'Compare with latest' }).click();
      await page.getByRole('region', { name: /^Changes since/ }).waitFor();
      await audit.state('comparison of versions');

      await page.goto(site.origin);
      const menu = page.getByRole('button', { name: /^Actions for/ });
      await menu.waitFor();
      await audit.state('start page');
      await page.getByRole('searchbox').fill('nothing like that');
      await page.getByRole('heading', { name: 'No canvas' }).waitFor();
      await audit.state('start page without results');
      await page.goto(site.origin);
      await menu.click();
      await page.getByRole('menuitem', { name: 'Delete' }).click();
      await page.getByText('1 deleted canvas').click();
      await audit.state('start page with a toast and deleted canvases');
      expect(audit.problems).toEqual([]);
    });

    test('lists, one job, operations, settings, and what opens over a page', async ({
      database,
      site,
      visit,
    }) => {
      const pool = database.pool();
      const owner = await insertUser(pool, 'demo');
      for (const ago of [5, 20, 40]) {
        const status = ago === 20 ? 'FAILED' : 'COMPLETED';
        await insertPastJob(pool, {
          ...{ owner, instruction: `Flow of ${ago} steps`, created: ago + 3 },
          attempts: [{ began: ago + 2, ended: ago, outcome: ago === 20 ? 'FAILED' : 'SUCCEEDED' }],
          end: { at: ago, status, ...(ago === 20 && { code: 'PROVIDER_DENIED' }) },
        });
      }
      await insertPastJob(pool, { owner, instruction: 'Waits', created: 1 });

      const { page, expectComplaints } = await visit('/jobs', { reducedMotion });
      const audit = startAudit(page);
      await page.getByRole('button', { name: 'Filters' }).click();
      await page.getByRole('checkbox').first().check();
      await audit.state('jobs with filters and a selection');
      await page.goto(`${site.origin}/jobs?text=nothing`);
      await page.getByRole('heading', { name: 'No jobs match' }).waitFor();
      await audit.state('jobs without results');
      await page.goto(`${site.origin}/jobs?status=failed`);
      await page.getByRole('link', { name: 'Flow of 20 steps' }).click();
      await page.getByRole('region', { name: 'Attempts' }).waitFor();
      await audit.state('job');
      await page.goto(`${site.origin}/ops`);
      await page.getByRole('figure', { name: 'Throughput' }).getByText('Show as table').click();
      await page.getByRole('region', { name: 'Failed jobs' }).getByText('rejected the API key').waitFor();
      await audit.state('ops');

      await page.goto(`${site.origin}/settings`);
      await page.getByLabel('Language').waitFor();
      await audit.state('settings');
      await page.getByRole('button', { name: /^Notifications/ }).click();
      await dialog(page, 'Notifications').getByRole('listitem').first().waitFor();
      await audit.state('notification centre');
      await closeDialog(page);
      await page.keyboard.press('Control+k');
      const search = page.getByRole('combobox', { name: 'Search and commands' });
      await search.waitFor();
      await audit.state('command palette');
      await search.fill('nothing like that');
      await page.getByText('Nothing found for').waitFor();
      await audit.state('command palette without results');
      await closeDialog(page);
      await page.keyboard.press('?');
      await dialog(page, 'Keyboard shortcuts').waitFor();
      await audit.state('keyboard shortcuts');
      await closeDialog(page);

      await page.keyboard.press('n');
      const creation = dialog(page, 'Create a canvas');
      const offer = (name: string, content: string) =>
        creation
          .locator('input[type=file]')
          .setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(content) });
      await creation.waitFor();
      await offer('unknown.bin', '\u0000');
      await creation.getByRole('alert').filter({ hasText: /./ }).waitFor();
      await audit.state('dialog with a problem');
      await offer('flow.mmd', 'flowchart LR\nA-->B');
      await creation.getByRole('button', { name: 'Import' }).waitFor();
      await audit.state('dialog with a file');
      await closeDialog(page);

      await page.goto(`${site.origin}/nothing`);
      await page.getByText('Page not found').waitFor();
      await audit.state('page not found');
      // The console reports the status of the page.
      expectComplaints(/status of 404/);
      expect(audit.problems).toEqual([]);
    });
  });

  describe('with authentication', () => {
    test.override({ env: { JWT_SECRET: secret } });

    test('signing in, and an API that does not answer', async ({ visit }) => {
      const { page, expectComplaints } = await visit('/jobs', { reducedMotion });
      const audit = startAudit(page);
      await page.getByLabel('Access token').waitFor();
      await audit.state('sign-in');
      await page.route('**/graphql', (route) => route.abort());
      // A socket that reached the server would be refused for lack of a token, and the page would ask for one.
      await page.routeWebSocket('**/graphql', (socket) => void socket.close());
      await page.reload();
      await page.getByRole('heading', { name: 'CollabCanvas is not available' }).waitFor();
      await audit.state('not available');
      expectComplaints(/ERR_FAILED/);
      expect(audit.problems).toEqual([]);
    });
  });
});
