import { describe, expect, test } from 'vitest';
import { aConnector, aShape } from '../../jobs/fixtures.ts';
import { toLocal, toSavedIds, toServer, withCreatedIds } from './localIds.ts';

const saved = [aShape('other'), aShape('there')];
const sent = new Map([['here', 'uuid']]);

test('an object that was added on this page keeps its local id', () => {
  const ids = withCreatedIds(sent, new Map([['uuid', 'there']]));
  expect(toServer('here', ids)).toBe('there');
  expect(toLocal(saved, ids).map(({ id }) => id)).toEqual(['other', 'here']);
});

test('connectors refer to their ends by local ids', () => {
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

test('selected objects have the ids of the server; those that are not saved, and texts of the editor, are left out', () => {
  const objects = [aShape('a'), aShape('there')];
  const ids = new Map([['here', 'there']]);
  expect(toSavedIds(['a', 'here', 'new', 'text of a'], ids, objects)).toEqual(['a', 'there']);
});

describe('an id of the server that is a local id of another object', () => {
  // `x` was deleted and added again, and the server calls it `y`. Then the server restored its own `x`.
  const ids = new Map([['x', 'y']]);

  test('gets a local id of its own, which maps back', () => {
    const local = toLocal([aShape('x'), aShape('y')], ids).map(({ id }) => id);
    expect(new Set(local).size).toBe(2);
    expect(local.map((id) => toServer(id, ids))).toEqual(['x', 'y']);
  });
});
