import { v5 as uuidOf } from 'uuid';

/** Any namespace: ids of added objects only have to be the same each time. */
const namespace = '8f0c3f60-3c35-4f7e-9f43-52a3f5d0c1a7';

/** The id of an object that the layout adds to another one: the same diagram gives the same ids. */
export function addedId(id: string, what: string): string {
  return uuidOf(`${id} ${what}`, namespace);
}
