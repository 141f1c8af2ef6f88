import { expect, test } from 'vitest';
import { idOf } from '../../../../test/support/diagrams.ts';
import { layOutDiagram } from '../../layOutDiagram.ts';
import { measureQuality } from '../../quality/quality.ts';
import { extentOfAll, placeBeside } from './beside.ts';

const steps = (kind: number, direction: 'right' | 'down') =>
  layOutDiagram({
    layout: 'flow',
    direction,
    objects: [
      ...[0, 1, 2].map((index) => ({
        type: 'node' as const,
        id: idOf(kind, index),
        shape: 'rect' as const,
        text: `Step ${index}`,
        color: null,
        parent: null,
        order: null,
      })),
      { type: 'edge', id: idOf(kind, 9), from: idOf(kind, 0), to: idOf(kind, 1), label: 'then', style: null },
    ],
  });

test('goes below what is wide and right of what is tall, 80 px away', async () => {
  const [wide, tall] = [await steps(1, 'right'), await steps(2, 'down')];
  const [wideExtent, tallExtent] = [extentOfAll(wide), extentOfAll(tall)];
  const below = extentOfAll(placeBeside(await steps(3, 'right'), wide));
  const right = extentOfAll(placeBeside(await steps(3, 'down'), tall));
  expect(below?.y).toBe((wideExtent?.y ?? 0) + (wideExtent?.height ?? 0) + 80);
  expect(right?.x).toBe((tallExtent?.x ?? 0) + (tallExtent?.width ?? 0) + 80);
});

test('moves the group as a whole', async () => {
  const moved = placeBeside(await steps(1, 'right'), await steps(2, 'right'));
  expect(measureQuality(moved)).toMatchObject({ looseEnds: 0, siblingOverlaps: 0, labelOverlaps: 0 });
});

test('leaves the group where it is on an empty canvas', async () => {
  const objects = await steps(1, 'right');
  expect(placeBeside(objects, [])).toEqual(objects);
});
