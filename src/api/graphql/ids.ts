import { decodeBase64, encodeBase64 } from '@pothos/core';
import { validate as isUuid } from 'uuid';
import { InputValidationError } from '../../errors.ts';

/** Kinds of global ids. Frames, shapes and connectors share one. */
export type IdKind = 'User' | 'Canvas' | 'CanvasVersion' | 'CanvasJob' | 'CanvasObject' | 'Worker';

export function encodeId(kind: IdKind, id: string): string {
  return encodeBase64(`${kind}:${id}`);
}

/** Decodes a global id. A malformed one decodes to a type that does not exist. */
export function decodeGlobalId(globalId: string): { typename: string; id: string } {
  const nothing = { typename: 'Nothing', id: globalId };
  let decoded: string;
  try {
    decoded = decodeBase64(globalId);
  } catch {
    return nothing;
  }
  const [typename, id, rest] = decoded.split(':');
  return typename && id && rest === undefined && isIdOf(typename, id) ? { typename, id } : nothing;
}

/** UUIDs are ids, and for versions the UUID of the canvas with their number. */
function isIdOf(typename: string, id: string): boolean {
  if (typename !== 'CanvasVersion') return isUuid(id);
  const [canvasId, number = '', rest] = id.split('.');
  return isUuid(canvasId) && /^[1-9]\d{0,8}$/.test(number) && rest === undefined;
}

/** The database id in a global id of that kind, or null. */
export function decodeId(kind: IdKind, globalId: string): string | null {
  const { typename, id } = decodeGlobalId(globalId);
  return typename === kind ? id : null;
}

/** @throws InputValidationError A filter's id is malformed, or of another kind. */
export function decodeFilterId(kind: 'User' | 'Canvas', field: string, globalId: string): string {
  const id = decodeId(kind, globalId);
  if (id !== null) return id;
  const message = `This is not the id of a ${kind.toLowerCase()}: give the \`id\` of a \`${kind}\`.`;
  throw new InputValidationError([{ path: ['filter', field], message, code: 'INVALID_ID' }]);
}
