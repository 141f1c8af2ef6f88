import { expect, test } from 'vitest';
import { aConnector, aShape } from '../jobs/fixtures.ts';
import type { CanvasObject } from '../scene/object.ts';
import { localPreview } from './localPreview.ts';

const byId = (...objects: CanvasObject[]) => new Map(objects.map((object) => [object.id, object]));
const preview = {
  added: byId(aShape('new')),
  updated: byId(aShape('a'), aShape('b'), aConnector('a-b', 'a', 'b')),
  deleted: new Set(['c', 'd']),
};

test('a preview has the ids that the page uses', () => {
  const serverIds = new Map([
    ['local a', 'a'],
    ['local c', 'c'],
  ]);
  const local = localPreview(preview, serverIds, new Set());
  expect([...local.updated.keys()]).toEqual(['local a', 'b', 'a-b']);
  expect(local.updated.get('a-b')).toMatchObject({ fromId: 'local a', toId: 'b' });
  expect([...local.deleted]).toEqual(['local c', 'd']);
});

test('objects that the user has changed, and connectors at them, are as the user left them', () => {
  const { added, updated, deleted } = localPreview(preview, new Map(), new Set(['a', 'd']));
  expect([...updated.keys()]).toEqual(['b']);
  expect([...deleted]).toEqual(['c']);
  expect(added).toEqual(preview.added);
});
