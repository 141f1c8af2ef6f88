import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  type GraphQLInputType,
  getIntrospectionQuery,
  Kind,
  type OperationDefinitionNode,
  parse,
  typeFromAST,
  validate,
} from 'graphql';
import { expect, test } from 'vitest';
import { maxPageSize } from '../../../src/api/graphql/connections.ts';
import { measure } from '../../../src/api/graphql/cost.ts';
import { graphiqlTabs } from '../../../src/api/http/graphiqlTabs.ts';
import { schema } from '../../../src/api/schema.ts';
import { readConfig } from '../../../src/config.ts';
import trusted from '../../../web/src/generated/trusted-documents.json' with { type: 'json' };
import { samples } from '../../support/requests/schemaWalk.ts';

const limits = readConfig({});
const docs = path.join(import.meta.dirname, '../../../docs');

/** Documents that the guides show: blocks of GraphQL, which may stand for parts of one. */
const documented = readdirSync(docs)
  .filter((name) => name.endsWith('.md'))
  .flatMap((name) => [...readFileSync(path.join(docs, name), 'utf8').matchAll(/```graphql\n([\s\S]*?)```/g)])
  .map(([, text = '']) => text)
  .filter((text) => /^\s*(#.*\n|\s)*(query|mutation|subscription|\{)/.test(text));

const documents: [string, string][] = [
  ...Object.values(trusted).map((text): [string, string] => ['the web app', text]),
  ...graphiqlTabs.map(({ query }): [string, string] => ['GraphiQL', query]),
  ...documented.map((text): [string, string] => ['a guide', text]),
  ['introspection', getIntrospectionQuery({ inputValueDeprecation: true, specifiedByUrl: true })],
];

/** Values for the variables: the largest page that can be asked for, and for all else something that will do. */
function variablesOf({ variableDefinitions = [] }: OperationDefinitionNode): Record<string, unknown> {
  const values = variableDefinitions.map(({ variable, type }) => {
    const name = variable.name.value;
    if (['last', 'before'].includes(name)) return [name, null];
    return [
      name,
      name === 'first' ? maxPageSize : samples(typeFromAST(schema, type) as GraphQLInputType, 'x')[0],
    ];
  });
  return Object.fromEntries(values);
}

/** Names that stand before the name of a field. */
const aliasesIn = (text: string) => text.match(/(?<=[{}\s])\w+:\s*\w+\s*[({\n]/g)?.length ?? 0;

test.each(documents)('a document of %s is valid and within the limits, with pages of 100', (_whose, text) => {
  const document = parse(text, { maxTokens: limits.MAX_DOCUMENT_TOKENS });
  expect(text.length).toBeLessThan(limits.MAX_DOCUMENT_LENGTH);
  expect(validate(schema, document)).toEqual([]);
  expect(aliasesIn(text)).toBeLessThanOrEqual(limits.MAX_OPERATION_ALIASES);
  for (const operation of document.definitions) {
    if (operation.kind !== Kind.OPERATION_DEFINITION) continue;
    const { cost, depth } = measure(schema, document, operation, variablesOf(operation));
    expect(depth).toBeLessThanOrEqual(limits.MAX_OPERATION_DEPTH);
    expect(cost).toBeLessThanOrEqual(limits.MAX_OPERATION_COST);
  }
});
