import { buildSchema, parse, validate } from 'graphql';
import { expect, test } from 'vitest';
import schemaText from '../../../schema.graphql?raw';
import { OpsStatisticsDocument } from '../generated/graphql.ts';
import { graphiqlAddress } from './graphiqlAddress.ts';

test('the address has a whole document and its variables', () => {
  const address = graphiqlAddress(OpsStatisticsDocument, { window: 'LAST_DAY' });
  const { pathname, searchParams } = new URL(address, 'http://localhost');
  expect(pathname).toBe('/graphql');
  expect(validate(buildSchema(schemaText), parse(searchParams.get('query') ?? ''))).toEqual([]);
  expect(JSON.parse(searchParams.get('variables') ?? '')).toEqual({ window: 'LAST_DAY' });
});
