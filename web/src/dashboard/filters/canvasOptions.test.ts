import { expect, test } from 'vitest';
import { canvasOptions } from './canvasOptions.ts';

test('canvases of the same title are told apart by the time of their last change', () => {
  const canvas = (id: string, title: string, day: number) => ({
    ...{ id, title },
    updatedAt: `2026-11-0${day}T12:00:00Z`,
  });
  const options = canvasOptions([
    canvas('a', 'Flowchart', 1),
    canvas('b', 'Flowchart', 2),
    canvas('c', 'Bakery', 3),
  ]);
  const texts = options.map(([, text]) => text);
  expect(texts[0]).toMatch(/^Flowchart · .*2026/);
  expect(new Set(texts).size).toBe(3);
  expect(texts[2]).toBe('Bakery');
});
