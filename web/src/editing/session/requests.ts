import type { CanvasObject } from '../../scene/object.ts';
import type { EditInput } from './editInput.ts';

/** What a version changed: the objects that it touched, as they were before and after, under the server's ids. */
export type VersionChange = {
  number: number;
  before: readonly CanvasObject[];
  after: readonly CanvasObject[];
};

export type Direction = 'undo' | 'redo';

/** What a person asks for beside edits and the next undo or redo. */
export type CanvasCommand = { undo: number } | { undoJob: string } | { restore: number };

/**
 * What is sent to the server to change a canvas; plain data, which can wait in the browser's storage. `undoOf` is the
 * undo of the version that an earlier request of the same list makes, by its index. `undoNext` is the next undo or redo
 * by what the server holds when the request before it has arrived.
 */
export type CanvasRequest =
  | { edit: EditInput }
  | { undoOf: number }
  | { undoNext: Direction }
  | CanvasCommand;
