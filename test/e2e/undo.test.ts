import fc from 'fast-check';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { UndoModel } from '../support/editing/undoModel.ts';
import type { ModelServer } from '../support/model/modelServer.ts';
import { flowPlan, piecesOf } from '../support/model/plans.ts';
import { createCanvas, job, outlineOf, untilJobIs } from './support/canvasPage.ts';
import { drawFlow } from './support/drawFlow.ts';
import { drawingAtRest } from './support/drawing.ts';
import { draw, drawWith, untilVersion as untilVersionIsShown } from './support/editor.ts';
import { savedCanvas } from './support/savedCanvas.ts';
import { test } from './support/test.ts';

/** Free places in the window: the drawing of a few steps lies in the middle. */
const left = { from: { x: 120, y: 640 }, to: { x: 280, y: 720 }, middle: { x: 200, y: 680 } };
const right = { from: { x: 620, y: 640 }, to: { x: 780, y: 720 } };

const tool = (page: Page, name: 'Undo' | 'Redo') =>
  page.getByRole('toolbar', { name: 'Draw' }).getByRole('button', { name, exact: true });

/** The objects as they are saved, without their order. */
const objectsOf = async (page: Page) =>
  (await savedCanvas(page)).objects.toSorted((a, b) => (a.id < b.id ? -1 : 1));

/** Waits until the page shows this version of the canvas, which is the latest, and all that is on it. */
async function untilVersion(page: Page, version: number): Promise<void> {
  await untilVersionIsShown(page, version);
  const { objects } = await savedCanvas(page);
  await expect.poll(() => outlineOf(page)).toHaveLength(objects.length);
}

/** Types an instruction for the canvas. */
async function instruct(page: Page, instruction: string): Promise<void> {
  const box = page.getByLabel('Change this canvas');
  await box.fill(instruction);
  await box.press('Enter');
}

describe('undo of a job that was quicker than its preview', () => {
  test.override({ planner: 'sketcher' });

  test.for(['toolbar', 'keys', 'keys after a reload'] as const)('by %s', async (way, { site, visit }) => {
    await site.startWorker();
    const { page } = await visit('/');
    await createCanvas(page, 'Open X, sort mail, reply all');
    await untilJobIs(page, 'Done');
    await drawingAtRest(page);
    const drawn = await objectsOf(page);
    await instruct(page, 'add Check after reply all');
    await untilVersion(page, 2);
    await untilJobIs(page, 'Done');
    const changed = await objectsOf(page);
    expect(changed.length).toBeGreaterThan(drawn.length);
    if (way === 'keys after a reload') await page.reload();
    await expect.poll(() => outlineOf(page)).toHaveLength(changed.length);
    // The outline is there before the editor, which takes the keys.
    await expect.poll(() => tool(page, 'Undo').isEnabled()).toBe(true);

    if (way === 'toolbar') await tool(page, 'Undo').click();
    else await page.keyboard.press('Control+z');
    await untilVersion(page, 3);
    expect(await objectsOf(page)).toEqual(drawn);

    if (way === 'toolbar') await tool(page, 'Redo').click();
    else await page.keyboard.press('Control+Shift+z');
    await untilVersion(page, 4);
    expect(await objectsOf(page)).toEqual(changed);
  });
});

describe('undo', () => {
  test('takes one gesture after the other, however quickly they followed, and the text that was just typed', async ({
    openFlow,
  }) => {
    const { page } = await openFlow();
    await draw(page, 'Box', left.from, left.to);
    await draw(page, 'Note', right.from, right.to);
    await page.mouse.dblclick(left.middle.x, left.middle.y);
    await page.locator('.excalidraw-wysiwyg').fill('Mine');
    // The text ends with this click.
    await tool(page, 'Undo').click();
    // Three edits, and the undo of the last.
    await untilVersion(page, 5);
    expect((await objectsOf(page)).map(({ shape, text }) => [shape, text])).toEqual(
      expect.arrayContaining([
        ['RECTANGLE', ''],
        ['STICKY', ''],
      ]),
    );
    await page.keyboard.press('Control+z');
    await untilVersion(page, 6);
    expect((await objectsOf(page)).map(({ shape }) => shape)).not.toContain('STICKY');
    await page.keyboard.press('Control+y');
    await page.keyboard.press('Control+y');
    await untilVersion(page, 8);
    await expect.poll(() => outlineOf(page)).toContain('Mine');
    await expect.poll(() => tool(page, 'Redo').isDisabled()).toBe(true);
  });

  test('of everything, and redo after a reload, leave the view on the drawing', async ({
    site,
    model,
    visit,
  }) => {
    await site.startWorker();
    const { page } = await visit('/');
    await drawFlow(page, model);
    const drawing = await drawingAtRest(page);
    await tool(page, 'Undo').click();
    await untilVersion(page, 2);
    await page.reload();
    await page.getByRole('toolbar', { name: 'Draw' }).waitFor();
    await tool(page, 'Redo').click();
    await untilVersion(page, 3);
    expect(await page.getByRole('button', { name: 'Fit to screen' }).getAttribute('aria-pressed')).toBe(
      'true',
    );
    expect(await drawingAtRest(page)).toEqual(drawing);
  });

  test('inside a text is the text’s own', async ({ openFlow }) => {
    const { page } = await openFlow();
    await draw(page, 'Box', left.from, left.to);
    await untilVersion(page, 2);
    await page.mouse.dblclick(left.middle.x, left.middle.y);
    const field = page.locator('.excalidraw-wysiwyg');
    await field.waitFor();
    await page.keyboard.type('Mine');
    await page.keyboard.press('Control+z');
    await expect.poll(() => field.inputValue()).not.toBe('Mine');
    await page.keyboard.press('Control+Shift+z');
    await expect.poll(() => field.inputValue()).toBe('Mine');
    await page.keyboard.press('Escape');
    await untilVersion(page, 3);
    await expect.poll(() => outlineOf(page)).toContain('Mine');
  });

  test('during a job reverts the latest saved change, and leaves the preview', async ({
    model,
    openFlow,
  }) => {
    const { page } = await openFlow();
    await drawWith(page, 'Mine', left.from, left.to);
    await untilVersion(page, 3);
    await instruct(page, 'Another step');
    const request = await model.nextRequest();
    const pieces = piecesOf(flowPlan(3, ''));
    request.sendText(pieces.slice(0, 2).join(''));
    await expect.poll(() => outlineOf(page)).toHaveLength(5);
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await untilVersionIsShown(page, 5);
    await expect.poll(() => outlineOf(page)).toHaveLength(4);
    await expect.poll(() => outlineOf(page)).not.toContain('Mine');
    request.sendText(pieces.slice(2).join(''));
    request.complete();
    await untilVersion(page, 6);
    expect(await objectsOf(page)).toHaveLength(6);
  });

  test('is the same on every page of the canvas', async ({ openFlow }) => {
    const { page, context } = await openFlow();
    const drawn = await objectsOf(page);
    const other = await context.newPage();
    await other.goto(page.url());
    await drawingAtRest(other);
    await draw(page, 'Box', left.from, left.to);
    await untilVersion(page, 2);
    await expect.poll(() => outlineOf(other)).toHaveLength(4);
    await tool(other, 'Undo').click();
    await untilVersion(other, 3);
    expect(await objectsOf(page)).toEqual(drawn);
    await expect.poll(() => outlineOf(page)).toHaveLength(3);
    await tool(page, 'Redo').click();
    await untilVersion(page, 4);
    await expect.poll(() => outlineOf(other)).toHaveLength(4);
  });
});

const weights = {
  'quick job': 2,
  'slow job': 2,
  draw: 2,
  write: 1,
  recolor: 2,
  move: 2,
  delete: 1,
  'undo by toolbar': 3,
  'undo by key': 3,
  'undo this job': 2,
  'redo by toolbar': 3,
  'redo by key': 3,
  reload: 2,
};
type Step = keyof typeof weights;

const step = fc.oneof(
  ...Object.entries(weights).map(([name, weight]) => ({ weight, arbitrary: fc.constant(name as Step) })),
);

/** What somebody does on the page of a canvas, beside what any editor would do. */
class Sequence {
  readonly #page: Page;
  readonly #models: ModelServer;
  readonly #stacks = new UndoModel();
  #version = 1;
  #jobs = 1;

  constructor(page: Page, models: ModelServer) {
    this.#page = page;
    this.#models = models;
  }

  async take(all: readonly Step[]): Promise<void> {
    this.#stacks.change('job 1');
    await this.#compare();
    for (const step of all) {
      await this.#do(step);
      await this.#compare();
    }
  }

  /** Each step is one version, and nothing else has become one. */
  async #compare(): Promise<void> {
    await untilVersion(this.#page, this.#version);
    const objects = await objectsOf(this.#page);
    if (this.#stacks.expected) expect(objects).toEqual(this.#stacks.expected);
    this.#stacks.read(objects);
  }

  #changed(by: string | null = null): void {
    this.#version += 1;
    this.#stacks.change(by);
  }

  async #do(step: Step): Promise<void> {
    const page = this.#page;
    switch (step) {
      case 'quick job':
      case 'slow job':
        await this.#runJob(step === 'slow job');
        this.#jobs += 1;
        return this.#changed(`job ${this.#jobs}`);
      case 'draw':
        await draw(page, 'Box', left.from, left.to);
        return this.#changed();
      case 'write':
        await draw(page, 'Note', right.from, right.to);
        this.#changed();
        await this.#compare();
        await page.keyboard.press('Enter');
        await page.locator('.excalidraw-wysiwyg').fill('Mine');
        await page.keyboard.press('Escape');
        return this.#changed();
      case 'reload':
        return void (await page.reload());
      case 'recolor':
      case 'move':
      case 'delete':
        return this.#changeAll(step);
      default:
        return this.#revert(step);
    }
  }

  async #runJob(isSlow: boolean): Promise<void> {
    const shown = (await outlineOf(this.#page)).length;
    await instruct(this.#page, 'More steps');
    const request = await this.#models.nextRequest();
    const pieces = piecesOf(flowPlan(3, ''));
    if (isSlow) {
      request.sendText(pieces.slice(0, 2).join(''));
      await expect.poll(async () => (await outlineOf(this.#page)).length).toBeGreaterThan(shown);
      request.sendText(pieces.slice(2).join(''));
    } else request.sendText(pieces.join(''));
    request.complete();
    await untilJobIs(this.#page, 'Done');
  }

  /** Changes everything that there is, since nobody knows where it lies in the window. */
  async #changeAll(step: 'recolor' | 'move' | 'delete'): Promise<void> {
    const page = this.#page;
    const before = await objectsOf(page);
    if (before.length === 0) return;
    await page.getByRole('toolbar', { name: 'Draw' }).getByRole('button', { name: 'Select' }).click();
    await page.mouse.click(40, 300);
    await page.keyboard.press('Control+a');
    if (step === 'delete') await page.keyboard.press('Delete');
    if (step === 'move') {
      for (let presses = 0; presses < 3; presses += 1) await page.keyboard.press('ArrowDown');
    }
    if (step === 'recolor') {
      const next = before.every(({ color }) => color === 'RED') ? 'Green' : 'Red';
      await page.getByRole('toolbar', { name: 'Selection' }).getByRole('button', { name: next }).click();
    }
    this.#changed();
  }

  async #revert(step: Extract<Step, `undo${string}` | `redo${string}`>): Promise<void> {
    const page = this.#page;
    const direction = step.startsWith('undo') ? 'undo' : 'redo';
    // The card is about the newest job.
    if (step === 'undo this job' && this.#stacks.newestJob !== `job ${this.#jobs}`) return;
    if (!this.#stacks.can(direction)) return;
    if (step === 'undo by toolbar') await tool(page, 'Undo').click();
    if (step === 'undo by key') await page.keyboard.press('Control+z');
    if (step === 'undo this job') await job(page).getByRole('button', { name: 'Undo this job' }).click();
    if (step === 'redo by toolbar') await tool(page, 'Redo').click();
    if (step === 'redo by key') await page.keyboard.press('Control+y');
    this.#version += 1;
    this.#stacks[direction]();
  }
}

describe('any sequence of jobs, edits, undo, redo and reloads', () => {
  const sequences = fc.sample(fc.array(step, { minLength: 10, maxLength: 10, size: 'max' }), {
    ...{ numRuns: 2, seed: 1276 },
  });

  test.for(sequences.map((sequence) => [sequence.join(', '), sequence] as const))(
    'leaves what the two stacks of an editor hold: %s',
    { timeout: 240_000 },
    async ([, sequence], { model, openFlow }) => {
      const { page } = await openFlow();
      await new Sequence(page, model).take(sequence);
    },
  );
});
