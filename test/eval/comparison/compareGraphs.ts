import { Graphviz } from '@hpcc-js/wasm-graphviz';
import type { Plan } from '../../../src/canvas/model/plan.ts';
import { type Geometry, measureGeometry } from '../metrics/geometry.ts';
import type { Picture } from '../metrics/picture.ts';
import { launchChromium } from '../pictures/takePictures.ts';
import type { Drawing } from './drawing.ts';
import { drawWithGraphviz } from './drawWithGraphviz.ts';
import { drawWithMermaid } from './drawWithMermaid.ts';
import { drawWithProject } from './drawWithProject.ts';
import { type Graph, graphs } from './graphs.ts';

/** One graph, drawn by this project and by others. Mermaid is missing where there is no browser. */
export type GraphComparison = {
  name: string;
  drawings: Partial<Record<Drawer, Drawing>>;
  measured: Partial<Record<Drawer, Geometry>>;
};

export type Drawer = 'project' | 'Mermaid' | 'Graphviz';

/** Draws every graph with every program, and measures the pictures. @param chromium The browser, if there is one. */
export async function compareGraphs(
  chromium: string | null,
  all: readonly Graph[] = graphs(),
): Promise<GraphComparison[]> {
  const graphviz = await Graphviz.load();
  const browser = chromium === null ? null : await launchChromium(chromium);
  const plans = all.map(({ plan }) => plan);
  const byMermaid = browser === null ? [] : await drawWithMermaid(browser, plans);
  await browser?.close();
  const compared: GraphComparison[] = [];
  for (const [at, { name, plan }] of all.entries()) {
    const project = await drawWithProject(plan);
    const drawings: GraphComparison['drawings'] = {
      project,
      Graphviz: drawWithGraphviz(graphviz, plan, project.picture),
      ...(byMermaid[at] === undefined ? {} : { Mermaid: byMermaid[at] }),
    };
    compared.push({ name, drawings, measured: measureAll(drawings, plan) });
  }
  return compared;
}

function measureAll(drawings: GraphComparison['drawings'], plan: Plan): GraphComparison['measured'] {
  return Object.fromEntries(
    Object.entries(drawings).map(([drawer, { picture }]) => [
      drawer,
      measureGeometry(withParents(picture, plan)),
    ]),
  );
}

/** What lies in which frame is in the plan, not in what other programs give back. */
function withParents(picture: Picture, { objects }: Plan): Picture {
  const parents = new Map(
    objects.flatMap((object) =>
      object.type === 'frame' || object.type === 'node' ? [[object.id, object.parent]] : [],
    ),
  );
  return {
    ...picture,
    boxes: picture.boxes.map((box) => ({ ...box, parentId: parents.get(box.id) ?? null })),
  };
}
