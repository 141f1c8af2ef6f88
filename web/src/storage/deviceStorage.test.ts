// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const original = Object.getOwnPropertyDescriptor(globalThis, 'localStorage') as PropertyDescriptor;

beforeEach(() => vi.resetModules());
afterEach(() => Object.defineProperty(globalThis, 'localStorage', original));

function setStorage(get: () => unknown): void {
  Object.defineProperty(globalThis, 'localStorage', { get, configurable: true });
}

test('values are stored in the browser', async () => {
  const stored = { getItem: () => 'dark' };
  setStorage(() => stored);
  const { deviceStorage } = await import('./deviceStorage.ts');
  expect(deviceStorage.getItem('theme')).toBe('dark');
});

test('where the browser forbids storage, values last as long as the page', async () => {
  setStorage(() => {
    throw new DOMException('Blocked', 'SecurityError');
  });
  const { deviceStorage } = await import('./deviceStorage.ts');
  deviceStorage.setItem('token', 'secret');
  expect(deviceStorage.getItem('token')).toBe('secret');
  expect([deviceStorage.length, deviceStorage.key(0)]).toEqual([1, 'token']);
  deviceStorage.removeItem('token');
  expect(deviceStorage.getItem('token')).toBeNull();
});
