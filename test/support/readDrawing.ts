import { expect } from 'vitest';
import type { Client } from './system.ts';

/** Title and objects of a canvas, with indexes instead of ids: canvases that look the same are equal. */
export async function readDrawing(client: Client, canvasId: string) {
  const { data, errors } = await client.send(
    `query Drawing($id: ID!) { canvas(id: $id) { title objects {
      __typename id zIndex
      ... on Frame { title x y width height color parentId }
      ... on Shape { shape text x y width height color parentId }
      ... on Connector { label points { x y } style color fromId toId }
    } } }`,
    { id: canvasId },
  );
  expect(errors).toBeUndefined();
  const { title, objects } = data.canvas;
  const places = new Map<string, number>(objects.map(({ id }: { id: string }, place: number) => [id, place]));
  const json = JSON.stringify(objects, (_key, value) => places.get(value) ?? value);
  return { title, objects: JSON.parse(json) };
}
