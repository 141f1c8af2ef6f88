import { expect, test } from 'vitest';
import { cacheKeyOf } from './cacheKey.ts';

const planner = { name: 'sketcher', model: null, version: '1' } as const;
const request = { instruction: 'a; b; c', canvas: null, planner, ownerId: null };

test('another kind of diagram is another request; none is that of versions without kinds', () => {
  const keys = [request, { ...request, kind: 'KANBAN' }, { ...request, kind: 'FLOW' }] as const;
  expect(new Set(keys.map(cacheKeyOf)).size).toBe(3);
  expect(cacheKeyOf({ ...request, kind: null })).toBe(cacheKeyOf(request));
});
