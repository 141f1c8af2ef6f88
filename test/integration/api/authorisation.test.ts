import {
  type GraphQLObjectType,
  getNamedType,
  isObjectType,
  isRequiredArgument,
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { describe, expect } from 'vitest';
import { schema } from '../../../src/api/schema.ts';
import { create } from '../../support/jobs.ts';
import { createOwner, mark, type Owner } from '../../support/markedOwner.ts';
import {
  operationsOn,
  rootFields,
  takesId,
  type WalkedOperation,
} from '../../support/requests/schemaWalk.ts';
import { type Client, type System, test as systemTest } from '../../support/system.ts';
import { clientOf, secret } from '../../support/tokens.ts';

const env = {
  JWT_SECRET: secret,
  MAX_DOCUMENT_LENGTH: '1000000',
  MAX_DOCUMENT_TOKENS: '100000',
  MAX_OPERATION_ALIASES: '10000',
  MAX_OPERATION_DEPTH: '100',
  MAX_OPERATION_COST: '1000000000',
  MAX_MESSAGE_BYTES: '1000000',
  MAX_MUTATIONS_PER_MINUTE: '100000',
  MAX_ACTIVE_JOBS_PER_USER: '10000',
  MAX_CONNECTIONS_PER_USER: '10000',
  MAX_SUBSCRIPTIONS_PER_USER: '10000',
};

type Pool = { query: (text: string) => Promise<{ rows: Record<string, unknown>[] }> };

/** `owned`: what an owner has, in a system that the tests of this file share. */
const test = systemTest.extend<{ owned: { system: System; owner: Owner; ids: string[] } }>({
  owned: [
    async ({ shared: { system, model } }, use) => {
      const owner = await createOwner(system, model);
      await use({ system, owner, ids: await readIds(owner) });
    },
    { scope: 'file' },
  ],
});
test.override({ env, sharedEnv: env });

/** Values of fields of an answer whose names are or end with `id`. */
function idsIn(answer: unknown): string[] {
  const found = new Set<string>();
  JSON.stringify(answer, (key, value) => {
    if (/(^|_)id$|Id$/.test(key) && typeof value === 'string') found.add(value);
    return value;
  });
  return [...found];
}

/** Two ids of each kind: a global id names its kind. */
function someOfEachKind(ids: string[]): string[] {
  const kinds = Map.groupBy(new Set(ids), (id) => Buffer.from(id, 'base64').toString().split(':')[0]);
  return [...kinds.values()].flatMap((same) => same.slice(0, 2));
}

/** Ids of objects of each kind that the owner reaches by queries without optional arguments. */
async function readIds({ client, finished, waiting }: Owner) {
  const starting = [finished, waiting].flatMap(({ id, canvasId }) => [id, canvasId]);
  const queries = rootFields('query').flatMap((field) =>
    starting.flatMap((id) => operationsOn('query', field, id).slice(0, 1)),
  );
  const answers = await askAll(client, distinct(queries));
  expect([...answers.values()].join()).toContain(mark);
  return someOfEachKind([...answers.values()].flatMap((answer) => idsIn(JSON.parse(answer))));
}

function operationsFor(kind: 'query' | 'mutation' | 'subscription', ids: string[]): WalkedOperation[] {
  return distinct(rootFields(kind).flatMap((field) => ids.flatMap((id) => operationsOn(kind, field, id))));
}

function distinct(operations: WalkedOperation[]): WalkedOperation[] {
  return [...new Map(operations.map((operation) => [JSON.stringify(operation), operation])).values()];
}

/** The answers, by operation. */
async function askAll(client: Client, operations: WalkedOperation[]) {
  const answers = new Map<string, string>();
  const waiting = [...operations];
  const askOn = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      answers.set(JSON.stringify(next), await ask(client, next));
    }
  };
  await Promise.all(Array.from({ length: 4 }, askOn));
  return answers;
}

async function ask(client: Client, { document, variables }: WalkedOperation): Promise<string> {
  const { data, errors } = await client.send(document, variables);
  return JSON.stringify({ data, errors: errors?.map(({ message, extensions }) => [message, extensions]) });
}

/** Fields with an id on which the client gets the same answers to all operations. Stops at the first other answer. */
async function fieldsAnsweredAlike(
  client: Client,
  kind: 'query' | 'mutation',
  answers: ReadonlyMap<string, string>,
): Promise<string[]> {
  const isAnsweredAlike = async ({ name }: { name: string }) => {
    for (const [text, answer] of answers) {
      const operation: WalkedOperation = JSON.parse(text);
      if (operation.field === name && (await ask(client, operation)) !== answer) return false;
    }
    return true;
  };
  const alike: string[] = [];
  for (const field of rootFields(kind).filter(takesId)) {
    if (await isAnsweredAlike(field)) alike.push(field.name);
  }
  return alike;
}

/** All rows of all tables. */
async function rowsOf(pool: Pool): Promise<Set<string>> {
  const { rows: tables } = await pool.query(
    // The API itself updates the samples of the queue, all the time.
    `SELECT table_name FROM information_schema.tables
     WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name <> 'queue_depth_sample'`,
  );
  const rows = new Set<string>();
  for (const { table_name: table } of tables) {
    for (const row of (await pool.query(`SELECT t::text AS row FROM "${table}" t`)).rows)
      rows.add(`${table}: ${row.row}`);
  }
  return rows;
}

/** Fields of all types that lead to data with an owner. */
function fieldsThatReachOwnedData(): string[] {
  const owned = new Set(['CanvasJob', 'Canvas', 'CanvasObject', 'JobEvent', 'Node']);
  const types = Object.values(schema.getTypeMap()).filter((type): type is GraphQLObjectType =>
    isObjectType(type),
  );
  const isOwned = (name: string) => {
    const type = schema.getType(name);
    return (
      owned.has(name) || (isObjectType(type) && type.getInterfaces().some((each) => owned.has(each.name)))
    );
  };
  return types.flatMap((type) =>
    Object.values(type.getFields())
      // The walk selects no fields with required arguments below the root; `Canvas.versions` gives the same versions.
      .filter((field) => !field.args.some(isRequiredArgument))
      .filter((field) => isOwned(getNamedType(field.type).name))
      .map((field) => `${type.name}.${field.name}`),
  );
}

/** Fields that these operations select. */
function fieldsSelectedBy(operations: WalkedOperation[]): Set<string> {
  const selected = new Set<string>();
  for (const document of new Set(operations.map(({ document }) => document))) {
    const types = new TypeInfo(schema);
    visit(
      parse(document),
      visitWithTypeInfo(types, {
        Field() {
          selected.add(`${types.getParentType()?.name}.${types.getFieldDef()?.name}`);
        },
      }),
    );
  }
  return selected;
}

describe('the walk over the schema', () => {
  const strangerOf = (system: System) => clientOf(system, 'stranger');

  test('covers every field that leads to a job, a canvas or its objects', () => {
    const operations = (['query', 'mutation', 'subscription'] as const).flatMap((kind) =>
      operationsFor(kind, ['x']),
    );
    const selected = fieldsSelectedBy(operations);
    expect(fieldsThatReachOwnedData().filter((field) => !selected.has(field))).toEqual([]);
  });

  test('no query gives a stranger what it gives the owner', async ({ owned: { system, owner, ids } }) => {
    const strange = await askAll(await strangerOf(system), operationsFor('query', ids));
    for (const [operation, answer] of strange) {
      expect(answer, operation).not.toContain(mark);
      for (const id of ids) expect(answer.replaceAll(/"message.*/g, ''), operation).not.toContain(id);
    }
    expect(await fieldsAnsweredAlike(owner.client, 'query', strange)).toEqual([]);
  });

  test('no mutation lets a stranger change what it lets the owner change', async ({
    system,
    model,
    database,
  }) => {
    const owner = await createOwner(system, model);
    const ids = await readIds(owner);
    const before = await rowsOf(database.pool());
    const strange = await askAll(await strangerOf(system), operationsFor('mutation', ids));
    for (const [operation, answer] of strange) expect(answer, operation).not.toContain(mark);
    const after = await rowsOf(database.pool());
    expect([...before].filter((row) => !after.has(row))).toEqual([]);

    expect(await fieldsAnsweredAlike(owner.client, 'mutation', strange)).toEqual([]);
  });

  test('no subscription sends a stranger the owner’s events', async ({ owned: { system, owner, ids } }) => {
    const stranger = await strangerOf(system);
    const operations = operationsFor('subscription', ids);
    const heard = { owner: new Map<string, unknown[]>(), stranger: new Map<string, unknown[]>() };
    const listen = (client: Client, into: Map<string, unknown[]>) =>
      operations.map((operation) => {
        const stream = client.follow(operation.document, operation.variables);
        const events: unknown[] = [];
        into.set(JSON.stringify(operation), events);
        return { stream, done: drain(stream, events) };
      });
    const streams = [...listen(stranger, heard.stranger), ...listen(owner.client, heard.owner)];

    const told = (field: string) =>
      [...heard.owner].some(
        ([operation, events]) =>
          JSON.parse(operation).field === field && JSON.stringify(events).includes(mark),
      );
    // A subscription that has not begun yet is not told of what came before.
    await expect
      .poll(
        async () => {
          await create(owner.client, { instruction: `${mark} change`, canvasId: owner.finished.canvasId });
          return rootFields('subscription').filter(({ name }) => !told(name));
        },
        { timeout: 20_000, interval: 200 },
      )
      .toEqual([]);

    for (const [operation, events] of heard.stranger)
      expect(JSON.stringify(events), operation).not.toContain(mark);
    for (const { stream, done } of streams) {
      await stream.return?.();
      await done;
    }
  });
});

async function drain(stream: AsyncIterable<unknown>, events: unknown[]): Promise<void> {
  try {
    for await (const event of stream) events.push(event);
  } catch (error) {
    events.push(error);
  }
}
