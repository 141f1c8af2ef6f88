// @vitest-environment happy-dom
import { act } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { renderInPage } from '../../ui/renderInPage.ts';
import { showBrowserNotification } from './browserNotification.ts';
import { changeDeviceSettings, deviceSettings } from './deviceSettings.ts';
import { NotificationSettings } from './NotificationSettings.tsx';

const shown: string[] = [];

class FakeNotification {
  static permission: NotificationPermission = 'default';
  static requestPermission = vi.fn(async () => {
    FakeNotification.permission = 'granted';
    return FakeNotification.permission;
  });
  constructor(title: string) {
    if (FakeNotification.permission === 'granted') shown.push(title);
  }
}

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  vi.stubGlobal('Notification', FakeNotification);
  FakeNotification.permission = 'default';
  FakeNotification.requestPermission.mockClear();
  shown.length = 0;
  changeDeviceSettings({ isBrowserOn: false, isSoundOn: false, isOffered: false });
});

afterEach(() => {
  vi.unstubAllGlobals();
});

async function render() {
  const page = await renderInPage(<NotificationSettings />);
  const [browser] = page.querySelectorAll('input');
  if (!browser) throw new Error('there is no setting');
  return { page, browser };
}

const ended = { title: 'A flow', body: 'Canvas drawn', tag: 'job', onClick: () => undefined };

test('permission is asked for with a click, and notifications are shown from then on', async () => {
  const { browser } = await render();
  showBrowserNotification(ended);
  expect(FakeNotification.requestPermission).not.toHaveBeenCalled();
  await act(async () => browser.click());
  expect(FakeNotification.requestPermission).toHaveBeenCalledOnce();
  expect(browser.checked).toBe(true);
  showBrowserNotification(ended);
  expect(shown).toEqual(['A flow']);
  await act(async () => browser.click());
  showBrowserNotification(ended);
  expect(shown).toHaveLength(1);
});

test('blocked notifications are explained, and can not be switched on', async () => {
  FakeNotification.permission = 'denied';
  const { page, browser } = await render();
  expect(browser.disabled).toBe(true);
  expect(page.textContent).toContain('The browser blocks notifications');
});

test('settings are kept for later visits', async () => {
  const { browser } = await render();
  await act(async () => browser.click());
  expect(JSON.parse(localStorage.getItem('notifications') ?? '')).toMatchObject({ isBrowserOn: true });
  expect(deviceSettings.get().isBrowserOn).toBe(true);
});

test('a browser of a phone, which has notifications for installed apps only, explains it', async () => {
  vi.resetModules();
  // Without a constructor.
  vi.stubGlobal('Notification', { permission: 'default' });
  const settings = await import('./NotificationSettings.tsx');
  const page = await renderInPage(<settings.NotificationSettings />);
  expect(page.textContent).toContain('installed apps only');
  expect(page.querySelector('input')?.disabled).toBe(true);
});
