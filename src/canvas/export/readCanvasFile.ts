import { v4 as uuid } from 'uuid';
import { type FieldProblem, type FieldProblemCode, InputValidationError } from '../../errors.ts';
import { problemsOf } from '../../validation/problemsOf.ts';
import { replaceIds } from '../model/changes/replaceIds.ts';
import { middleOf } from '../model/geometry.ts';
import { maxObjectsPerCanvas } from '../model/limits.ts';
import type { CanvasObject } from '../model/object.ts';
import { canvasFile, type FileObject, fileHead } from './canvasFile.ts';

/** `title` is undefined when the file has none. */
export type ReadCanvas = { title: string | undefined; objects: CanvasObject[] };

/** Problems that are reported at most. */
const maxProblems = 50;

/**
 * Reads an exported canvas of any format version. Every object gets a new id.
 * @throws InputValidationError With the paths within the file.
 */
export function readCanvasFile(json: string): ReadCanvas {
  const content = parse(json);
  refuse(problemsOf(fileHead.safeParse(content).error));
  const { data, error } = canvasFile.safeParse(shortened(content));
  if (data === undefined) throw refusal(problemsOf(error));
  refuse(findProblems(data.objects));
  return { title: data.title, objects: replaceIds(data.objects.map(withLabelPlace), uuid) };
}

function parse(json: string): unknown {
  try {
    // Some editors begin a file with a byte order mark.
    return JSON.parse(json.replace(/^\uFEFF/, ''));
  } catch (error) {
    const reason = error instanceof Error ? error.message : '';
    throw refusal([
      {
        path: [],
        message: `This is not valid JSON: ${reason.toWellFormed().slice(0, 200)}.`,
        code: 'INVALID',
      },
    ]);
  }
}

/** With one object more than the limit at most, which bounds the work. */
function shortened(content: unknown): unknown {
  const { title, objects } = content as { title?: unknown; objects?: unknown };
  return { title, objects: Array.isArray(objects) ? objects.slice(0, maxObjectsPerCanvas + 1) : objects };
}

function refuse(problems: FieldProblem[]): void {
  if (problems.length > 0) throw refusal(problems);
}

function refusal(problems: FieldProblem[]): InputValidationError {
  return new InputValidationError(
    problems.slice(0, maxProblems).map((found) => ({ ...found, path: ['json', ...found.path] })),
  );
}

/** What is wrong with the objects together: repeated ids, and references that lead nowhere or in a circle. */
function findProblems(objects: readonly FileObject[]): FieldProblem[] {
  const known = new Map<string, FileObject>();
  const problems: FieldProblem[] = [];
  for (const [index, object] of objects.entries()) {
    if (known.has(object.id)) problems.push(at(index, 'id', 'Another object has this id.', 'DUPLICATE_ID'));
    known.set(object.id, object);
  }
  for (const [index, object] of objects.entries()) {
    if (object.kind === 'CONNECTOR') problems.push(...endProblems(object, index, known));
    else problems.push(...parentProblems(object, index, known));
    if (object.kind === 'SHAPE' && bare(object.lines.join('')) !== bare(object.text)) {
      problems.push(at(index, 'lines', 'The lines differ from the text.', 'MISMATCH'));
    }
  }
  return problems;
}

type Known = ReadonlyMap<string, FileObject>;
type FileConnector = Extract<FileObject, { kind: 'CONNECTOR' }>;
type FileBox = Exclude<FileObject, FileConnector>;

function endProblems(connector: FileConnector, index: number, known: Known): FieldProblem[] {
  return (['fromId', 'toId'] as const).flatMap((end) => {
    const object = known.get(connector[end]);
    if (object === undefined) return [at(index, end, 'There is no object with this id.', 'NOT_FOUND')];
    if (object.kind !== 'CONNECTOR') return [];
    return [at(index, end, 'A connector joins frames and shapes, not connectors.', 'MISMATCH')];
  });
}

function parentProblems({ parentId }: FileBox, index: number, known: Known): FieldProblem[] {
  const seen = new Set<string>();
  for (let id = parentId; id !== null; ) {
    const parent = known.get(id);
    if (parent === undefined) {
      return seen.size === 0 ? [at(index, 'parentId', 'There is no object with this id.', 'NOT_FOUND')] : [];
    }
    if (parent.kind !== 'FRAME') {
      return seen.size === 0 ? [at(index, 'parentId', 'A parent has to be a frame.', 'MISMATCH')] : [];
    }
    if (seen.has(id)) return [at(index, 'parentId', 'The frame is within itself.', 'MISMATCH')];
    seen.add(id);
    id = parent.parentId;
  }
  return [];
}

/** A connector has a place for its label exactly when it has a label. */
function withLabelPlace(object: FileObject): CanvasObject {
  if (object.kind !== 'CONNECTOR') return object;
  const label = object.label || null;
  const labelAt = label === null ? null : (object.labelAt ?? middleOf(object.points));
  return { ...object, label, labelAt };
}

function at(index: number, field: string, message: string, code: FieldProblemCode): FieldProblem {
  return { path: ['objects', String(index), field], message, code };
}

const bare = (text: string) => text.replace(/\s/gu, '');
