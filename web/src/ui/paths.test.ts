import { expect, test } from 'vitest';
import { canvasIdIn, canvasPath, decodeId } from './paths.ts';

test('a global id is the same after encoding and decoding', () => {
  const id = 'Q2FudmFzOjAx+/==';
  expect(decodeId(canvasPath(id).slice('/c/'.length))).toBe(id);
});

test('a path that is not encoded is used as it is', () => {
  expect(decodeId('100%')).toBe('100%');
});

test('the path of a canvas names it; other paths name none', () => {
  const id = 'Q2FudmFzOjAx+/==';
  expect(canvasIdIn(canvasPath(id))).toBe(id);
  expect(canvasIdIn('/jobs')).toBeNull();
});
