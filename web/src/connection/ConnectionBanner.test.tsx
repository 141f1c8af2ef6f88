// @vitest-environment happy-dom
import { act } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { isFailing } from '../api/outages/availability.ts';
import { connection, isOnline } from '../api/subscriptions/socket.ts';
import { renderInPage } from '../ui/renderInPage.ts';
import { ConnectionBanner } from './ConnectionBanner.tsx';

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  connection.set('live');
  isOnline.set(true);
  isFailing.set(false);
});

afterEach(() => {
  vi.useRealTimers();
});

async function render(): Promise<HTMLElement> {
  return renderInPage(<ConnectionBanner />);
}

const change = (run: () => void) => act(() => run());
const pass = (ms: number) => act(() => vi.advanceTimersByTime(ms));

test.each([
  ['Reconnecting…', () => connection.set('lost'), () => connection.set('live')],
  ['The server is restarting…', () => connection.set('restarting'), () => connection.set('live')],
  ['The server has a problem. Trying again…', () => isFailing.set(true), () => isFailing.set(false)],
  ['You are offline. Changes are kept and sent later.', () => isOnline.set(false), () => isOnline.set(true)],
])('an outage shows “%s”, and its end shortly', async (text, begin, end) => {
  const page = await render();
  change(begin);
  pass(500);
  expect(page.textContent).toBe(text);
  change(end);
  expect(page.textContent).toBe('Connected again');
  pass(3_000);
  expect(page.textContent).toBe('');
});

test('a short interruption shows nothing', async () => {
  const page = await render();
  change(() => connection.set('lost'));
  pass(499);
  change(() => connection.set('live'));
  pass(499);
  expect(page.textContent).toBe('');
});

test('being offline is shown at once, whatever else is wrong', async () => {
  const page = await render();
  change(() => {
    connection.set('lost');
    isOnline.set(false);
  });
  expect(page.textContent).toMatch(/^You are offline/);
  change(() => isOnline.set(true));
  pass(500);
  expect(page.textContent).toBe('Reconnecting…');
  change(() => connection.set('live'));
});
