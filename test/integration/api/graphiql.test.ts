import { readFile } from 'node:fs/promises';
import { type OperationDefinitionNode, parse, validate } from 'graphql';
import { describe, expect } from 'vitest';
import { graphiqlTabs } from '../../../src/api/http/graphiqlTabs.ts';
import { schema } from '../../../src/api/schema.ts';
import { create, history } from '../../support/jobs.ts';
import { type Answer, type Client, test } from '../../support/system.ts';

const operationsOf = (query: string) =>
  parse(query).definitions.filter(
    (node): node is OperationDefinitionNode => node.kind === 'OperationDefinition',
  );

/** Runs one operation of a document, as the button of GraphiQL does. */
async function run(
  client: Client,
  tab: { query: string; variables: object },
  operation: OperationDefinitionNode,
) {
  const operationName = operation.name?.value;
  if (operation.operation === 'subscription') {
    const answers: Answer[] = await Array.fromAsync(client.follow(tab.query, { ...tab.variables }));
    return answers;
  }
  const response = await fetch(client.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...tab, operationName }),
  });
  return [(await response.json()) as Answer];
}

describe('GraphiQL', () => {
  test('opens with tabs that fit the schema, each operation by a name of its own', () => {
    const names = graphiqlTabs.flatMap(({ query }) => operationsOf(query).map(({ name }) => name?.value));
    expect(new Set(names).size).toBe(names.length);
    expect(names).not.toContain(undefined);
    for (const { query } of graphiqlTabs) expect(validate(schema, parse(query))).toEqual([]);
    // GraphiQL shows the variables of every tab but the first.
    expect(graphiqlTabs[0]?.variables).toBeUndefined();
  });

  test('has tabs whose operations work unchanged, except for the id of a job', async ({ system }) => {
    await system.startWorker({ OPENAI_BASE_URL: '' });
    const { id: jobId } = await create(system.client, { instruction: 'sign up, verify email, choose plan' });
    await history(system.client, jobId);
    for (const { query, variables = '{}' } of graphiqlTabs) {
      const tab = { query, variables: { ...JSON.parse(variables), jobId } };
      for (const operation of operationsOf(query)) {
        const answers = await run(system.client, tab, operation);
        expect(answers.length).toBeGreaterThan(0);
        for (const { data, errors } of answers) {
          expect(errors).toBeUndefined();
          expect(data).toBeTruthy();
        }
      }
    }
  });

  test('has tabs that the guide for operators describes, by the names that they show', async () => {
    const text = await readFile(new URL('../../../docs/operations.md', import.meta.url), 'utf8');
    const rows = [...text.matchAll(/^\| \*\*(\w+)\*\* \|/gm)].map(([, name]) => name);
    expect(rows).toEqual(graphiqlTabs.map(({ query }) => operationsOf(query)[0]?.name?.value));
  });

  test('is served with its tabs, and loads nothing from another server', async ({ system }) => {
    const page = await (await fetch(system.client.url, { headers: { accept: 'text/html' } })).text();
    expect(page).toContain('defaultTabs');
    expect(page).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
  });
});
