import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { findChromium, launchChromium } from '../../test/eval/pictures/takePictures.ts';
import { buildWeb } from '../../tools/launch/web.ts';
import type { Figure } from '../figures/figure.ts';
import { percentile } from '../figures/times.ts';
import type { BenchDatabase } from '../installation/database.ts';
import { startService } from '../installation/service.ts';
import { buildBarePage } from './barePage.ts';
import { flowFile } from './flowFile.ts';
import { moveView, type WatchedPage, watchDrawing } from './inPage.ts';

const root = join(import.meta.dirname, '../..');
const bareOrigin = 'http://bare.example';
const objectCounts = { small: 30, large: 1_000 };
/** For each page and movement; a goal of 60 frames, of which a measurement loses a part of one. */
const movement = { rounds: 2, seconds: 3, goal: 59 };
const openings = 3;
const openingGoalMs = 500;

/**
 * Measures frames while the view of a large canvas moves, beside Excalidraw alone with the same elements, and how long
 * a click on a card of the start page takes until the canvas is drawn.
 */
export async function measureCanvas(database: BenchDatabase): Promise<Figure[]> {
  const program = findChromium();
  if (program === null) throw new Error('No Chromium or Chrome was found in its usual places.');
  await buildWeb(root, new AbortController().signal);
  const bareFiles = await buildBarePage();
  const env = { DATABASE_URL: database.url, PORT: '0', NODE_ENV: 'test' };
  const api = await startService('src/api/main.ts', 'the API is listening', env);
  const browser = await launchChromium(program);
  try {
    for (const [title, count] of Object.entries(objectCounts)) await createCanvas(api.url, title, count);
    return [
      ...(await measureOpenings(browser, api.url, bareFiles)),
      ...(await measureMovements(browser, api.url, bareFiles)),
    ];
  } finally {
    await browser.close();
    await api.stop();
  }
}

async function createCanvas(origin: string, title: string, count: number): Promise<void> {
  const query = `mutation ($json: String!) { createCanvas(input: { json: $json }) { __typename } }`;
  const body = JSON.stringify({ query, variables: { json: flowFile(title, count) } });
  const headers = { 'content-type': 'application/json' };
  const answer = await (await fetch(`${origin}/graphql`, { method: 'POST', headers, body })).text();
  if (!answer.includes('CreateCanvasSuccess')) throw new Error(answer);
}

function newContext(browser: Browser): Promise<BrowserContext> {
  return browser.newContext({ viewport: { width: 1_440, height: 900 } });
}

type Openings = Record<'first' | 'again' | 'bare', number[]>;

async function measureOpenings(browser: Browser, origin: string, bareFiles: string): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const [title, count] of Object.entries(objectCounts)) {
    const times: Openings = { first: [], again: [], bare: [] };
    for (let round = 0; round < openings; round += 1) {
      const context = await newContext(browser);
      const page = await context.newPage();
      const objects = readObjects(page);
      await showStartPage(page, origin);
      times.first.push(await openCard(page, title, count));
      await page.getByRole('link', { name: 'Canvases' }).first().click();
      times.again.push(await openCard(page, title, count));
      const bare = await context.newPage();
      await showBarePage(bare, bareFiles, await objects);
      times.bare.push(await openBare(bare, count));
      await context.close();
    }
    figures.push(...openingFigures(count, times));
  }
  return figures;
}

function openingFigures(count: number, times: Openings): Figure[] {
  const name = `click on a card until ${count} objects are drawn`;
  const common = {
    unit: 'ms',
    baseline: { name: 'Excalidraw alone', value: percentile(times.bare, 0.5) },
    goal: { bound: '≤', value: openingGoalMs },
  } as const;
  return [
    { name: `${name}, first canvas`, value: percentile(times.first, 0.5), ...common },
    { name: `${name}, opened before`, value: percentile(times.again, 0.5), ...common },
  ];
}

/** Until the editor is prefetched. */
async function showStartPage(page: Page, origin: string): Promise<void> {
  await page.addInitScript(watchDrawing);
  const prefetched = page.waitForEvent('requestfinished', (request) => /CanvasStage.*js/.test(request.url()));
  await page.goto(origin);
  await prefetched;
  await page.waitForLoadState('networkidle');
}

const openCard = (page: Page, title: string, count: number): Promise<number> =>
  drawAfterClick(page, page.locator('a.canvas-card', { hasText: title }), count);

const openBare = (page: Page, count: number): Promise<number> =>
  drawAfterClick(page, page.getByRole('button', { name: 'Open' }), count);

/** @returns Milliseconds from the click until so many objects are drawn. */
async function drawAfterClick(page: Page, opener: Locator, count: number): Promise<number> {
  await page.evaluate((elementsToDraw) => {
    (window as unknown as WatchedPage).elementsToDraw = elementsToDraw;
  }, count);
  await opener.click();
  const drawn = await page.waitForFunction(() => (window as unknown as WatchedPage).drawnAfter);
  return (await drawn.jsonValue()) ?? Number.NaN;
}

const movements = ['pan', 'zoom'] as const;
type Frames = Record<(typeof movements)[number], number[]>;

async function measureMovements(browser: Browser, origin: string, bareFiles: string): Promise<Figure[]> {
  const context = await newContext(browser);
  const page = await context.newPage();
  const bare = await context.newPage();
  const objects = readObjects(page);
  await showStartPage(page, origin);
  await openCard(page, 'large', objectCounts.large);
  await showBarePage(bare, bareFiles, await objects);
  await openBare(bare, objectCounts.large);
  const frames: { ours: Frames; bare: Frames } = { ours: { pan: [], zoom: [] }, bare: { pan: [], zoom: [] } };
  for (let round = 0; round < movement.rounds; round += 1) {
    frames.ours = joined(frames.ours, await move(page));
    frames.bare = joined(frames.bare, await move(bare));
  }
  await context.close();
  return movements.flatMap((kind) => framesFigures(kind, frames.ours[kind], frames.bare[kind]));
}

async function move(page: Page): Promise<Frames> {
  await page.bringToFront();
  const { seconds } = movement;
  // What an opened page still has to do is no part of it.
  await page.evaluate(moveView, { seconds: 1, zooms: false });
  return {
    pan: await page.evaluate(moveView, { seconds, zooms: false }),
    zoom: await page.evaluate(moveView, { seconds, zooms: true }),
  };
}

const joined = (one: Frames, other: Frames): Frames => ({
  pan: [...one.pan, ...other.pan],
  zoom: [...one.zoom, ...other.zoom],
});

function framesFigures(kind: string, ours: readonly number[], bare: readonly number[]): Figure[] {
  const baselineOf = (read: (frames: readonly number[]) => number) => ({
    name: 'Excalidraw alone',
    value: read(bare),
  });
  const perSecond = (frames: readonly number[]) =>
    (frames.length * 1_000) / frames.reduce((sum, ms) => sum + ms, 0);
  const slow = (frames: readonly number[]) => percentile(frames, 0.95);
  return [
    {
      ...{ name: `${kind} over ${objectCounts.large} objects`, unit: 'frames/s', value: perSecond(ours) },
      baseline: baselineOf(perSecond),
      goal: { bound: '≥', value: movement.goal },
    },
    { name: `${kind}: time of a frame, p95`, unit: 'ms', value: slow(ours), baseline: baselineOf(slow) },
  ];
}

/** The objects of the canvas that the page opens, as it gets them. */
function readObjects(page: Page): Promise<unknown[]> {
  return new Promise((resolve) => {
    page.on('response', async (response) => {
      if (!response.url().includes('/graphql')) return;
      const answer = await response.json().catch(() => null);
      const objects = answer?.data?.canvas?.objects;
      if (Array.isArray(objects)) resolve(objects);
    });
  });
}

const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

async function showBarePage(page: Page, files: string, objects: unknown[]): Promise<void> {
  await page.route(
    () => true,
    async (route) => {
      const { origin, pathname } = new URL(route.request().url());
      const type = types[extname(pathname)];
      if (origin !== bareOrigin || type === undefined) return await route.abort();
      await route.fulfill({ contentType: type, body: await readFile(join(files, pathname)) });
    },
  );
  await page.addInitScript((given) => {
    (window as unknown as { objectsToDraw: unknown }).objectsToDraw = given;
  }, objects);
  await page.addInitScript(watchDrawing);
  await page.goto(`${bareOrigin}/bareExcalidraw.html`);
}
