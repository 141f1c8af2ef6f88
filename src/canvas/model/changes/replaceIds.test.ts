import { expect, it } from 'vitest';
import type { Frame, Shape } from '../object.ts';
import { emptyChangeSet } from './changeSet.ts';
import { replaceAddedIds } from './replaceIds.ts';

const box = { x: 0, y: 0, width: 100, height: 50, zIndex: 0, color: 'neutral' } as const;
const frame: Frame = { ...box, id: 'new frame', kind: 'FRAME', parentId: null, title: '' };
const shape = (parentId: string | null): Shape => ({
  ...box,
  id: 'there before',
  kind: 'SHAPE',
  parentId,
  shape: 'RECTANGLE',
  text: '',
  lines: [],
  fontSize: 16,
});

it('what a change moves into a frame that it adds follows that under its other id', () => {
  const updated = [{ before: shape(null), after: shape('new frame') }];
  const changes = replaceAddedIds({ ...emptyChangeSet, added: [frame], updated }, (id) => `my ${id}`);
  expect(changes).toEqual({
    added: [{ ...frame, id: 'my new frame' }],
    updated: [{ before: shape(null), after: shape('my new frame') }],
    deleted: [],
  });
});
