import { validate as isUuid } from 'uuid';
import { z } from 'zod';
import type { FieldProblem, FieldProblemCode } from '../../errors.ts';
import { problem, problemsOf } from '../../validation/problemsOf.ts';
import { maxObjectsPerEdit } from '../model/limits.ts';
import { connector, frame, objectColor, point, shape, shapeKind } from '../model/object.ts';
import { farthest, fontSize, lines, size, text } from '../validation/objectFields.ts';

export const tooManyObjects = `One edit holds at most ${maxObjectsPerEdit.toLocaleString('en')} objects.`;

const pixels = z
  .number()
  .min(-farthest, 'This lies outside of the canvas: −1,000,000 to 1,000,000 pixels.')
  .max(farthest, 'This lies outside of the canvas: −1,000,000 to 1,000,000 pixels.');
const id = z
  .string()
  .refine((value) => isUuid(value), problem('INVALID_ID', 'This is not the id of an object.'));
const newId = z
  .string()
  .toLowerCase()
  .refine(
    (value) => isUuid(value),
    problem('INVALID_ID', 'The id of a new object is a UUID of your own, such as crypto.randomUUID() gives.'),
  );
const zIndex = z.number().int();
const points = z
  .array(z.object({ x: pixels, y: pixels }))
  .min(2, 'A connector has at least two points.')
  .max(200, 'A connector has at most 200 points.');

/** A field with a default for null, and for when it is left out. */
const withDefault = <T extends z.ZodType>(schema: T, value: z.output<T>) =>
  schema.nullish().transform((given) => given ?? value);
/** A field that the server fills in. */
const computed = <T extends z.ZodType>(schema: T) => schema.nullish().transform((given) => given ?? null);

const defaults = {
  text: '',
  color: 'neutral',
  fontSize: 16,
  shape: 'RECTANGLE',
  style: 'SOLID',
  frame: { width: 480, height: 320 },
} as const;

const newObjectFields = {
  id: newId,
  color: withDefault(objectColor, defaults.color),
  zIndex: computed(zIndex),
  locked: withDefault(z.boolean(), false),
};
const newBoxFields = { ...newObjectFields, x: pixels, y: pixels, parentId: computed(id) };

const newObject = z.discriminatedUnion('kind', [
  z.object({
    ...newBoxFields,
    kind: frame.shape.kind,
    width: withDefault(size, defaults.frame.width),
    height: withDefault(size, defaults.frame.height),
    title: withDefault(text, defaults.text),
  }),
  z.object({
    ...newBoxFields,
    kind: shape.shape.kind,
    width: computed(size),
    height: computed(size),
    shape: withDefault(shapeKind, defaults.shape),
    text: withDefault(text, defaults.text),
    lines: computed(lines),
    fontSize: withDefault(fontSize, defaults.fontSize),
  }),
  z.object({
    ...newObjectFields,
    kind: connector.shape.kind,
    fromId: id,
    toId: id,
    points: computed(points),
    label: computed(text),
    labelAt: computed(point),
    style: withDefault(connector.shape.style, defaults.style),
    arrowhead: withDefault(z.boolean(), true),
    startArrowhead: withDefault(z.boolean(), false),
  }),
]);
export type NewObject = z.infer<typeof newObject>;

/** A field that can be left out, but not cleared. */
const kept = <T extends z.ZodType>(schema: T) =>
  schema.nullish().transform((value, context) => {
    if (value !== null) return value;
    const message = 'This can’t be cleared. Leave the field out to keep its value.';
    context.addIssue({ code: 'custom', message, params: { code: 'REQUIRED' satisfies FieldProblemCode } });
    return z.NEVER;
  });

/** A field that null sets back to a value. */
const cleared = <T extends z.ZodType>(schema: T, value: z.output<T>) =>
  schema.nullish().transform((given) => (given === null ? value : given));

/** New values of an object's properties; undefined ones stay, and null ones are computed by the server. */
const patch = z.object({
  id,
  x: kept(pixels),
  y: kept(pixels),
  width: size.nullish(),
  height: size.nullish(),
  parentId: id.nullish(),
  text: cleared(text, defaults.text),
  lines: lines.nullish(),
  fontSize: kept(fontSize),
  shape: kept(shapeKind),
  color: cleared(objectColor, defaults.color),
  fromId: kept(id),
  toId: kept(id),
  points: points.nullish(),
  labelAt: z.object({ x: pixels, y: pixels }).nullish(),
  style: kept(connector.shape.style),
  arrowhead: kept(z.boolean()),
  startArrowhead: kept(z.boolean()),
  zIndex: kept(zIndex),
  locked: kept(z.boolean()),
});
export type ObjectPatch = z.infer<typeof patch>;

export const edit = z.object({
  add: z.array(newObject).max(maxObjectsPerEdit, tooManyObjects),
  update: z.array(patch).max(maxObjectsPerEdit, tooManyObjects),
  delete: z.array(id).max(maxObjectsPerEdit, tooManyObjects),
});

/** An edit of a canvas. Ids are database ids. */
export type Edit = z.infer<typeof edit>;
export type UncheckedEdit = z.input<typeof edit>;

/** The valid parts of an edit, at their indexes; invalid ones are undefined. */
export type ReadableEdit = { add: (NewObject | undefined)[]; update: (ObjectPatch | undefined)[] };

/** The edit, or null if anything is invalid; every problem; and the valid parts, for further checks. */
export type CheckedEdit = { edit: Edit | null; readable: ReadableEdit; problems: FieldProblem[] };

/** Validates everything that can be validated without the canvas. */
export function checkEdit(given: UncheckedEdit): CheckedEdit {
  // One more than the limit, which bounds the work and the number of problems.
  const unchecked = {
    add: given.add.slice(0, maxObjectsPerEdit + 1),
    update: given.update.slice(0, maxObjectsPerEdit + 1),
    delete: given.delete.slice(0, maxObjectsPerEdit + 1),
  };
  const result = edit.safeParse(unchecked);
  const problems = [...problemsOf(result.error), ...repeatedIds(unchecked)];
  if (result.success) {
    return { edit: problems.length === 0 ? result.data : null, readable: result.data, problems };
  }
  const readable = {
    add: unchecked.add.map((object) => newObject.safeParse(object).data),
    update: unchecked.update.map((one) => patch.safeParse(one).data),
  };
  return { edit: null, readable, problems };
}

function repeatedIds({ add, update, delete: deleted }: UncheckedEdit): FieldProblem[] {
  const named = [
    ...add.map((object, index) => ({ id: object.id, path: ['add', String(index), 'id'] })),
    ...update.map((object, index) => ({ id: object.id, path: ['update', String(index), 'id'] })),
    ...deleted.map((id, index) => ({ id, path: ['delete', String(index)] })),
  ];
  const seen = new Set<string>();
  return named.flatMap(({ id, path }) => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [{ path, message: 'This object is named more than once.', code: 'DUPLICATE_ID' }];
  });
}
