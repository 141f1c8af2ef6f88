// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest';
import { deviceStorage } from './deviceStorage.ts';

const original = Object.getOwnPropertyDescriptor(globalThis, 'localStorage') as PropertyDescriptor;

afterEach(() => Object.defineProperty(globalThis, 'localStorage', original));

function setStorage(get: () => unknown): void {
  Object.defineProperty(globalThis, 'localStorage', { get, configurable: true });
}

test('values are stored in the browser', () => {
  const stored = { getItem: () => 'dark' };
  setStorage(() => stored);
  expect(deviceStorage.getItem('theme')).toBe('dark');
});

test('where the browser forbids storage, values last as long as the page', () => {
  setStorage(() => {
    throw new DOMException('Blocked', 'SecurityError');
  });
  deviceStorage.setItem('token', 'secret');
  expect(deviceStorage.getItem('token')).toBe('secret');
  expect([deviceStorage.length, deviceStorage.key(0)]).toEqual([1, 'token']);
  deviceStorage.removeItem('token');
  expect(deviceStorage.getItem('token')).toBeNull();
});
