import type { ExcalidrawElement } from '@excalidraw/excalidraw/element/types';
import { expect, test } from 'vitest';
import { aConnector, aShape } from '../../jobs/fixtures.ts';
import { toExcalidraw } from '../../scene/excalidraw.ts';
import { mergeScene } from './mergeScene.ts';

const a = aShape('a');
const b = aShape('b', { x: 400 });
const scene = toExcalidraw([a, b]).map((element) => ({
  ...element,
  version: 7,
  index: `i-${element.id}` as never,
}));
const merged = (drawn: ExcalidrawElement[], present: readonly ExcalidrawElement[] = scene) =>
  mergeScene(present, drawn, { random: () => 0.5 });

test('nothing is to be done where the scene looks as it should', () => {
  expect(merged(toExcalidraw([a, b]))).toBeNull();
});

test('an element that looks different is replaced by a newer version in the same place; the rest is kept', () => {
  const result = merged(toExcalidraw([{ ...a, color: 'RED' }, b]));
  const [box, , other] = result ?? [];
  expect(box).toMatchObject({ id: 'a', version: 8, index: 'i-a' });
  expect(box?.versionNonce).not.toBe(scene[0]?.versionNonce);
  expect(other).toBe(scene[2]);
});

test('an element that should not be there is marked as deleted, so that the editor can restore it', () => {
  expect(merged(toExcalidraw([a]))?.find(({ id }) => id === 'b')).toMatchObject({
    isDeleted: true,
    version: 8,
  });
});

test('a shape is bound to an arrow that was attached to it', () => {
  const result = merged(toExcalidraw([a, b, aConnector('c', 'a', 'b')]));
  expect(result?.find(({ id }) => id === 'a')?.boundElements).toContainEqual({ id: 'c', type: 'arrow' });
});

test('a text that was written in the editor keeps the id that it has there', () => {
  const written = scene.map((element) =>
    element.id === 'a:text'
      ? { ...element, id: 'own' }
      : element.id === 'a'
        ? { ...element, boundElements: [{ id: 'own', type: 'text' as const }] }
        : element,
  );
  expect(merged(toExcalidraw([a, b]), written)).toBeNull();
});

test('what the person’s hand is ahead of stays', () => {
  const drawn = toExcalidraw([{ ...a, x: 900 }, b]);
  expect(mergeScene(scene, drawn, { keeps: (id) => id === 'a' || id === 'a:text' })).toBeNull();
});

test('an element that the editor has changed in place is drawn again, although the same drawing was merged before', () => {
  const drawn = toExcalidraw([a, b]);
  const present = merged(drawn, []) ?? [];
  expect(merged(drawn, present)).toBeNull();
  const [box] = present;
  // As the editor does it.
  Object.assign(box as object, { x: 500, version: 2 });
  expect(merged(drawn, present)?.[0]).toMatchObject({ id: 'a', x: a.x, version: 3 });
});
