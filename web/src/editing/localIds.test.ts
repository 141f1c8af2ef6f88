import { describe, expect, test } from 'vitest';
import { aConnector, aShape } from '../jobs/fixtures.ts';
import { toLocal, toServer, withCreatedIds } from './localIds.ts';

const saved = [aShape('other'), aShape('there')];
const sent = new Map([['here', 'uuid']]);

test('an object that was drawn here keeps its id here', () => {
  const ids = withCreatedIds(sent, new Map([['uuid', 'there']]));
  expect(toServer('here', ids)).toBe('there');
  expect(toLocal(saved, ids).map(({ id }) => id)).toEqual(['other', 'here']);
});

test('connectors refer to what they join by its id here, which may be new as well', () => {
  const created = new Map([
    ['uuid', 'there'],
    ['uuid-2', 'saved-arrow'],
  ]);
  const ids = withCreatedIds(new Map([...sent, ['arrow', 'uuid-2']]), created);
  const server = [...saved, aConnector('saved-arrow', 'there', 'other')];
  expect(toServer('arrow', ids)).toBe('saved-arrow');
  expect(toLocal(server, ids)[2]).toMatchObject({ id: 'arrow', fromId: 'here', toId: 'other' });
});

test('an object that the server did not add keeps the UUID that it was sent with', () => {
  expect(toServer('here', withCreatedIds(sent, new Map()))).toBe('uuid');
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
