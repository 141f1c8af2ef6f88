/// <reference lib="dom" />
import type { Locator } from 'playwright-core';
import { expect } from 'vitest';

const isFocused = (element: Locator) => element.evaluate((one) => one === document.activeElement);

/** Waits until an element has the focus, which dialogs move after they are shown. */
export function untilFocused(element: Locator) {
  return expect.poll(() => isFocused(element)).toBe(true);
}

/** Moves the focus to an element with Tab. */
export async function tabTo(element: Locator): Promise<void> {
  await element.waitFor();
  for (let presses = 0; presses < 60 && !(await isFocused(element)); presses += 1) {
    await element.page().keyboard.press('Tab');
  }
  await untilFocused(element);
}
