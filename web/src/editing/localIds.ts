import { withIds } from '../../../src/canvas/model/replaceIds.ts';
import type { CanvasObject } from '../canvas/object.ts';

/**
 * Ids of objects as the server knows them, by their ids here. Only those that differ: an object that was drawn
 * here keeps the id that the editor gave it, so that the editor's selection and what is being drawn stay as they are.
 */
export type ServerIds = ReadonlyMap<string, string>;

/** Marks the id of an object of the server's whose own one is taken here. */
const TAKEN = '~';

/** Objects as the server gives them, under their ids here. */
export function toLocal<T extends CanvasObject>(objects: readonly T[], serverIds: ServerIds): readonly T[] {
  if (serverIds.size === 0) return objects;
  const local = new Map([...serverIds].map(([here, there]) => [there, here]));
  const rename = (id: string) => local.get(id) ?? (serverIds.has(id) ? `${id}${TAKEN}` : id);
  return objects.map((object) => withIds(object, rename));
}

/** The server's id of an object; of a new one, the UUID that it is sent with. */
export function toServer(id: string, serverIds: ServerIds): string {
  return serverIds.get(id) ?? (id.endsWith(TAKEN) ? id.slice(0, -TAKEN.length) : id);
}

/**
 * The ids that the server has given to objects that were added: it tells them apart from others by their kind, their
 * place in the drawing order, which is their own, and where they are.
 */
export function recognise(
  added: readonly CanvasObject[],
  saved: readonly CanvasObject[],
  serverIds: ServerIds,
): ServerIds {
  const known = new Map(serverIds);
  const boxesFirst = [...added].sort((a, b) => Number(isConnector(a)) - Number(isConnector(b)));
  for (const object of boxesFirst) {
    const match = saved.find((candidate) => isThe(object, candidate, known));
    if (match) known.set(object.id, match.id);
  }
  return known;
}

const isConnector = (object: CanvasObject) => object.__typename === 'Connector';

function isThe(object: CanvasObject, candidate: CanvasObject, known: ServerIds): boolean {
  if (candidate.zIndex !== object.zIndex) return false;
  if (object.__typename === 'Connector') {
    if (candidate.__typename !== 'Connector') return false;
    const [from, to] = [toServer(object.fromId, known), toServer(object.toId, known)];
    return candidate.fromId === from && candidate.toId === to;
  }
  if (candidate.__typename !== object.__typename) return false;
  const { x, y, width, height } = object;
  return candidate.x === x && candidate.y === y && candidate.width === width && candidate.height === height;
}
