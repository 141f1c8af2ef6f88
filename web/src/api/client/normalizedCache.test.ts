import { Client, fetchExchange } from 'urql';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { normalizedCache } from './normalizedCache.ts';
import { refreshLists } from './refreshLists.ts';

const onShape = '__typename id ... on Shape { text }';
const documents = {
  list: '{ canvases { edges { node { id title versionNumber } } } }',
  page: `{ canvas(id: "1") { id versionNumber objects { ${onShape} } } }`,
  version: `{ canvas(id: "1") { id versionAt(number: 1) { objects { ${onShape} } } } }`,
  rename: 'mutation { renameCanvas(input: {}) { ... on RenameCanvasSuccess { canvas { id title } } } }',
  update:
    'mutation { updateCanvasObjects(input: {}) { ... on UpdateCanvasObjectsSuccess { version { number } } } }',
};

const canvas = (fields: object) => ({ __typename: 'Canvas', id: '1', ...fields });
const objects = (text: string) => [{ __typename: 'Shape', id: 's', text }];
const pageAnswer = (versionNumber: number, text: string) => ({
  canvas: canvas({ versionNumber, objects: objects(text) }),
});
const listAnswer = (versionNumber: number, title: string) => ({
  canvases: {
    __typename: 'CanvasConnection',
    edges: [{ __typename: 'CanvasEdge', node: canvas({ title, versionNumber }) }],
  },
});
const renameAnswer = {
  renameCanvas: { __typename: 'RenameCanvasSuccess', canvas: canvas({ title: 'New' }) },
};
const updateAnswer = { updateCanvasObjects: { __typename: 'NotFoundError' } };

/** What the server answers next; a request without an answer waits. */
let answers: object[] = [];
let requests: string[] = [];
let client: Client;
const stops: (() => void)[] = [];

beforeEach(() => {
  [answers, requests] = [[], []];
  client = new Client({
    url: 'http://server/graphql',
    preferGetMethod: false,
    requestPolicy: 'cache-and-network',
    fetch: async (_url, init) => {
      requests.push((JSON.parse(String(init?.body)) as { query: string }).query);
      const data = answers.shift();
      return data ? Response.json({ data }) : new Promise<Response>(() => undefined);
    },
    exchanges: [refreshLists, normalizedCache(), fetchExchange],
  });
});
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

/** Uses a query as a page does. Returns its latest data. */
function use(document: string): () => object | undefined {
  let latest: object | undefined;
  const { unsubscribe } = client.query(document, {}).subscribe(({ data }) => {
    latest = data;
  });
  stops.push(unsubscribe);
  return () => latest;
}

async function read(document: string, answer: object): Promise<() => object | undefined> {
  answers.push(answer);
  const latest = use(document);
  await expect.poll(latest).toBeTruthy();
  return latest;
}

test('a new title is shown wherever the canvas appears, and lists of canvases are read again', async () => {
  const list = await read(documents.list, listAnswer(1, 'Old'));
  answers.push(renameAnswer);
  await client.mutation(documents.rename, {}).toPromise();
  expect(list()).toMatchObject({ canvases: { edges: [{ node: { title: 'New' } }] } });
  await expect.poll(() => requests.filter((text) => text.includes('canvases')).length).toBe(2);
});

test('a mutation that changes no list leaves the queries in use alone', async () => {
  await read(documents.list, listAnswer(1, 'Old'));
  answers.push(updateAnswer);
  await client.mutation(documents.update, {}).toPromise();
  expect(requests).toHaveLength(2);
});

test('queries that are not in use are not repeated', async () => {
  await read(documents.list, listAnswer(1, 'Old'));
  stops.pop()?.();
  answers.push(renameAnswer);
  await client.mutation(documents.rename, {}).toPromise();
  expect(requests).toHaveLength(2);
});

test('an object has other contents in an earlier version', async () => {
  const page = await read(documents.page, pageAnswer(2, 'now'));
  await read(documents.version, {
    canvas: canvas({ versionAt: { __typename: 'CanvasVersion', objects: objects('then') } }),
  });
  expect(page()).toMatchObject({ canvas: { objects: [{ text: 'now' }] } });
});

test('objects are never shown with the number of a version that they are not of', async () => {
  await read(documents.page, pageAnswer(1, 'first'));
  stops.pop()?.();
  expect(use(documents.page)()).toMatchObject({ canvas: { versionNumber: 1, objects: [{ text: 'first' }] } });
  stops.pop()?.();
  await read(documents.list, listAnswer(2, 'A'));
  expect(use(documents.page)()).toBeUndefined();
});
