import {
  type GraphQLObjectType,
  getNamedType,
  isObjectType,
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { describe, expect } from 'vitest';
import { schema } from '../../../src/api/schema.ts';
import { create } from '../../support/jobs.ts';
import { createOwner, mark, type Owner } from '../../support/markedOwner.ts';
import { operationsOn, rootFields, takesId, type WalkedOperation } from '../../support/schemaWalk.ts';
import { type Client, type System, test } from '../../support/system.ts';
import { clientOf, secret } from '../../support/tokens.ts';

const unbounded = {
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

/** Ids in an answer: values of fields that are called so, or end so. */
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

/** Everything that the owner reaches by queries, starting from nothing; with the ids met on the way. */
async function readAll({ client, finished, waiting }: Owner) {
  const starting = [finished, waiting].flatMap(({ id, canvasId }) => [id, canvasId]);
  const answers = await askAll(client, 'query', starting);
  return someOfEachKind([...answers.values()].flatMap((answer) => idsIn(JSON.parse(answer))));
}

function operationsFor(kind: 'query' | 'mutation' | 'subscription', ids: string[]): WalkedOperation[] {
  const all = rootFields(kind).flatMap((field) => ids.flatMap((id) => operationsOn(kind, field, id)));
  const distinct = new Map(all.map((operation) => [JSON.stringify(operation), operation]));
  return [...distinct.values()];
}

/** The answers to all operations of a kind, by operation. */
async function askAll(client: Client, kind: 'query' | 'mutation', ids: string[]) {
  const answers = new Map<string, string>();
  const waiting = operationsFor(kind, ids);
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

/** Whether one of the operations is answered otherwise; the first that is ends it, since each may change much. */
async function isAnsweredOtherwise(
  client: Client,
  operations: WalkedOperation[],
  answers: Map<string, string>,
): Promise<boolean> {
  for (const operation of operations) {
    if ((await ask(client, operation)) !== answers.get(JSON.stringify(operation))) return true;
  }
  return false;
}

/** All rows of all tables. */
async function rowsOf(pool: Pool): Promise<Set<string>> {
  const { rows: tables } = await pool.query(
    "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'",
  );
  const rows = new Set<string>();
  for (const { table_name: table } of tables) {
    for (const row of (await pool.query(`SELECT t::text AS row FROM "${table}" t`)).rows)
      rows.add(`${table}: ${row.row}`);
  }
  return rows;
}

/** Fields of all types that lead to something that belongs to somebody. */
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
      .filter((field) => isOwned(getNamedType(field.type).name))
      .map((field) => `${type.name}.${field.name}`),
  );
}

/** Fields that are selected anywhere in these operations. */
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
  test.override({ env: { JWT_SECRET: secret, ...unbounded } });

  const strangerOf = (system: System) => clientOf(system, 'stranger');

  test('covers every field that leads to a job, a canvas or its objects', () => {
    const operations = (['query', 'mutation', 'subscription'] as const).flatMap((kind) =>
      operationsFor(kind, ['x']),
    );
    const selected = fieldsSelectedBy(operations);
    expect(fieldsThatReachOwnedData().filter((field) => !selected.has(field))).toEqual([]);
  });

  test('no query gives a stranger what it gives the owner', async ({ system, model }) => {
    const owner = await createOwner(system, model);
    const ids = await readAll(owner);
    const [own, strange] = [
      await askAll(owner.client, 'query', ids),
      await askAll(await strangerOf(system), 'query', ids),
    ];
    for (const [operation, answer] of strange) {
      expect(answer, operation).not.toContain(mark);
      for (const id of ids) expect(answer.replaceAll(/"message.*/g, ''), operation).not.toContain(id);
    }
    for (const field of rootFields('query').filter(takesId)) {
      const answers = [...own].filter(([operation]) => JSON.parse(operation).field === field.name);
      expect(
        answers.some(([operation, answer]) => answer !== strange.get(operation)),
        field.name,
      ).toBe(true);
    }
    expect([...own.values()].join()).toContain(mark);
  });

  test('no mutation lets a stranger change what it lets the owner change', async ({
    system,
    model,
    database,
  }) => {
    const owner = await createOwner(system, model);
    const ids = await readAll(owner);
    const before = await rowsOf(database.pool());
    const strange = await askAll(await strangerOf(system), 'mutation', ids);
    for (const [operation, answer] of strange) expect(answer, operation).not.toContain(mark);
    const after = await rowsOf(database.pool());
    expect([...before].filter((row) => !after.has(row))).toEqual([]);

    for (const field of rootFields('mutation').filter(takesId)) {
      const operations = [...strange.keys()].map((text): WalkedOperation => JSON.parse(text));
      expect(
        await isAnsweredOtherwise(
          owner.client,
          operations.filter((operation) => operation.field === field.name),
          strange,
        ),
        field.name,
      ).toBe(true);
    }
  });

  test('no subscription sends a stranger the owner’s events', async ({ system, model }) => {
    const owner = await createOwner(system, model);
    const ids = await readAll(owner);
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
