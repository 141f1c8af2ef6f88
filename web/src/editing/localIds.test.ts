import { describe, expect, test } from 'vitest';
import { aConnector, aShape } from '../jobs/fixtures.ts';
import { recognise, toLocal, toServer } from './localIds.ts';

const drawn = aShape('here', { zIndex: 7, x: 10 });
const saved = [aShape('other', { x: 10 }), aShape('there', { zIndex: 7, x: 10 })];

test('an object that was drawn here keeps its id here', () => {
  const ids = recognise([drawn], saved, new Map([['here', 'uuid']]));
  expect(toServer('here', ids)).toBe('there');
  expect(toLocal(saved, ids).map(({ id }) => id)).toEqual(['other', 'here']);
});

test('connectors are known by what they join, which may be new as well', () => {
  const connector = aConnector('arrow', 'here', 'other', { zIndex: 8 });
  const server = [...saved, aConnector('saved-arrow', 'there', 'other', { zIndex: 8 })];
  const ids = recognise([connector, drawn], server, new Map());
  expect(toServer('arrow', ids)).toBe('saved-arrow');
  expect(toLocal(server, ids)[2]).toMatchObject({ id: 'arrow', fromId: 'here', toId: 'other' });
});

test('what the server did not take stays unknown', () => {
  const ids = recognise([{ ...drawn, x: 900 }], saved, new Map([['here', 'uuid']]));
  expect(toServer('here', ids)).toBe('uuid');
});

describe('an id that is taken here', () => {
  // Somebody deleted `x` and took that back: it is `y` to the server. Then the server got `x` again.
  const ids = new Map([['x', 'y']]);

  test('is told from the object that has it here, there and back', () => {
    const local = toLocal([aShape('x'), aShape('y')], ids).map(({ id }) => id);
    expect(new Set(local).size).toBe(2);
    expect(local.map((id) => toServer(id, ids))).toEqual(['x', 'y']);
  });
});
