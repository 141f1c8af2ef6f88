import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { type GraphQLObjectType, getNamedType, isObjectType } from 'graphql';
import { expect, onTestFinished, test } from 'vitest';
import { schema } from '../../src/api/schema.ts';

const run = promisify(execFile);
const root = path.join(import.meta.dirname, '../..');
const relayCompiler = path.join(root, 'node_modules/relay-compiler/cli.js');

/** Every field that gives a connection, with its type. */
const connections = Object.values(schema.getTypeMap())
  .filter(isObjectType)
  .flatMap((type) =>
    Object.values(type.getFields())
      .filter((field) => getNamedType(field.type).name.endsWith('Connection'))
      .map((field) => ({ type, field: field.name })),
  );

type Place = { type: GraphQLObjectType; field: string };

const nameOf = ({ type, field }: Place) => `module${type.name}${field}`;

/** A fragment that pages through a connection and can be fetched again by itself, as Relay's clients do. */
function pagination({ type, field }: Place): string {
  const name = nameOf({ type, field });
  return `graphql\`
    fragment ${name} on ${type.name}
    @refetchable(queryName: "${name}Query")
    @argumentDefinitions(count: { type: "Int", defaultValue: 10 }, cursor: { type: "String" }) {
      ${field}(first: $count, after: $cursor) @connection(key: "${name}_${field}") { edges { node { __typename } } }
    }\`;`;
}

test('Relay compiles a page through every connection, and finds every node again', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'relay-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await mkdir(path.join(folder, 'src'));
  await cp(path.join(root, 'schema.graphql'), path.join(folder, 'schema.graphql'));
  await writeFile(path.join(folder, 'src/module.js'), connections.map(pagination).join('\n'));
  const config = { src: './src', schema: './schema.graphql', language: 'javascript' };
  await writeFile(path.join(folder, 'relay.config.json'), JSON.stringify(config));

  expect(connections.map(({ type, field }) => `${type.name}.${field}`)).toEqual(
    expect.arrayContaining(['Query.jobs', 'Query.canvases', 'Canvas.jobs', 'CanvasJob.events']),
  );
  await run(process.execPath, [relayCompiler, 'relay.config.json'], { cwd: folder });
  const compiled = await readdir(path.join(folder, 'src/__generated__'));
  expect(compiled.sort()).toEqual(
    connections
      .flatMap((place) => [`${nameOf(place)}.graphql.js`, `${nameOf(place)}Query.graphql.js`])
      .sort(),
  );
});
