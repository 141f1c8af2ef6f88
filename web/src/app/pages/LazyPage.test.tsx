// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { availability } from '../../api/outages/availability.ts';
import { noteNavigations } from './arrival.ts';
import { LazyPage } from './LazyPage.tsx';
import { lazyPage, type Page } from './lazyPage.ts';
import { PageBoundary } from './PageBoundary.tsx';

const Report = ({ id }: { id: string }) => <main id="content">Report {id}</main>;

let root: Root;
let place: HTMLElement;

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  // A test of another file may have left an outage.
  availability.set('available');
  place = document.body.appendChild(document.createElement('div'));
  root = createRoot(place);
});

afterEach(async () => {
  await act(async () => root.unmount());
  place.remove();
});

function show(page: Page): Promise<void> {
  return act(async () =>
    root.render(
      <PageBoundary key={page.path}>
        <LazyPage page={page} id="7" />
      </PageBoundary>,
    ),
  );
}

test('a page shows that it is loading until its code is there', async () => {
  const code = Promise.withResolvers<typeof Report>();
  await show(lazyPage('/report', () => code.promise));
  expect(place.querySelector('[role="status"]')?.textContent).toBe('Loading…');
  await act(async () => code.resolve(Report));
  expect(place.textContent).toBe('Report 7');
});

test('a page whose code is there appears at once', async () => {
  const page = lazyPage('/report', async () => Report);
  await page.load();
  act(() =>
    root.render(
      <PageBoundary>
        <LazyPage page={page} id="8" />
      </PageBoundary>,
    ),
  );
  expect(place.textContent).toBe('Report 8');
});

test('a page that can’t be loaded offers a reload', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const reload = vi.spyOn(location, 'reload').mockImplementation(() => undefined);
  await show(lazyPage('/report', () => Promise.reject(new Error('404'))));
  expect(place.querySelector('[role="alert"]')?.textContent).toContain('Can’t show this page');
  act(() => place.querySelector('button')?.click());
  expect(reload).toHaveBeenCalledOnce();
});

test('a page that can’t be loaded during an outage opens when that is over', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  availability.set('offline');
  const answers = [Promise.reject(new Error('offline')), Promise.resolve(Report)];
  await show(lazyPage('/report', () => answers.shift() as Promise<typeof Report>));
  expect(place.querySelector('[role="alert"]')?.textContent).toContain(
    'as soon as the server can be reached',
  );
  expect(place.querySelector('button')).toBeNull();
  await act(async () => availability.set('available'));
  expect(place.textContent).toBe('Report 7');
});

test('a preload that failed is repeated when the page is opened', async () => {
  const answers = [Promise.reject(new Error('offline')), Promise.resolve(Report)];
  const page = lazyPage('/report', () => answers.shift() as Promise<typeof Report>);
  await expect(page.load()).rejects.toThrow('offline');
  await show(page);
  expect(place.textContent).toBe('Report 7');
});

test('after a navigation, the content of the page has the focus', async () => {
  noteNavigations();
  await show(lazyPage('/first', async () => Report));
  expect(document.activeElement).toBe(document.body);
  dispatchEvent(new Event('pushState'));
  await show(lazyPage('/second', async () => Report));
  expect(document.activeElement?.id).toBe('content');
});
