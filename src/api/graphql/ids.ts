import { decodeBase64, encodeBase64 } from '@pothos/core';
import { validate as isUuid } from 'uuid';

/** Kinds of things that have a global id. Objects of a canvas share one kind, whatever their type. */
export type IdKind = 'User' | 'Canvas' | 'CanvasJob' | 'CanvasObject';

export function encodeId(kind: IdKind, id: string): string {
  return encodeBase64(`${kind}:${id}`);
}

/** What a global id names. One that is malformed names nothing, like one of a thing that does not exist. */
export function decodeGlobalId(globalId: string): { typename: string; id: string } {
  const nothing = { typename: 'Nothing', id: globalId };
  let decoded: string;
  try {
    decoded = decodeBase64(globalId);
  } catch {
    return nothing;
  }
  const [typename, id, rest] = decoded.split(':');
  return typename && id && rest === undefined && isUuid(id) ? { typename, id } : nothing;
}

/** The database id in a global id of that kind, or null when it is none. */
export function decodeId(kind: IdKind, globalId: string): string | null {
  const { typename, id } = decodeGlobalId(globalId);
  return typename === kind ? id : null;
}
