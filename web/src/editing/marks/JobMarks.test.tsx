// @vitest-environment happy-dom
import type { ExcalidrawImperativeAPI } from '@excalidraw/excalidraw/types';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { aShape } from '../../jobs/fixtures.ts';
import { JobMarks } from './JobMarks.tsx';

const api = {
  getAppState: () => ({ scrollX: 0, scrollY: 0, zoom: { value: 1 } }),
  onScrollChange: () => () => undefined,
} as unknown as ExcalidrawImperativeAPI;
const objects = ['One', 'Two', 'Three'].map((text) => aShape(text, { text }));
const marks = (ids: { added?: string[]; changed?: string[]; deleted?: string[] }) => (
  <JobMarks
    api={api}
    objects={objects}
    added={new Set(ids.added)}
    changed={new Set(ids.changed)}
    deleted={new Set(ids.deleted)}
  />
);
const outlines = () => [...document.querySelectorAll('rect')].map((rect) => rect.getAttribute('data-mark'));

let root: Root;
let page: HTMLElement;

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  vi.useFakeTimers();
  page = document.body.appendChild(document.createElement('div'));
  root = createRoot(page);
});

afterEach(() => {
  act(() => root.unmount());
  page.remove();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('what a job changes and deletes is marked, in words as well', () => {
  act(() => root.render(marks({ changed: ['One'], deleted: ['Three'] })));
  expect(outlines()).toEqual(['changed', 'deleted']);
  expect([...page.querySelectorAll('li')].map(({ textContent }) => textContent)).toEqual([
    'One: being changed',
    'Three: to be deleted',
  ]);
});

test('what a job has just added is marked for a short time', () => {
  act(() => root.render(marks({ added: ['One'] })));
  expect(outlines()).toEqual([]);
  act(() => root.render(marks({ added: ['One', 'Two'] })));
  expect(outlines()).toEqual(['new']);
  act(() => void vi.advanceTimersByTime(2_000));
  expect(outlines()).toEqual([]);
});
