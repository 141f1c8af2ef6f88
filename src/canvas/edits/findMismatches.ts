import type { FieldProblem } from '../../errors.ts';
import type { CanvasObject } from '../model/object.ts';
import { areLinesOf } from '../model/wrapping/wrapText.ts';
import type { NewObject, ObjectPatch, ReadableEdit } from './edit.ts';

const ofBoxes = ['x', 'y', 'width', 'height', 'parentId'] as const;
const ofShapes = ['lines', 'fontSize', 'shape'] as const;
const ofConnectors = [
  ...(['fromId', 'toId', 'points', 'labelAt', 'style', 'arrowhead', 'startArrowhead'] as const),
] as const;
const notOf = {
  FRAME: [...ofShapes, ...ofConnectors],
  SHAPE: ofConnectors,
  CONNECTOR: [...ofBoxes, ...ofShapes],
} as const;
const nouns = { FRAME: 'frame', SHAPE: 'shape', CONNECTOR: 'connector' } as const;

/** Kinds and texts of the objects that an edit may refer to. */
type Known = ReadonlyMap<string, { kind: CanvasObject['kind']; text?: string }>;

/**
 * Finds what does not match the objects of an edit: properties that an object does not have, parents that are not
 * frames, ends that are connectors, lines that differ from the text.
 * @param objects The objects that the editor showed, and the current ones.
 */
export function findMismatches(edit: ReadableEdit, objects: readonly CanvasObject[]): FieldProblem[] {
  const added = edit.add.filter((object) => object !== undefined);
  const known: Known = new Map([...objects, ...added].map((object) => [object.id, object]));
  return [
    ...edit.add.flatMap((object, index) => inAdded(object, ['add', String(index)], known)),
    ...edit.update.flatMap((patch, index) => inPatch(patch, ['update', String(index)], known)),
  ];
}

function inAdded(object: NewObject | undefined, path: string[], known: Known): FieldProblem[] {
  if (object === undefined) return [];
  if (object.kind === 'CONNECTOR') return endProblems(object, path, known);
  const parent = parentProblems(object.parentId, path, known);
  return object.kind === 'FRAME' ? parent : [...parent, ...lineProblems(object.lines, object.text, path)];
}

function inPatch(patch: ObjectPatch | undefined, path: string[], known: Known): FieldProblem[] {
  const object = patch && known.get(patch.id);
  if (patch === undefined || object === undefined) return [];
  const foreign = notOf[object.kind]
    .filter((property) => patch[property] !== undefined)
    .map((property) => mismatch([...path, property], `A ${nouns[object.kind]} has no such property.`));
  const lines = object.kind === 'SHAPE' ? lineProblems(patch.lines, patch.text ?? object.text, path) : [];
  const size = object.kind === 'FRAME' ? clearedSizeProblems(patch, path) : [];
  const ends = object.kind === 'CONNECTOR' ? endProblems(patch, path, known) : [];
  return [...foreign, ...parentProblems(patch.parentId, path, known), ...ends, ...lines, ...size];
}

function clearedSizeProblems(patch: ObjectPatch, path: string[]): FieldProblem[] {
  const cleared = (['width', 'height'] as const).filter((name) => patch[name] === null);
  const message = 'The size of a frame can’t be cleared: only that of a shape is computed.';
  return cleared.map((name) => ({ path: [...path, name], message, code: 'REQUIRED' }));
}

function parentProblems(id: string | null | undefined, path: string[], known: Known): FieldProblem[] {
  const parent = id ? known.get(id) : undefined;
  if (parent === undefined || parent.kind === 'FRAME') return [];
  const message = `A parent has to be a frame; this is a ${nouns[parent.kind]}.`;
  return [mismatch([...path, 'parentId'], message)];
}

function endProblems(
  connector: Pick<ObjectPatch, 'fromId' | 'toId'>,
  path: string[],
  known: Known,
): FieldProblem[] {
  const wrong = (['fromId', 'toId'] as const).filter(
    (end) => known.get(connector[end] ?? '')?.kind === 'CONNECTOR',
  );
  return wrong.map((end) =>
    mismatch([...path, end], 'A connector joins frames and shapes; this is a connector.'),
  );
}

function lineProblems(
  lines: string[] | null | undefined,
  text: string | undefined,
  path: string[],
): FieldProblem[] {
  if (!lines || text === undefined || areLinesOf(lines, text)) return [];
  return [mismatch([...path, 'lines'], 'The lines differ from the text.')];
}

const mismatch = (path: string[], message: string): FieldProblem => ({ path, message, code: 'MISMATCH' });
