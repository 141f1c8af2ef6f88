import { expect, test } from 'vitest';
import { centreOf } from '../../../../src/canvas/model/geometry.ts';
import type { Shape } from '../../../../src/canvas/model/object.ts';
import { measureQuality } from '../../quality/quality.ts';
import { refit } from './refit.ts';

const shape: Shape = {
  kind: 'SHAPE',
  id: '00000002-0000-4000-8000-000000000000',
  zIndex: 0,
  x: 100,
  y: 40,
  width: 160,
  height: 64,
  parentId: null,
  shape: 'RECTANGLE',
  text: 'Pay',
  lines: ['Pay'],
  fontSize: 16,
  color: 'blue',
};

test('grows around its centre until the new text fits', () => {
  for (const kind of ['RECTANGLE', 'ELLIPSE', 'DIAMOND', 'STICKY', 'TEXT'] as const) {
    const changed = refit({
      ...shape,
      shape: kind,
      text: 'Ask the customer for another way of paying and try again',
    });
    expect(centreOf(changed)).toEqual(centreOf(shape));
    expect(measureQuality([changed]).textOutside).toBe(0);
  }
});

test('leaves the size alone when the new text fits', () => {
  expect(refit({ ...shape, text: 'Paid' })).toEqual({ ...shape, text: 'Paid', lines: ['Paid'] });
});
