/// <reference lib="dom" />
import axe, { type AxeResults, type RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { keepPicture } from './test.ts';

/** A window to look at a page in. */
export type Width = 'desk' | 'phone';

const windows = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };

export type Auditing = {
  /** A line for each problem that was found. */
  readonly problems: string[];
  /** Checks the state that the page is in, and keeps a picture of it in each window. */
  state(name: string, widths?: readonly Width[]): Promise<void>;
};

/**
 * Checks the states of a page: axe, targets of 24 px, nothing that sticks out sideways, colours of the scheme that the
 * system asks for. Width and colours are emulated, so that one visit is enough for all of them.
 */
export function startAudit(page: Page): Auditing {
  const problems: string[] = [];
  async function state(name: string, widths: readonly Width[] = ['desk', 'phone']): Promise<void> {
    for (const [index, width] of widths.entries()) {
      await page.setViewportSize(windows[width]);
      // The colours are the same in every window, and take most of the time.
      const found = index === 0 ? await findColorProblems(page) : [];
      found.push(...(await findLayoutProblems(page)));
      problems.push(...found.map((problem) => `${name}, ${width}: ${problem}`));
      await keepPicture(page, `${name} on a ${width}`);
    }
  }
  return { problems, state };
}

/** Leaves the page in dark colours. */
async function findColorProblems(page: Page): Promise<string[]> {
  const problems: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.evaluate(untilAnimationsEnd);
    const background = await page.evaluate(findWrongBackground, colorScheme);
    const found = [...background, ...(await runAxe(page, { runOnly: ['color-contrast'] }))];
    problems.push(...found.map((problem) => `${colorScheme}: ${problem}`));
  }
  return problems;
}

async function findLayoutProblems(page: Page): Promise<string[]> {
  await page.evaluate(untilAnimationsEnd);
  const rules = {
    'color-contrast': { enabled: false },
    // Experimental, so that axe leaves it out.
    'label-content-name-mismatch': { enabled: true },
  };
  return [
    ...(await runAxe(page, { rules })),
    ...(await page.evaluate(findOverflow)),
    ...(await page.evaluate(findSmallTargets, 24)),
  ];
}

async function runAxe(page: Page, options: RunOptions): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const { violations } = await page.evaluate(
    (used) => (window as unknown as { axe: typeof axe }).axe.run(document, used) as Promise<AxeResults>,
    { ...options, resultTypes: ['violations'], preload: false } satisfies RunOptions,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`),
  );
}

/** In the page. Colours in the middle of a transition have a contrast of their own. */
async function untilAnimationsEnd(): Promise<void> {
  const ending = document
    .getAnimations()
    .filter(({ effect }) => effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY);
  await Promise.allSettled(ending.map(({ finished }) => finished));
}

/** In the page. */
function findWrongBackground(colorScheme: string): string[] {
  const { backgroundColor } = getComputedStyle(document.documentElement);
  const brightness = backgroundColor.match(/\d+/g)?.map(Number).slice(0, 3) ?? [];
  return Math.max(...brightness) < 128 === (colorScheme === 'dark') ? [] : [`background ${backgroundColor}`];
}

/** In the page. */
function findOverflow(): string[] {
  const { scrollWidth, clientWidth } = document.documentElement;
  return scrollWidth > clientWidth ? [`${scrollWidth - clientWidth} px stick out sideways`] : [];
}

/** In the page: controls whose box is smaller than `size`, and whose area that takes clicks is smaller, too. */
function findSmallTargets(size: number): string[] {
  const roles = ['button', 'link', 'checkbox', 'option', 'menuitem', 'tab', 'slider', 'switch'];
  const tags = ['a[href]', 'button', 'input', 'select', 'textarea', 'summary'];
  const selector = [...tags, ...roles.map((role) => `[role="${role}"]`)].join();
  const isInText = (element: Element) =>
    getComputedStyle(element).display === 'inline' && element.matches('p a, li a, dd a');

  /** The control, and the labels that pass a click on to it. */
  function areasOf(element: HTMLElement): HTMLElement[] {
    return element instanceof HTMLInputElement ? [element, ...(element.labels ?? [])] : [element];
  }

  function isSmall(element: HTMLElement): boolean {
    const { width, height } = element.getBoundingClientRect();
    return width < size - 0.1 || height < size - 0.1;
  }

  /** Whether a click on all four sides of the least area reaches the control. */
  function takesClicksAround(element: HTMLElement): boolean {
    element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
    const { left, top, width, height } = element.getBoundingClientRect();
    const reach = size / 2 - 1;
    const sides = [-reach, reach].flatMap((by) => [
      [by, 0],
      [0, by],
    ]);
    return sides.every(([x = 0, y = 0]) => {
      const hit = document.elementFromPoint(left + width / 2 + x, top + height / 2 + y);
      return hit !== null && element.contains(hit);
    });
  }

  return [...document.querySelectorAll<HTMLElement>(selector)]
    .filter((element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
    .filter((element) => !element.closest('.visually-hidden, [inert], [aria-hidden="true"]'))
    .filter((element) => areasOf(element).every(isSmall) && !isInText(element))
    .filter((element) => !takesClicksAround(element))
    .map((element) => {
      const { width, height } = element.getBoundingClientRect();
      const name = (element.getAttribute('aria-label') ?? element.textContent).slice(0, 40);
      return `target of ${Math.round(width)} × ${Math.round(height)} px: ${element.tagName} .${element.className} “${name}”`;
    });
}
