import { changedProperties } from '../../../../src/canvas/model/changes/changeSet.ts';
import { areLinesOf } from '../../../../src/canvas/model/wrapping/wrapText.ts';
import type {
  CanvasObjectPatch,
  NewCanvasObjectInput,
  UpdateCanvasObjectsInput,
} from '../../generated/graphql.ts';
import type { CanvasObject, Changes, Connector, Frame, Shape } from '../../scene/object.ts';
import { type ServerIds, toServer } from './localIds.ts';

/** An edit as it is sent, for any canvas. */
export type EditInput = Omit<UpdateCanvasObjectsInput, 'canvasId'>;

type Sending = { key: string; baseVersion: number };

/** Changes as the server takes them. */
export function editInput(changes: Changes, { key, baseVersion }: Sending, serverIds: ServerIds): EditInput {
  const id = (local: string) => toServer(local, serverIds);
  return {
    baseVersionNumber: baseVersion,
    idempotencyKey: key,
    add: changes.added.map((object) => newObject(object, id)),
    update: changes.updated.map(({ before, after }) => ({
      id: id(after.id),
      ...patchInput(patchBetween(before, after), id),
    })),
    delete: changes.deleted.map((object) => id(object.id)),
  };
}

type Rename = (local: string) => string;

function newObject(object: CanvasObject, id: Rename): NewCanvasObjectInput {
  switch (object.__typename) {
    case 'Frame':
      return { frame: newFrame(object, id) };
    case 'Shape':
      return { shape: newShape(object, id) };
    case 'Connector':
      return { connector: newConnector(object, id) };
  }
}

function newFrame({ __typename: _, parentId, ...frame }: Frame, id: Rename) {
  return { ...frame, id: id(frame.id), parentId: parentId && id(parentId) };
}

function newShape({ __typename: _, parentId, lines, ...shape }: Shape, id: Rename) {
  return {
    ...shape,
    id: id(shape.id),
    parentId: parentId && id(parentId),
    // Without lines the server wraps the text itself.
    ...(areLinesOf(lines, shape.text) ? { lines } : {}),
  };
}

function newConnector({ __typename: _, ...connector }: Connector, id: Rename) {
  return { ...connector, id: id(connector.id), fromId: id(connector.fromId), toId: id(connector.toId) };
}

type Editable<T> = Omit<T, '__typename' | 'id'>;
type Patch = Partial<Editable<Frame> & Editable<Shape> & Editable<Connector>>;

function patchBetween(before: CanvasObject, after: CanvasObject): Patch {
  const changed = new Set(changedProperties(before, after));
  return Object.fromEntries(Object.entries(after).filter(([property]) => changed.has(property)));
}

function patchInput(patch: Patch, id: Rename): Omit<CanvasObjectPatch, 'id'> {
  const { title, label, text, lines, parentId, fromId, toId, labelAt, ...rest } = patch;
  const words = title ?? text ?? (label === undefined ? undefined : (label ?? ''));
  return {
    ...rest,
    ...(words === undefined ? {} : { text: words }),
    ...(lines && (text === undefined || areLinesOf(lines, text)) ? { lines } : {}),
    ...(parentId === undefined ? {} : { parentId: parentId && id(parentId) }),
    ...(fromId === undefined ? {} : { fromId: id(fromId) }),
    ...(toId === undefined ? {} : { toId: id(toId) }),
    ...(labelAt ? { labelAt } : {}),
  };
}
