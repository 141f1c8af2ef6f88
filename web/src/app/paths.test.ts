import { expect, test } from 'vitest';
import { canvasPath, idFromPath } from './paths.ts';

test('a global id survives the way through the address', () => {
  const id = 'Q2FudmFzOjAx+/==';
  expect(idFromPath(canvasPath(id).slice('/c/'.length))).toBe(id);
});

test('an address that nobody encoded is taken as it is', () => {
  expect(idFromPath('100%')).toBe('100%');
});
