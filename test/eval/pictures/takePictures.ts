import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium } from 'playwright-core';

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The browser's program, or null when there is none in its usual places. */
export function findChromium(): string | null {
  return usualPlaces.find(existsSync) ?? null;
}

/** Starts the browser. */
export function launchChromium(program: string): Promise<Browser> {
  // Chromium has no sandbox for root.
  const isRoot = process.getuid?.() === 0;
  return chromium.launch({ executablePath: program, args: isRoot ? ['--no-sandbox'] : [] });
}

/** Figures on one picture. */
const perPicture = 6;

/**
 * Takes PNG files of a sheet of figures, six on each, and returns their number.
 *
 * @param folder Where to; it gets `sheet-01.png` and so on.
 */
export async function takePictures(program: string, sheet: string, folder: string): Promise<number> {
  await mkdir(folder, { recursive: true });
  const browser = await launchChromium(program);
  try {
    const page = await browser.newPage({ viewport: { width: 1360, height: 1000 } });
    await page.goto(pathToFileURL(sheet).href);
    await page.evaluate('document.fonts.ready');
    const figures = await page.locator('figure').count();
    let count = 0;
    for (let first = 0; first < figures; first += perPicture) {
      await page.evaluate(
        `document.querySelectorAll('figure').forEach((figure, at) => { figure.hidden = at < ${first} || at >= ${first + perPicture} })`,
      );
      count += 1;
      const path = join(folder, `sheet-${String(count).padStart(2, '0')}.png`);
      await page.screenshot({ path, fullPage: true });
    }
    return count;
  } finally {
    await browser.close();
  }
}
