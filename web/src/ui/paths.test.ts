import { expect, test } from 'vitest';
import { canvasPath, decodeId } from './paths.ts';

test('a global id is the same after encoding and decoding', () => {
  const id = 'Q2FudmFzOjAx+/==';
  expect(decodeId(canvasPath(id).slice('/c/'.length))).toBe(id);
});

test('a path that is not encoded is used as it is', () => {
  expect(decodeId('100%')).toBe('100%');
});
