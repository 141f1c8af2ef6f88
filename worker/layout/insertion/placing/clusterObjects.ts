import type { Box, Point } from '../../../../src/canvas/model/geometry.ts';
import type { CanvasObject } from '../../../../src/canvas/model/object.ts';
import { translate } from '../../../../src/canvas/model/translate.ts';
import { layOutDiagram } from '../../layOutDiagram.ts';
import { extentOfAll } from '../stage/beside.ts';
import type { Cluster } from './clusters.ts';

/** The objects of a cluster, laid out on their own, and their bounding box. */
export type LaidOut = { objects: CanvasObject[]; extent: Box };

export async function layOutCluster({ diagram }: Pick<Cluster, 'diagram'>): Promise<LaidOut> {
  return withExtent(await layOutDiagram(diagram));
}

export function withExtent(objects: CanvasObject[]): LaidOut {
  return {
    objects,
    extent: extentOfAll(objects) ?? { x: 0, y: 0, width: 0, height: 0 },
  };
}

/** Moves the objects so that their bounding box starts at a point. Outermost objects get the parent. */
export function putAt({ objects, extent }: LaidOut, at: Point, parentId: string | null): CanvasObject[] {
  const by = { x: Math.round(at.x - extent.x), y: Math.round(at.y - extent.y) };
  return objects.map((object) => {
    const moved = translate(object, by);
    return moved.kind === 'CONNECTOR' ? moved : { ...moved, parentId: moved.parentId ?? parentId };
  });
}
