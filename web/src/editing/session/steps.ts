import type { Changes } from '../../scene/object.ts';
import type { CanvasCommand, Direction } from './requests.ts';

/**
 * What is reverted: a version, the version that an earlier step will have made, or the next one by what the server
 * holds when the steps before have arrived.
 */
export type StepTarget =
  | { kind: 'version'; number: number }
  | { kind: 'step'; id: number }
  | { kind: 'next' };

/** Something that a person has done, as one step of their undo history. `changes` is what it does to what is shown. */
export type Step = { id: number; changes: Changes } & (
  | {
      kind: 'edit';
      /** Changes that belong to one gesture have the same number. */
      gesture: number;
      /** Whether further presses of arrow keys may follow, which belong to the same gesture. */
      isNudge?: boolean | undefined;
      /** Key under which the server saves it once, however often it is sent. */
      key: string;
      /** The version that it was made on. */
      baseVersion: number;
    }
  | { kind: 'revert'; direction: Direction; target: StepTarget }
  | { kind: 'command'; command: CanvasCommand }
);

type Versions = { undoable: number | null; redoable: number | null };

/**
 * The version to revert next by what the server holds; null when there is none, or it is not one that the person has
 * seen: one step further back is always an older version than the one reverted last, a newer one came from elsewhere.
 */
export function nextVersion(
  { undoable, redoable }: Versions,
  direction: Direction,
  lastReverted: number | null,
): number | null {
  const number = direction === 'undo' ? undoable : redoable;
  return number !== null && lastReverted !== null && number > lastReverted ? null : number;
}

/** What the next undo or redo is about, after the steps that have not arrived; null when there is nothing. */
export function nextTarget(
  { undoable, redoable }: Versions,
  steps: readonly Step[],
  direction: Direction,
): StepTarget | null {
  let undo = stackOn(undoable);
  let redo = stackOn(redoable);
  for (const step of steps) {
    const own: StepTarget = { kind: 'step', id: step.id };
    if (step.kind === 'edit') {
      undo = [...undo, own];
      redo = [];
    } else if (step.kind === 'command') {
      undo = UNKNOWN;
      redo = UNKNOWN;
    } else if (step.direction === 'undo') {
      undo = popped(undo);
      redo = [...redo, own];
    } else {
      redo = popped(redo);
      undo = [...undo, own];
    }
  }
  return (direction === 'undo' ? undo : redo).at(-1) ?? null;
}

const UNKNOWN: readonly StepTarget[] = [{ kind: 'next' }];

/** The server names the newest one; whether there are more below is known when that is reverted. */
const stackOn = (number: number | null): readonly StepTarget[] =>
  number === null ? [] : [...UNKNOWN, { kind: 'version', number }];

const popped = (stack: readonly StepTarget[]): readonly StepTarget[] =>
  stack.at(-1)?.kind === 'next' ? stack : stack.slice(0, -1);
