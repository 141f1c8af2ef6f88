import { expect } from 'vitest';
import type { Client } from './system.ts';

/** What tests ask of canvases, in the words of a client. */

const objectFields = `
  __typename id zIndex locked
  ... on Frame { parentId x y width height title color }
  ... on Shape { parentId x y width height shape text lines fontSize color }
  ... on Connector { fromId toId points { x y } label labelAt { x y } style color arrowhead startArrowhead }`;

/** The canvas with all of its objects and versions. */
export async function readCanvas(client: Client, id: string) {
  const { data, errors } = await client.send(
    `query ($id: ID!) { canvas(id: $id) {
      id title versionNumber objectCount deletedAt removalAt
      objects { ${objectFields} createdByJob { id } }
      versions(first: 100) { totalCount edges { node {
        number kind sourceNumber undoneBy { number } addedCount updatedCount deletedCount objectCount job { id } createdBy { name }
      } } }
    } }`,
    { id },
  );
  expect(errors).toBeUndefined();
  return data.canvas;
}

/** The objects of a canvas in one of its versions. */
export async function readObjectsAt(client: Client, id: string, number: number) {
  const { data, errors } = await client.send(
    `query ($id: ID!, $number: Int!) { canvas(id: $id) { versionAt(number: $number) {
      objects { ${objectFields} createdByJob { id } }
    } } }`,
    { id, number },
  );
  expect(errors).toBeUndefined();
  return data.canvas.versionAt?.objects;
}

/** Sends one of the mutations of canvases; gives its result, whatever it is. */
export async function change(client: Client, mutation: string, input: Record<string, unknown>) {
  const type = mutation[0]?.toUpperCase() + mutation.slice(1);
  const { data, errors } = await client.send(
    `mutation ($input: ${type}Input!) { ${mutation}(input: $input) {
      __typename
      ... on ${type}Success { canvas { id title versionNumber } ${versioned.includes(mutation) ? committed : ''} ${mutation === 'updateCanvasObjects' ? ofEdits : ''} }
      ... on Error { message }
    } }`,
    { input },
  );
  expect(errors).toBeUndefined();
  return data[mutation];
}

const versioned = [
  'updateCanvasObjects',
  'lockCanvasObjects',
  'undoCanvasJob',
  'undoCanvasVersion',
  'restoreCanvasVersion',
];
const ofEdits = 'createdIds { clientId objectId } replayed';
const committed = 'version { number kind } conflicts { objectId reason aspects message object { id } }';
