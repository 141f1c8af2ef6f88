import type { Page } from 'playwright-core';
import type { Point } from '../../../src/canvas/model/geometry.ts';

/** An object as the API gives it; which properties there are depends on its kind. */
export type SavedObject = {
  __typename: 'Frame' | 'Shape' | 'Connector';
  id: string;
  locked: boolean;
  parentId?: string | null;
  x?: number;
  y?: number;
  width?: number;
  height?: number;
  title?: string;
  text?: string;
  lines?: string[];
  shape?: string;
  color: string;
  fromId?: string;
  toId?: string;
  label?: string | null;
  points?: Point[];
};

export type SavedCanvas = {
  id: string;
  title: string;
  versionNumber: number;
  deletedAt: string | null;
  objects: SavedObject[];
};

const document = `query ($id: ID!) {
  canvas(id: $id) {
    id title versionNumber deletedAt
    objects {
      __typename id zIndex locked
      ... on Frame { parentId x y width height title color }
      ... on Shape { parentId x y width height shape text lines fontSize color }
      ... on Connector { fromId toId points { x y } label labelAt { x y } style color arrowhead startArrowhead }
    }
  }
}`;

/** The canvas that a page shows, as the server has it. */
export async function savedCanvas(page: Page): Promise<SavedCanvas> {
  const { origin, pathname } = new URL(page.url());
  const id = decodeURIComponent(pathname.slice('/c/'.length));
  const response = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: document, variables: { id } }),
  });
  const { data } = (await response.json()) as { data: { canvas: SavedCanvas } };
  return data.canvas;
}

/** The object with a text, which has to be there. */
export async function savedObject(page: Page, text: string): Promise<SavedObject> {
  const { objects } = await savedCanvas(page);
  const found = objects.find((object) => object.text === text || object.title === text);
  if (!found) throw new Error(`There is no “${text}” on the canvas.`);
  return found;
}
