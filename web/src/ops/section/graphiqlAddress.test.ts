import { buildSchema, getVariableValues, Kind, parse, validate } from 'graphql';
import { expect, test } from 'vitest';
import schemaText from '../../../../schema.graphql?raw';
import { OpsJobsDocument, OpsQueueDocument, OpsStatisticsDocument } from '../../generated/graphql.ts';
import { graphiqlAddress } from './graphiqlAddress.ts';

const schema = buildSchema(schemaText);

/** The variables with which GraphiQL runs the document of an address, if none are entered. */
function variablesIn(address: string) {
  const { pathname, searchParams } = new URL(address, 'http://localhost');
  expect(pathname).toBe('/graphql');
  const document = parse(searchParams.get('query') ?? '');
  expect(validate(schema, document)).toEqual([]);
  const operation = document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('There is no operation');
  const { variableValues, errors } = getVariableValues(schema, operation.variableDefinitions ?? [], {});
  expect(errors).toBeUndefined();
  return variableValues?.coerced;
}

test('the address has the whole document, which runs with the variables of the page', () => {
  expect(variablesIn(graphiqlAddress(OpsQueueDocument))).toEqual({});
  expect(variablesIn(graphiqlAddress(OpsStatisticsDocument, { window: 'LAST_DAY' }))).toEqual({
    window: 'LAST_DAY',
  });
  const jobs = { filter: { status: ['PROCESSING', 'CANCELLING'] }, orderBy: 'CREATED_AT_ASC' };
  expect(variablesIn(graphiqlAddress(OpsJobsDocument, jobs))).toEqual(jobs);
  expect(variablesIn(graphiqlAddress(OpsJobsDocument, { ...jobs, filter: null }))).toEqual({
    orderBy: 'CREATED_AT_ASC',
  });
});
