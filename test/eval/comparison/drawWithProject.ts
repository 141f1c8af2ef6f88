import type { Plan } from '../../../src/canvas/model/plan.ts';
import { layOutDiagram } from '../../../worker/layout/layOutDiagram.ts';
import { pictureOf } from '../metrics/picture.ts';
import { svgOf } from '../pictures/svg.ts';
import type { Drawing } from './drawing.ts';

/** A graph as this project draws it. The ids are those of the plan. */
export async function drawWithProject({ layout, direction, objects }: Plan): Promise<Drawing> {
  const added = objects.filter(
    (object) => object.type === 'frame' || object.type === 'node' || object.type === 'edge',
  );
  const laidOut = await layOutDiagram({ layout, direction, objects: added });
  return { picture: pictureOf(laidOut), svg: svgOf(laidOut) };
}
