import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { flowPlan, piecesOf, sendPlan } from '../support/model/plans.ts';
import { createCanvas, outlineOf, untilJobIs } from './support/canvasPage.ts';
import { drawFlow } from './support/drawFlow.ts';
import { drawingAtRest, untilDrawn } from './support/drawing.ts';
import { drag, draw, drawWith, takeTool, untilSaved, write } from './support/editor.ts';
import { savedCanvas, savedObject } from './support/savedCanvas.ts';
import { keepPicture, test } from './support/test.ts';

/** Free places in the window: the drawing of a few steps lies in the middle. */
const left = { from: { x: 120, y: 640 }, to: { x: 280, y: 720 }, middle: { x: 200, y: 680 } };
const right = { from: { x: 620, y: 640 }, to: { x: 780, y: 720 }, middle: { x: 700, y: 680 } };

const textsOf = async (page: Page) =>
  (await savedCanvas(page)).objects.map(({ text, title }) => text ?? title);

describe('a person who draws on a canvas', () => {
  test('finds it again after a reload, and the next job builds on it', async ({ model, openFlow }) => {
    const { page } = await openFlow();

    await drawWith(page, 'Mine', left.from, left.to);
    await expect.poll(() => outlineOf(page)).toContain('Mine');
    await drawWith(page, 'Yours', right.from, right.to, 'Note');
    await drawWith(page, 'Wall', { x: 400, y: 610 }, { x: 500, y: 740 });
    await takeTool(page, 'Arrow');
    await drag(page, { x: left.to.x - 4, y: left.middle.y }, { x: right.from.x + 4, y: right.middle.y });
    await expect.poll(() => outlineOf(page)).toContain('Mine leads to Yours');
    await expect.poll(() => textsOf(page)).toEqual(expect.arrayContaining(['Mine', 'Yours']));
    await expect.poll(async () => (await savedCanvas(page)).objects.length).toBe(7);
    await untilSaved(page);
    // Around the box that stands between them.
    const mine = await savedObject(page, 'Mine');
    const arrow = (await savedCanvas(page)).objects.find(({ fromId }) => fromId === mine.id);
    expect(arrow?.points).toHaveLength(6);
    await drawingAtRest(page);
    await keepPicture(page, 'edited canvas');

    await page.reload();
    await expect.poll(() => outlineOf(page)).toContain('Mine leads to Yours');
    expect((await savedObject(page, 'Yours')).shape).toBe('STICKY');

    const box = page.getByLabel('Change this canvas');
    await box.fill('Another step');
    await box.press('Enter');
    const request = await model.nextRequest();
    expect(JSON.stringify(request.body)).toContain('Mine');
    sendPlan(request, flowPlan(1, ''));
    await untilJobIs(page, 'Done');
    await expect.poll(() => outlineOf(page)).toHaveLength(8);
    await expect.poll(() => outlineOf(page)).toContain('Mine leads to Yours');
  });

  test('moves, recolours, retypes and deletes objects, undoes it, and arrows follow', async ({
    openFlow,
  }) => {
    const { page } = await openFlow();
    await drawWith(page, 'Mine', left.from, left.to);
    await drawWith(page, 'Yours', right.from, right.to);
    await takeTool(page, 'Arrow');
    await drag(page, { x: left.to.x - 4, y: left.middle.y }, { x: right.from.x + 4, y: right.middle.y });
    await expect.poll(async () => (await savedCanvas(page)).objects.length).toBe(6);
    await untilSaved(page);
    const before = await savedObject(page, 'Mine');

    await drag(page, left.middle, { x: left.middle.x, y: left.middle.y + 60 });
    await expect.poll(async () => (await savedObject(page, 'Mine')).y).toBeGreaterThan((before.y ?? 0) + 40);
    await untilSaved(page);
    const [mine, arrow] = await Promise.all([
      savedObject(page, 'Mine'),
      savedCanvas(page).then(({ objects }) => objects.find(({ fromId }) => fromId === before.id)),
    ]);
    const [start] = arrow?.points ?? [];
    expect(start?.y).toBeGreaterThanOrEqual(mine.y ?? 0);
    expect(start?.y).toBeLessThanOrEqual((mine.y ?? 0) + (mine.height ?? 0));

    await page.getByRole('toolbar', { name: 'Selection' }).getByRole('button', { name: 'Green' }).click();
    await expect.poll(async () => (await savedObject(page, 'Mine')).color).toBe('GREEN');
    await page.getByLabel('Shape', { exact: true }).selectOption('Ellipse');
    await expect.poll(async () => (await savedObject(page, 'Mine')).shape).toBe('ELLIPSE');
    await write(page, { x: left.middle.x, y: left.middle.y + 60 }, 'Ours');
    await expect.poll(() => textsOf(page)).toContain('Ours');

    await page.keyboard.press('Delete');
    await expect.poll(async () => (await savedCanvas(page)).objects.length).toBe(4);
    await page.getByRole('toolbar', { name: 'Draw' }).getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => textsOf(page)).toContain('Ours');
    await expect.poll(() => outlineOf(page)).toContain('Ours leads to Yours');
    await untilSaved(page);
  });

  test('takes a section with all that is in it along', async ({ openFlow }) => {
    const { page } = await openFlow();
    await draw(page, 'Section', { x: 100, y: 580 }, { x: 400, y: 760 });
    await write(page, { x: 250, y: 700 }, 'Ideas');
    await drawWith(page, 'Mine', { x: 150, y: 640 }, { x: 300, y: 720 });
    await expect.poll(() => textsOf(page)).toEqual(expect.arrayContaining(['Ideas', 'Mine']));
    await untilSaved(page);
    const section = await savedObject(page, 'Ideas');
    const card = await savedObject(page, 'Mine');
    expect(card.parentId).toBe(section.id);

    await page.keyboard.press('Escape');
    await drag(page, { x: 370, y: 740 }, { x: 470, y: 740 });
    await expect.poll(async () => (await savedObject(page, 'Ideas')).x).not.toBe(section.x);
    await untilSaved(page);
    const [movedSection, movedCard] = [await savedObject(page, 'Ideas'), await savedObject(page, 'Mine')];
    expect((movedCard.x ?? 0) - (card.x ?? 0)).toBeCloseTo((movedSection.x ?? 0) - (section.x ?? 0), 1);
    expect(movedCard.parentId).toBe(section.id);
  });

  test('locks objects, which are marked, and unlocks them one by one or all at once', async ({
    openFlow,
  }) => {
    const { page } = await openFlow();
    const lockSelected = () =>
      page.getByRole('toolbar', { name: 'Selection' }).getByRole('button', { name: 'Lock' }).click();
    const isLocked = async (text: string) => (await savedObject(page, text)).locked;
    for (const [text, { from, to }] of [['Mine', left] as const, ['Yours', right] as const]) {
      await drawWith(page, text, from, to);
      await expect.poll(() => textsOf(page)).toContain(text);
      await lockSelected();
      await expect.poll(() => isLocked(text)).toBe(true);
    }
    await keepPicture(page, 'locked objects');
    const before = await savedObject(page, 'Mine');
    await drag(page, left.middle, { x: left.middle.x, y: left.middle.y + 60 });

    await page.getByRole('button', { name: 'Unlock Mine' }).click();
    await expect.poll(() => isLocked('Mine')).toBe(false);
    expect(await isLocked('Yours')).toBe(true);
    expect((await savedObject(page, 'Mine')).y).toBe(before.y);

    await page.getByRole('button', { name: 'Unlock all 1' }).click();
    await expect.poll(() => isLocked('Yours')).toBe(false);
  });

  test('uses shortcuts before the canvas has been clicked', async ({ site, model, visit }) => {
    await site.startWorker();
    const { page } = await visit('/');
    await drawFlow(page, model);
    await page.reload();
    await drawingAtRest(page);
    await page.keyboard.press('r');
    await page.getByRole('button', { name: 'Box', exact: true, pressed: true }).waitFor();
    await page.keyboard.press('v');
    await page.getByRole('button', { name: 'Select', exact: true, pressed: true }).waitFor();
  });

  test('has only that changed which is selected, when that is wanted', async ({ model, openFlow }) => {
    const { page } = await openFlow();
    await drawWith(page, 'Mine', left.from, left.to);
    await expect.poll(() => textsOf(page)).toContain('Mine');
    await untilSaved(page);
    await page.getByRole('button', { name: 'Change the selection only (1)' }).click();
    await keepPicture(page, 'only what is selected');
    const box = page.getByLabel('Change this canvas');
    await box.fill('Say it better');
    await box.press('Enter');
    const { canvas } = JSON.parse((await model.nextRequest()).body.input ?? '');
    expect(canvas.map(({ text }: { text: string }) => text)).toEqual(['Mine']);
    await page.getByText('Mine: being changed').waitFor();
    await keepPicture(page, 'what a job was asked to change');
  });

  test('see a message about content that a canvas can’t hold', async ({ openFlow }) => {
    const { page } = await openFlow();
    await takeTool(page, 'Arrow');
    await drag(page, left.from, left.to);
    await page.getByText('An arrow connects two objects').waitFor();
    expect((await savedCanvas(page)).versionNumber).toBe(1);
    await expect.poll(() => outlineOf(page)).toHaveLength(3);
  });
});

test('edits during a job are kept, and the result of the job is placed beside them', async ({
  site,
  model,
  visit,
}) => {
  await site.startWorker();
  const { page } = await visit('/');
  await createCanvas(page, 'A flow of two steps');
  const pieces = piecesOf(flowPlan(3, 'Two steps'));
  const request = await model.nextRequest();
  request.sendText(pieces.slice(0, 2).join(''));
  await expect.poll(() => outlineOf(page)).toEqual(['Step 1']);
  await untilDrawn(page);

  await drawWith(page, 'Mine', left.from, left.to);
  await expect.poll(() => textsOf(page)).toEqual(['Mine']);
  request.sendText(pieces.slice(2).join(''));
  request.complete();
  await untilJobIs(page, 'Done');
  await expect
    .poll(async () => (await outlineOf(page)).sort())
    .toEqual(['Mine', 'Step 1', 'Step 1 leads to Step 2', 'Step 2']);
  await page.reload();
  await expect.poll(() => outlineOf(page)).toHaveLength(4);
});

test('one undo in the editor reverts all of a job’s work, and one redo restores it', async ({
  site,
  model,
  visit,
}) => {
  await site.startWorker();
  const { page } = await visit('/');
  await createCanvas(page, 'A flow of two steps');
  await untilJobIs(page, 'Running');
  const tools = page.getByRole('toolbar', { name: 'Draw' });
  // The editor can't undo what was drawn before it loaded.
  await tools.waitFor();
  sendPlan(await model.nextRequest(), flowPlan(3));
  await untilJobIs(page, 'Done');
  await drawingAtRest(page);
  await tools.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(async () => (await savedCanvas(page)).objects.length).toBe(0);
  await tools.getByRole('button', { name: 'Redo' }).click();
  await expect.poll(async () => (await savedCanvas(page)).objects.length).toBe(3);
  await expect.poll(() => outlineOf(page)).toContain('Step 1 leads to Step 2');
});

describe('two pages on one canvas', () => {
  test('show each other’s changes, and which one is kept when both change the same property', async ({
    openFlow,
  }) => {
    const { page, context } = await openFlow();
    const other = await context.newPage();
    await other.goto(page.url());
    await drawingAtRest(other);
    // Its view stays where it is.
    await other.mouse.click(60, 300);

    await drawWith(page, 'Mine', left.from, left.to);
    await expect.poll(() => outlineOf(other)).toContain('Mine');
    await untilSaved(page);

    // The other page is not notified before it has its own change.
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await other.route('**/graphql', async (route) => {
      await held;
      await route.continue();
    });
    await write(other, left.middle, 'Theirs');
    await expect.poll(() => outlineOf(other)).toContain('Theirs');
    await write(page, left.middle, 'Ours');
    await expect.poll(() => textsOf(page)).toContain('Ours');
    release();
    await other.getByText('“Ours” was also changed elsewhere, and that change was kept.').waitFor();
    await expect.poll(() => outlineOf(other)).toContain('Ours');
    expect(await textsOf(page)).not.toContain('Theirs');
  });
});

test('an edit just before the page is closed is saved exactly once', async ({ openFlow }) => {
  const { page } = await openFlow();
  await drawWith(page, 'Mine', left.from, left.to);
  await expect.poll(() => outlineOf(page)).toContain('Mine');
  await page.reload();
  await expect.poll(() => outlineOf(page)).toContain('Mine');
  await untilSaved(page);
  expect((await textsOf(page)).filter((text) => text === 'Mine')).toHaveLength(1);
  expect(await page.locator('.edit-notices').count()).toBe(0);
  const drafts = () =>
    page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('edit:')));
  await expect.poll(drafts).toEqual([]);
});

test('unsaved edits are saved at the next visit', async ({ site, openFlow }) => {
  const { page, context, expectComplaints } = await openFlow();
  const address = page.url();

  await site.stopApi();
  await drawWith(page, 'Mine', left.from, left.to);
  await page.getByText('Offline, not saved yet').waitFor();
  await page.getByRole('link', { name: 'Jobs', exact: true }).click();
  await page.waitForURL(/\/jobs/);
  await page.goBack();
  await page.getByText('Offline, not saved yet').waitFor();
  expect(await outlineOf(page)).toContain('Mine');
  await page.close();
  await site.startApi();
  const later = await context.newPage();
  await later.goto(address);
  await expect.poll(() => outlineOf(later)).toContain('Mine');
  await expect.poll(() => textsOf(later)).toContain('Mine');
  expectComplaints(/ERR_CONNECTION_(?:REFUSED|RESET)/);
});
