// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { endTour, isTourOpen, startTour } from './isTourOpen.ts';
import { TourHost } from './TourHost.tsx';

let root: Root;

// It is loaded when it starts, which takes long while everything is compiled.
beforeAll(() => import('./Tour.tsx'), 60_000);

beforeEach(async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  Element.prototype.scrollIntoView = () => undefined;
  document.body.innerHTML = `
    <div id="app"></div>
    <div class="home-start"><div class="composer-box"></div><textarea></textarea></div>
    <div class="top-bar"><button class="button-primary" style="display: none"></button></div>
    <button class="top-bar-search"></button>`;
  root = createRoot(find('#app'));
  await act(async () => root.render(<TourHost />));
  await act(async () => startTour());
  await vi.waitFor(() => act(async () => void find('.tour')));
});

afterEach(async () => {
  await act(async () => {
    endTour();
    root.unmount();
  });
});

function find(selector: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`There is no ${selector}`);
  return found;
}

const title = () => find('.tour-title').textContent;
const target = () => find('[data-tour]').className;
const click = (index: number) =>
  act(async () => document.querySelectorAll<HTMLElement>('.tour-buttons button')[index]?.click());

test('the tour goes through the parts that the page shows, and ends', async () => {
  expect([title(), target()]).toEqual(['Describe what you want', 'composer-box']);
  expect(find('.tour-count').textContent).toBe('1 of 2');
  await click(0);
  expect([title(), target()]).toEqual(['Find everything', 'top-bar-search']);
  await click(1);
  expect(target()).toBe('composer-box');
  await click(0);
  await click(0);
  expect(isTourOpen.get()).toBe(false);
  expect(document.querySelector('.tour, [data-tour]')).toBeNull();
  await vi.waitFor(() => expect(document.activeElement?.tagName).toBe('TEXTAREA'));
});

test('Escape ends the tour', async () => {
  await act(async () => {
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
  });
  expect(isTourOpen.get()).toBe(false);
});
