import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import {
  type DocumentNode,
  type GraphQLInputObjectType,
  type GraphQLInterfaceType,
  type OperationDefinitionNode,
  parse,
  validate,
} from 'graphql';
import { describe, expect } from 'vitest';
import { schema } from '../../../src/api/schema.ts';
import { answerTo, type Block, isAlike, programName, readBlocks } from '../../support/guide.ts';
import { create, history, upTo } from '../../support/jobs.ts';
import { flowPlan, piecesOf } from '../../support/model/plans.ts';
import { startProxy } from '../../support/processes/proxy.ts';
import { type Answer, type Client, type System, test } from '../../support/system.ts';
import { secret } from '../../support/tokens.ts';

const root = join(import.meta.dirname, '../../..');
const guide = join(root, 'docs/api.md');
/** The address that the guide uses. */
const host = '127.0.0.1:4000';

const blocks = await readBlocks(guide);
const documents = blocks.filter(({ language }) => language === 'graphql');
const commands = blocks.filter(({ language }) => language === 'sh');
const programs = blocks.filter((block) => programName(block) !== undefined);

function operationOf(document: DocumentNode): OperationDefinitionNode {
  const [definition] = document.definitions;
  if (definition?.kind !== 'OperationDefinition') throw new Error('the block is no operation');
  return definition;
}

const rootFieldsOf = (document: DocumentNode) =>
  operationOf(document).selectionSet.selections.map((field) =>
    field.kind === 'Field' ? field.name.value : '',
  );

describe('the guide to the API', () => {
  test('has an example of every operation of the schema', () => {
    const shown = new Set(
      documents.flatMap(({ text }) => {
        const document = parse(text);
        const { operation } = operationOf(document);
        return rootFieldsOf(document).map((field) => `${operation} ${field}`);
      }),
    );
    const offered = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].flatMap(
      (type) => Object.keys(type?.getFields() ?? {}).map((field) => `${type?.name.toLowerCase()} ${field}`),
    );
    expect(offered.filter((operation) => !shown.has(operation))).toEqual([]);
  });

  test('names every error, every event and every condition of a filter', async () => {
    const text = await readFile(guide, 'utf8');
    const types = ['Error', 'JobEvent'].flatMap((name) =>
      schema.getPossibleTypes(schema.getType(name) as GraphQLInterfaceType).map((type) => type.name),
    );
    const conditions = ['JobFilter', 'CanvasFilter'].flatMap((name) =>
      Object.keys((schema.getType(name) as GraphQLInputObjectType).getFields()),
    );
    expect([...types, ...conditions].filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
  });
});

test('the guide for operators quotes operations that fit the schema', async () => {
  const text = await readFile(join(root, 'docs/operations.md'), 'utf8');
  const quotes = [...text.matchAll(/`([^`]* \{ [^`]* \})`/g)].map(([, quote = '']) => quote);
  expect(quotes.length).toBeGreaterThan(7);
  for (const quote of quotes) {
    const document = quote.startsWith('mutation ') ? quote : `{ ${quote} }`;
    expect(validate(schema, parse(document)), document).toEqual([]);
  }
});

describe('with the sketcher, as after `npm start`,', () => {
  test.override({ env: { OPENAI_BASE_URL: '' } });

  test('every operation of the guide works', async ({ system }) => {
    await system.startWorker();
    const done = await create(system.client, { instruction: 'sign up, verify email, choose plan' });
    await history(system.client, done.id);
    for (const block of documents) {
      const { text, line } = block;
      const document = parse(text);
      expect(validate(schema, document), `line ${line}`).toEqual([]);
      const [field = ''] = rootFieldsOf(document);
      const { operation } = operationOf(document);
      const variables = {
        jobId: await jobFor(field, system.client, done.id),
        canvasId: done.canvasId,
        after: null,
      };
      const used = Object.fromEntries(
        Object.entries(variables).filter(([name]) => text.includes(`$${name}`)),
      );
      const answers =
        operation === 'subscription'
          ? await follow(system.client, text, used)
          : [await system.client.send(text, used)];
      await system.client.send('mutation { resumeQueue { __typename } }');
      expect(answers.length, `line ${line}`).toBeGreaterThan(0);
      const shown = answerTo(block, blocks);
      if (shown !== null) {
        expect(isAlike(JSON.parse(shown), answers[0]), `line ${line}: ${JSON.stringify(answers[0])}`).toBe(
          true,
        );
      }
      for (const { data, errors } of answers) {
        expect(errors, `line ${line}`).toBeUndefined();
        for (const value of Object.values(data)) {
          expect(value, `line ${line}`).not.toBeNull();
          // An expected error shows its message, and nothing else has one.
          expect(value, `line ${line}`).not.toHaveProperty('message');
        }
      }
    }
  });

  test('every command of the guide works, with the response that the guide shows', async ({ system }) => {
    await system.startWorker();
    const { id } = await create(system.client, { instruction: 'sign up, verify email, choose plan' });
    await history(system.client, id);
    for (const block of commands) await runCommand(block, system, { JOB: id });
  });

  test('a canvas is exported as the guide shows it', async ({ system: { client } }) => {
    const shown = blocks.find(({ text }) => text.includes('"formatVersion": 2'))?.text ?? '';
    const { data } = await client.send(
      `mutation ($json: String!) { createCanvas(input: { json: $json }) {
        ... on CreateCanvasSuccess { canvas { export(format: JSON) { content } } }
      } }`,
      { json: shown },
    );
    const { content } = data.createCanvas.canvas.export;
    expect(isAlike(JSON.parse(shown), JSON.parse(content)), content).toBe(true);
  });
});

describe('with a secret for tokens', () => {
  test.override({ env: { JWT_SECRET: secret } });

  test('the command of the guide makes a token that is accepted', async ({ system }) => {
    const [command, ...others] = commands.filter(({ text }) => text.includes('JWT_SECRET'));
    expect(others).toEqual([]);
    const answer = await runCommand(command as Block, system);
    expect(answer).toMatchObject({ data: { viewer: { name: 'Ada', role: 'USER' } } });
  });
});

/** Runs a command of the guide, and checks its answer against the one that the guide shows. Gives the JSON answer. */
async function runCommand(block: Block, system: System, env: Record<string, string> = {}): Promise<unknown> {
  const { text, line } = block;
  const command = text.replaceAll(host, new URL(system.api.url).host);
  const { stdout } = await promisify(execFile)('bash', ['-c', command], {
    env: { ...process.env, JWT_SECRET: secret, ...env },
  });
  const shown = answerTo(block, blocks);
  expect(stdout.includes('"errors"'), `line ${line}: ${stdout}`).toBe(shown?.includes('"errors"') ?? false);
  if (command.includes('event-stream')) expect(stdout).toMatch(/event: complete\ndata:\s*$/);
  if (shown === null) return undefined;
  expect(isAlike(JSON.parse(shown), JSON.parse(stdout)), `line ${line}: ${stdout}`).toBe(true);
  return JSON.parse(stdout);
}

describe('a program of the guide that watches a job', () => {
  for (const program of programs) {
    const name = programName(program) ?? '';

    test(`sees every event once, though its connection breaks: ${name}`, async ({ system, model }) => {
      await system.startWorker();
      const { id } = await create(system.client, { instruction: 'a flow' });
      const pieces = piecesOf(flowPlan(9));
      const request = await model.nextRequest();
      request.sendText(pieces.slice(0, 4).join(''));
      const proxy = await startProxy(new URL(system.api.url));
      const running = await runProgram(program, proxy.host, id);
      await running.until('ObjectsGenerated');
      proxy.cut();
      request.sendText(pieces.slice(4).join(''));
      request.complete();
      expect(await running.exited, running.output()).toBe(0);
      const log = await history(system.client, id);
      const sequences = [...running.output().matchAll(/"sequence":(\d+)|^(\d+) /gm)].map((found) =>
        Number(found[1] ?? found[2]),
      );
      expect(sequences).toEqual(upTo(log.length));
      await proxy.stop();
    });

    test(`ends with an error when there is no such job: ${name}`, async ({ system }) => {
      const running = await runProgram(program, new URL(system.api.url).host, 'nonsense');
      expect(await running.exited).not.toBe(0);
    });
  }
});

/** The id of a job that is in a state in which the operation makes sense. */
async function jobFor(field: string, client: Client, completed: string): Promise<string> {
  if (!['cancelJob', 'retryJob', 'setJobPriority'].includes(field)) return completed;
  await client.send('mutation { pauseQueue(input: {}) { __typename } }');
  const { id } = await create(client, { instruction: 'a kanban', useCache: false });
  if (field === 'retryJob') {
    await client.send('mutation ($id: ID!) { cancelJob(input: { jobId: $id }) { __typename } }', { id });
  }
  return id;
}

/** What a subscription gives: all of it, or of one that never ends the first, once there is something to tell. */
async function follow(
  client: Client,
  document: string,
  variables: Record<string, unknown>,
): Promise<Answer[]> {
  const answers = client.follow(document, variables);
  if (document.includes('jobProgress')) return Array.fromAsync(answers);
  const first = answers.next();
  await expect
    .poll(async () => {
      await create(client, { instruction: 'a SWOT' });
      return Promise.race([
        first.then(() => true),
        new Promise((resolve) => setTimeout(resolve, 200, false)),
      ]);
    })
    .toBe(true);
  const { value } = await first;
  await answers.return?.();
  return [value];
}

type Running = {
  output(): string;
  /** Resolves once the program has written the text. */
  until(text: string): Promise<void>;
  /** The exit code. */
  exited: Promise<number | null>;
};

/** Saves a program under its name and runs it as a person would, with the id of a job. */
async function runProgram(program: Block, address: string, jobId: string): Promise<Running> {
  const folder = await mkdtemp(join(tmpdir(), 'collabcanvas-guide-'));
  const file = join(folder, programName(program) ?? '');
  await writeFile(file, program.text.replaceAll(host, address));
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  const child: ChildProcess = spawn(file.endsWith('.sh') ? 'bash' : process.execPath, [file, jobId], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const wrote = () => once(child.stdout ?? child, 'data');
  child.stdout?.on('data', (chunk) => {
    output += chunk;
  });
  const exited = once(child, 'close').then(async ([code]) => {
    await rm(folder, { recursive: true });
    return code as number | null;
  });
  return {
    output: () => output,
    async until(text) {
      while (!output.includes(text))
        await Promise.race([wrote(), exited.then(() => Promise.reject(new Error(output)))]);
    },
    exited,
  };
}
