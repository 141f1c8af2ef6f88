import type { ChangeSet } from '../../../src/canvas/model/changes/changeSet.ts';
import type { CanvasObjectFieldsFragment } from '../generated/graphql.ts';

/** An object of a canvas as the API gives it: absolute geometry in pixels, y growing downwards. */
export type CanvasObject = CanvasObjectFieldsFragment;
export type Frame = Extract<CanvasObject, { __typename: 'Frame' }>;
export type Shape = Extract<CanvasObject, { __typename: 'Shape' }>;
export type BoxObject = Frame | Shape;
export type Connector = Extract<CanvasObject, { __typename: 'Connector' }>;

/** What a person has done to a canvas. */
export type Changes = ChangeSet<CanvasObject>;
