import type { UncheckedEdit } from '../../../canvas/edits/edit.ts';
import { maxTextLength } from '../../../canvas/model/limits.ts';
import { InputValidationError } from '../../../errors.ts';
import { builder } from '../../graphql/builder.ts';
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

const NewFrameInput = builder.inputType('NewFrameInput', {
  description: 'A frame to add.',
  fields: (t) => ({
    id: t.id({ required: true, description: idNote }),
    x: t.float({ required: true, description: 'Left edge.' }),
    y: t.float({ required: true, description: 'Upper edge.' }),
    width: t.float({ required: true, description: 'Width.' }),
    height: t.float({ required: true, description: 'Height.' }),
    title: t.string({
      defaultValue: '',
      description: `Heading: plain text, at most ${maxTextLength} characters.`,
    }),
    color: t.field({ type: ObjectColor, defaultValue: 'neutral', description: 'Colour.' }),
    parentId: t.id({ required: false, description: `The frame around it. ${refNote}` }),
    zIndex: t.int({ required: false, description: 'Drawing order. Default: in front.' }),
    locked: t.boolean({ defaultValue: false, description: 'Whether it is locked.' }),
  }),
});

const NewShapeInput = builder.inputType('NewShapeInput', {
  description: 'A shape to add.',
  fields: (t) => ({
    id: t.id({ required: true, description: idNote }),
    x: t.float({ required: true, description: 'Left edge.' }),
    y: t.float({ required: true, description: 'Upper edge.' }),
    width: t.float({ required: true, description: 'Width.' }),
    height: t.float({ required: true, description: 'Height.' }),
    shape: t.field({ type: ShapeKind, defaultValue: 'RECTANGLE', description: 'Outline.' }),
    text: t.string({ defaultValue: '', description: `Plain text, at most ${maxTextLength} characters.` }),
    lines: t.stringList({
      required: false,
      description: 'The wrapped text. Default: wrapped as the web app draws it.',
    }),
    fontSize: t.float({ defaultValue: 16, description: 'Size of the text.' }),
    color: t.field({ type: ObjectColor, defaultValue: 'neutral', description: 'Colour.' }),
    parentId: t.id({ required: false, description: `The frame around it. ${refNote}` }),
    zIndex: t.int({ required: false, description: 'Drawing order. Default: in front.' }),
    locked: t.boolean({ defaultValue: false, description: 'Whether it is locked.' }),
  }),
});

const NewConnectorInput = builder.inputType('NewConnectorInput', {
  description: 'A connector to add.',
  fields: (t) => ({
    id: t.id({ required: true, description: idNote }),
    fromId: t.id({ required: true, description: `The object that it starts at. ${refNote}` }),
    toId: t.id({ required: true, description: `The object that it ends at. ${refNote}` }),
    points: t.field({
      type: [PointInput],
      required: true,
      description: 'Its path, from outline to outline; at least two points.',
    }),
    label: t.string({ required: false, description: `Plain text, at most ${maxTextLength} characters.` }),
    labelAt: t.field({ type: PointInput, required: false, description: 'Centre of the label.' }),
    style: t.field({ type: ConnectorStyle, defaultValue: 'SOLID', description: 'How it is drawn.' }),
    color: t.field({ type: ObjectColor, defaultValue: 'neutral', description: 'Colour.' }),
    arrowhead: t.boolean({ defaultValue: true, description: 'Whether it ends in an arrowhead.' }),
    zIndex: t.int({ required: false, description: 'Drawing order. Default: in front.' }),
    locked: t.boolean({ defaultValue: false, description: 'Whether it is locked.' }),
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
    'Changes of an object. Fields that are left out, or null except for `parentId`, keep their values.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'The object.' }),
    x: t.float({ required: false, description: 'Left edge; of frames and shapes.' }),
    y: t.float({ required: false, description: 'Upper edge; of frames and shapes.' }),
    width: t.float({ required: false, description: 'Width; of frames and shapes.' }),
    height: t.float({ required: false, description: 'Height; of frames and shapes.' }),
    parentId: t.id({
      required: false,
      description: `The frame around it, null: none; of frames and shapes. ${refNote}`,
    }),
    text: t.string({
      required: false,
      description: 'Title of a frame, text of a shape, label of a connector (empty: none).',
    }),
    lines: t.stringList({ required: false, description: 'The wrapped text; of shapes.' }),
    fontSize: t.float({ required: false, description: 'Size of the text; of shapes.' }),
    shape: t.field({ type: ShapeKind, required: false, description: 'Outline; of shapes.' }),
    color: t.field({ type: ObjectColor, required: false, description: 'Colour.' }),
    fromId: t.id({ required: false, description: `The object that it starts at; of connectors. ${refNote}` }),
    toId: t.id({ required: false, description: `The object that it ends at; of connectors. ${refNote}` }),
    points: t.field({ type: [PointInput], required: false, description: 'Its path; of connectors.' }),
    labelAt: t.field({
      type: PointInput,
      required: false,
      description: 'Centre of the label; of connectors.',
    }),
    style: t.field({ type: ConnectorStyle, required: false, description: 'How it is drawn; of connectors.' }),
    arrowhead: t.boolean({ required: false, description: 'Whether it ends in an arrowhead; of connectors.' }),
    zIndex: t.int({ required: false, description: 'Drawing order.' }),
    locked: t.boolean({
      required: false,
      description: 'Whether it is locked. A locked object is changed by a patch only if that unlocks it.',
    }),
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
    add: t.field({ type: [NewCanvasObjectInput], required: false, description: 'Objects to add.' }),
    update: t.field({ type: [CanvasObjectPatch], required: false, description: 'Objects to change.' }),
    delete: t.idList({ required: false, description: 'Objects to delete, with their connectors.' }),
  }),
});

/** Reads an edit from an input, with database ids. It is validated later. */
export function editOf(input: typeof UpdateCanvasObjectsInput.$inferInput): UncheckedEdit {
  return {
    add: (input.add ?? []).map(({ frame, shape, connector }, index) => {
      const given = frame ?? shape ?? connector;
      const common = { zIndex: given?.zIndex ?? null, locked: given?.locked ?? false };
      if (frame) {
        const { id, x, y, width, height } = frame;
        const parentId = objectIdOf(frame.parentId);
        const [title, color] = [frame.title ?? '', frame.color ?? 'neutral'];
        return { ...common, kind: 'FRAME', id: String(id), x, y, width, height, parentId, title, color };
      }
      return shape ? newShapeOf(shape, common) : newConnectorOf(connector, common, index);
    }),
    update: (input.update ?? []).map(patchOf),
    delete: (input.delete ?? []).map((id) => objectIdOf(id) ?? ''),
  };
}

type Common = { zIndex: number | null; locked: boolean };

function newShapeOf(shape: typeof NewShapeInput.$inferInput, common: Common) {
  const { id, x, y, width, height } = shape;
  return {
    ...common,
    kind: 'SHAPE' as const,
    ...{ id: String(id), x, y, width, height },
    parentId: objectIdOf(shape.parentId),
    shape: shape.shape ?? 'RECTANGLE',
    text: shape.text ?? '',
    lines: shape.lines ?? null,
    fontSize: shape.fontSize ?? 16,
    color: shape.color ?? 'neutral',
  };
}

function newConnectorOf(
  connector: typeof NewConnectorInput.$inferInput | null | undefined,
  common: Common,
  index: number,
) {
  if (!connector) {
    const message = 'Give one of frame, shape and connector.';
    throw new InputValidationError([{ path: ['add', String(index)], message, code: 'REQUIRED' }]);
  }
  return {
    ...common,
    kind: 'CONNECTOR' as const,
    id: String(connector.id),
    fromId: objectIdOf(connector.fromId) ?? '',
    toId: objectIdOf(connector.toId) ?? '',
    points: connector.points,
    label: connector.label ?? null,
    labelAt: connector.labelAt ?? null,
    style: connector.style ?? 'SOLID',
    color: connector.color ?? 'neutral',
    arrowhead: connector.arrowhead ?? true,
  };
}

function patchOf(patch: typeof CanvasObjectPatch.$inferInput): UncheckedEdit['update'][number] {
  const { id, parentId, fromId, toId, ...rest } = patch;
  const given = Object.fromEntries(
    Object.entries(rest).filter(([, value]) => value !== null && value !== undefined),
  );
  return {
    ...given,
    id: objectIdOf(id) ?? '',
    ...(parentId === undefined ? {} : { parentId: objectIdOf(parentId) }),
    ...(fromId ? { fromId: objectIdOf(fromId) ?? '' } : {}),
    ...(toId ? { toId: objectIdOf(toId) ?? '' } : {}),
  };
}

/** The database id of an object from a global id or a client's own UUID. Anything else fails the later validation. */
export function objectIdOf(id: string | number | null | undefined): string | null {
  return id === null || id === undefined
    ? null
    : (decodeId('CanvasObject', String(id)) ?? String(id).toLowerCase());
}
