// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { canvasPath, jobsPath } from '../../ui/paths.ts';
import { watchCanvasLinks } from './canvasLinks.ts';

let likely: string[];
let stop: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  likely = [];
  document.body.innerHTML = `
    <a id="one" href="${canvasPath('1=')}"><b>One</b></a><a id="two" href="${canvasPath('2')}">Two</a>
    <a id="jobs" href="${jobsPath}">Jobs</a><a id="other" href="https://example.org/c/3">Other</a>`;
  stop = watchCanvasLinks((id) => likely.push(id));
});

afterEach(() => {
  stop();
  vi.useRealTimers();
});

const send = (type: string, selector: string) =>
  document.querySelector(selector)?.dispatchEvent(new Event(type, { bubbles: true }));

test('a canvas is likely to be opened when the pointer or the focus stays at a link to it', () => {
  send('pointerover', '#one');
  send('pointerover', '#one b');
  expect(likely).toEqual([]);
  vi.advanceTimersByTime(200);
  expect(likely).toEqual(['1=']);
  send('focusin', '#two');
  vi.advanceTimersByTime(200);
  expect(likely).toEqual(['1=', '2']);
});

test('not when the pointer only passes it', () => {
  send('pointerover', '#one');
  send('pointerover', 'body');
  send('pointerover', '#two');
  send('pointerover', '#jobs');
  send('pointerover', '#other');
  vi.advanceTimersByTime(200);
  expect(likely).toEqual([]);
});

test('at once when the link is pressed', () => {
  send('pointerdown', '#two');
  send('pointerdown', '#jobs');
  expect(likely).toEqual(['2']);
});

test('nothing more once it has stopped', () => {
  send('pointerover', '#one');
  stop();
  send('pointerdown', '#two');
  vi.advanceTimersByTime(200);
  expect(likely).toEqual([]);
});
