import type { PlannerCanvas, PlannerCanvasObject } from '../../worker/planners/planner.ts';

type Common = 'color' | 'order' | 'locked';
type Partly<T> = T extends { kind: 'CONNECTOR' }
  ? Omit<T, Common | 'style' | 'ends'> & Partial<T>
  : Omit<T, Common> & Partial<T>;

/** An object of a canvas, with the usual values for what a test does not name. */
export type TestCanvasObject = Partly<PlannerCanvasObject>;

/** A canvas as a planner gets it; objects are read in the order in which they are given. */
export function plannerCanvas(
  objects: readonly TestCanvasObject[],
  others: Partial<Omit<PlannerCanvas, 'objects' | 'context'>> & {
    context?: readonly TestCanvasObject[];
  } = {},
): PlannerCanvas {
  const { context = [], ...rest } = others;
  return {
    ...{ title: '', hasSelection: false, elsewhere: [] },
    ...rest,
    objects: objects.map((object, order) => withDefaults(object, order)),
    context: context.map((object, at) => withDefaults(object, objects.length + at)),
  };
}

function withDefaults(object: TestCanvasObject, order: number): PlannerCanvasObject {
  const common = { color: 'blue', order, locked: false } as const;
  if (object.kind !== 'CONNECTOR') return { ...common, ...object };
  return { ...common, style: 'solid', ends: 'forward', ...object };
}
