import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { createCanvas, untilJobIs } from './support/canvasPage.ts';
import { drawingAtRest } from './support/drawing.ts';
import { draw, untilVersion } from './support/editor.ts';
import { savedCanvas } from './support/savedCanvas.ts';
import { test } from './support/test.ts';

const tidyUp = (page: Page) => page.getByRole('button', { name: 'Tidy up', exact: true });

describe('Tidy up', () => {
  test.override({ planner: 'sketcher' });

  test('arranges the canvas by keyboard as one step, which Undo reverts', async ({ site, visit }) => {
    await site.startWorker();
    const { page } = await visit('/');
    await createCanvas(page, 'Draft -> Review -> Publish');
    await untilJobIs(page, 'Done');
    await drawingAtRest(page);
    await draw(page, 'Box', { x: 120, y: 640 }, { x: 280, y: 720 });
    await untilVersion(page, 2);
    const drawn = (await savedCanvas(page)).objects;
    // What was just drawn is selected, and would be tidied up alone.
    await page.reload();
    await tidyUp(page).focus();
    await page.keyboard.press('Enter');
    await untilVersion(page, 3);
    const tidied = (await savedCanvas(page)).objects;
    expect(tidied).toHaveLength(drawn.length);
    expect(tidied).not.toEqual(drawn);
    await page
      .getByRole('toolbar', { name: 'Draw' })
      .getByRole('button', { name: 'Undo', exact: true })
      .click();
    await untilVersion(page, 4);
    expect((await savedCanvas(page)).objects).toEqual(drawn);
  });
});
