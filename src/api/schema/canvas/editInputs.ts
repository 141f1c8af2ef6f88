import type { UncheckedEdit } from '../../../canvas/edits/edit.ts';
import { maxTextLength } from '../../../canvas/model/limits.ts';
import { InputValidationError } from '../../../errors.ts';
import { builder, type InputFields } from '../../graphql/builder.ts';
import { decodeId } from '../../graphql/ids.ts';
import { ConnectorStyle, ObjectColor, ShapeKind } from './objects.ts';

const idNote = 'A UUID of your own (`crypto.randomUUID()`). Idempotent: the same one adds the object once.';
const refNote = 'Id of an object, or the UUID of one that is added with it.';

const PointInput = builder.inputType('PointInput', {
  description: 'A point, in pixels.',
  fields: (t) => ({
    x: t.float({ required: true, description: 'To the right.' }),
    y: t.float({ required: true, description: 'Downwards.' }),
  }),
});

/** Fields of every object that is added. */
const newObjectFields = (t: InputFields) => ({
  id: t.id({ required: true, description: idNote }),
  ...commonFields(t),
});

/** Fields of every object. */
const commonFields = (t: InputFields) => ({
  color: t.field({ type: ObjectColor, description: 'Colour. Default: neutral.' }),
  zIndex: t.int({ description: 'Drawing order. Default: in front.' }),
  locked: t.boolean({
    description: 'Whether it is locked. A locked object is changed by a patch only if that unlocks it.',
  }),
});

/** Fields of frames and shapes. */
const boxFields = <Required extends boolean>(t: InputFields, required: Required) => ({
  x: t.float({ required, description: 'Left edge.' }),
  y: t.float({ required, description: 'Upper edge.' }),
  parentId: t.id({ description: `The frame around it; null: none. ${refNote}` }),
});

const sizeFields = (t: InputFields, note: string) => ({
  width: t.float({ description: `Width. ${note}` }),
  height: t.float({ description: `Height. ${note}` }),
});

const shapeFields = (t: InputFields) => ({
  shape: t.field({ type: ShapeKind, description: 'Outline. Default: a rectangle.' }),
  lines: t.stringList({ description: 'The wrapped text. Default: wrapped as the web app draws it.' }),
  fontSize: t.float({ description: 'Size of the text. Default: 16.' }),
});

const connectorFields = <Required extends boolean>(t: InputFields, required: Required) => ({
  fromId: t.id({ required, description: `The object that it starts at. ${refNote}` }),
  toId: t.id({ required, description: `The object that it ends at. ${refNote}` }),
  points: t.field({
    type: [PointInput],
    description:
      'Its path, from outline to outline; at least two points. Default: from side to side, around the shapes ' +
      'between its ends (of up to 50 connectors in one edit).',
  }),
  labelAt: t.field({
    type: PointInput,
    description: 'Centre of the label. Default: the middle of the path.',
  }),
  style: t.field({ type: ConnectorStyle, description: 'How it is drawn. Default: a solid line.' }),
  arrowhead: t.boolean({ description: 'Whether it ends in an arrowhead. Default: true.' }),
  startArrowhead: t.boolean({ description: 'Whether it starts with an arrowhead. Default: false.' }),
});

const NewFrameInput = builder.inputType('NewFrameInput', {
  description: 'A frame to add.',
  fields: (t) => ({
    ...newObjectFields(t),
    ...boxFields(t, true),
    ...sizeFields(t, 'Default: 480 × 320 pixels.'),
    title: t.string({ description: `Heading: plain text, at most ${maxTextLength} characters.` }),
  }),
});

const NewShapeInput = builder.inputType('NewShapeInput', {
  description: 'A shape to add.',
  fields: (t) => ({
    ...newObjectFields(t),
    ...boxFields(t, true),
    ...sizeFields(t, 'Default: what the text needs.'),
    ...shapeFields(t),
    text: t.string({ description: `Plain text, at most ${maxTextLength} characters.` }),
  }),
});

const NewConnectorInput = builder.inputType('NewConnectorInput', {
  description: 'A connector to add.',
  fields: (t) => ({
    ...newObjectFields(t),
    ...connectorFields(t, true),
    label: t.string({ description: `Plain text, at most ${maxTextLength} characters.` }),
  }),
});

const NewCanvasObjectInput = builder.inputType('NewCanvasObjectInput', {
  description: 'An object to add: exactly one of the fields.',
  isOneOf: true,
  fields: (t) => ({
    frame: t.field({ type: NewFrameInput, description: 'A frame.' }),
    shape: t.field({ type: NewShapeInput, description: 'A shape.' }),
    connector: t.field({ type: NewConnectorInput, description: 'A connector.' }),
  }),
});

const CanvasObjectPatch = builder.inputType('CanvasObjectPatch', {
  description:
    'Changes of an object. Fields that are left out keep their values. Null clears `parentId`, `text` and `color`, and ' +
    'lets the server compute `width`, `height`, `lines`, `points` and `labelAt`; of other fields it is refused. `x`, ' +
    '`y`, `width`, `height` and `parentId` are of frames and shapes; `shape`, `lines` and `fontSize` of shapes; ' +
    '`fromId`, `toId`, `points`, `labelAt`, `style`, `arrowhead` and `startArrowhead` of connectors.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'The object.' }),
    text: t.string({ description: 'Title of a frame, text of a shape, label of a connector.' }),
    ...commonFields(t),
    ...boxFields(t, false),
    ...sizeFields(t, 'Null: what the text needs; of shapes only.'),
    ...shapeFields(t),
    ...connectorFields(t, false),
  }),
});

export const UpdateCanvasObjectsInput = builder.inputType('UpdateCanvasObjectsInput', {
  description: 'An edit of a canvas.',
  fields: (t) => ({
    canvasId: t.id({ required: true, description: 'The canvas.' }),
    baseVersionNumber: t.int({
      required: true,
      description:
        'Number of the version that the edit is based on; used to find conflicts with later changes.',
    }),
    idempotencyKey: t.string({
      description:
        'A key of your own, such as a UUID: an edit with the same key is saved once, and a repeated one gets the first ' +
        'result, also after the edit was undone. At most 200 characters; kept for 30 days.',
    }),
    add: t.field({ type: [NewCanvasObjectInput], required: false, description: 'Objects to add.' }),
    update: t.field({ type: [CanvasObjectPatch], required: false, description: 'Objects to change.' }),
    delete: t.idList({ required: false, description: 'Objects to delete, with their connectors.' }),
  }),
});

/** Reads an edit from an input, with database ids. It is validated later. */
export function editOf(input: typeof UpdateCanvasObjectsInput.$inferInput): UncheckedEdit {
  return {
    add: (input.add ?? []).map(newObjectOf),
    update: (input.update ?? []).map((patch) =>
      withDatabaseIds({ ...patch, id: objectIdOf(patch.id) ?? '' }),
    ),
    delete: (input.delete ?? []).map((id) => objectIdOf(id) ?? ''),
  };
}

function newObjectOf(
  { frame, shape, connector }: typeof NewCanvasObjectInput.$inferInput,
  index: number,
): UncheckedEdit['add'][number] {
  if (frame) return withDatabaseIds({ ...frame, kind: 'FRAME', id: String(frame.id) });
  if (shape) return withDatabaseIds({ ...shape, kind: 'SHAPE', id: String(shape.id) });
  if (connector) return withDatabaseIds({ ...connector, kind: 'CONNECTOR', id: String(connector.id) });
  const message = 'Give one of frame, shape and connector.';
  throw new InputValidationError([{ path: ['add', String(index)], message, code: 'REQUIRED' }]);
}

/** The object with database ids where it refers to others. */
function withDatabaseIds<T extends object>(object: T): T {
  const isReference = (name: string) => name === 'parentId' || name === 'fromId' || name === 'toId';
  const entries = Object.entries(object).map(([name, value]) =>
    isReference(name) && value !== undefined ? [name, objectIdOf(value)] : [name, value],
  );
  return Object.fromEntries(entries);
}

/** The database id of an object from a global id or a client's own UUID. Anything else fails the later validation. */
export function objectIdOf(id: string | number | null | undefined): string | null {
  return id === null || id === undefined
    ? null
    : (decodeId('CanvasObject', String(id)) ?? String(id).toLowerCase());
}
