// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { aJob } from '../../jobs/fixtures.ts';
import { notices } from '../../ui/messages/notice.ts';
import { changeDeviceSettings } from './deviceSettings.ts';
import { useOfferNotifications } from './useOfferNotifications.ts';

const FakeNotification = Object.assign(class {}, { permission: 'default' });

beforeEach(() => {
  attempt = 1;
  vi.useFakeTimers({ now: Date.parse('2026-01-01T00:00:00Z') });
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  FakeNotification.permission = 'default';
  vi.stubGlobal('Notification', FakeNotification);
  localStorage.clear();
  notices.set(new Map());
  changeDeviceSettings({ isOffered: false });
});

afterEach(() => {
  notices.set(new Map());
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const startedAt = '2026-01-01T00:00:00Z';
let attempt: number;

function Page() {
  useOfferNotifications([aJob({ status: 'PROCESSING', startedAt, attempt })]);
  return null;
}

async function render(): Promise<void> {
  const root = createRoot(document.createElement('div'));
  onTestFinished(() => act(() => root.unmount()));
  await act(async () => root.render(<Page />));
}

test('notifications are offered once, when a job takes more than 20 seconds', async () => {
  await render();
  await vi.advanceTimersByTimeAsync(19_000);
  expect([...notices.get().values()]).toEqual([]);
  await vi.advanceTimersByTimeAsync(1_000);
  expect([...notices.get().values()].map(({ action }) => action?.label)).toEqual(['Notify me']);
  notices.set(new Map());
  await render();
  await vi.advanceTimersByTimeAsync(60_000);
  expect([...notices.get().values()]).toEqual([]);
});

test('notifications that the browser permits or blocks already are not offered', async () => {
  FakeNotification.permission = 'granted';
  await render();
  await vi.advanceTimersByTimeAsync(60_000);
  expect([...notices.get().values()]).toEqual([]);
});

test('the attempts before the running one do not count', async () => {
  attempt = 2;
  vi.setSystemTime(Date.parse(startedAt) + 3_600_000);
  await render();
  await vi.advanceTimersByTimeAsync(19_000);
  expect(notices.get().size).toBe(0);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(notices.get().size).toBe(1);
});
