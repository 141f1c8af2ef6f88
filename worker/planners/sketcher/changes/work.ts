import type { PlanBuilder } from '../plan/planBuilder.ts';
import type { CanvasView } from './canvas.ts';
import type { Names } from './names.ts';

/** A canvas to change, what its names mean, and the plan that takes the changes in. */
export type Work = { view: CanvasView; names: Names; plan: PlanBuilder };
