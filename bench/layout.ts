import type { Diagram, PlanNode } from '../src/canvas/model/plan.ts';
import { runGraphviz } from '../worker/layout/flow/layered/graphviz.ts';
import { layOutDiagram } from '../worker/layout/layOutDiagram.ts';
import type { Figure } from './figures/figure.ts';
import { medianMs } from './figures/times.ts';

const rounds = 10;
const stepCounts = [6, 20, 60, 200];

/**
 * Measures layouts of flows, as multiples of what `dot` of Graphviz takes to place the same steps. Others that run on
 * the machine slow down both.
 */
export async function measureLayouts(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const count of stepCounts) {
    const flow = flowOf(count);
    const source = sourceOf(flow);
    const dotMs = await medianMs(rounds, () => runGraphviz(source, 'dot'));
    figures.push({
      name: `layout of a flow of ${count} steps`,
      value: await medianMs(rounds, () => layOutDiagram(flow)),
      unit: 'ms',
      baseline: { name: 'dot alone', value: dotMs },
    });
  }
  return figures;
}

/** A process in which every fifth step is a decision, with a way to the step after the next and one back. */
function flowOf(count: number): Diagram {
  const isDecision = (at: number): boolean => at % 5 === 3;
  const nodes = Array.from({ length: count }, (_, at): PlanNode => {
    const shape = isDecision(at) ? 'diamond' : 'rect';
    return {
      type: 'node',
      id: `n${at}`,
      shape,
      text: `Step ${at + 1} of the work`,
      color: null,
      parent: null,
      order: null,
    };
  });
  const edge = (from: number, to: number, label: string | null = null) => {
    const id = `e${from} ${to}`;
    return { type: 'edge', id, from: `n${from}`, to: `n${to}`, label, style: null } as const;
  };
  const edges = nodes.flatMap((_, at) => [
    ...(at + 1 < count ? [edge(at, at + 1, isDecision(at) ? 'yes' : null)] : []),
    ...(isDecision(at) && at + 2 < count ? [edge(at, at + 2, 'no')] : []),
    ...(isDecision(at) && at % 10 === 3 ? [edge(at, at - 2, 'again')] : []),
  ]);
  return { layout: 'flow', direction: null, objects: [...nodes, ...edges] };
}

function sourceOf({ objects }: Diagram): string {
  const lines = objects.map((object) =>
    object.type === 'edge' ? `${object.from} -> ${object.to} [id="${object.id}"];` : `${object.id};`,
  );
  return `digraph { node [shape=box, width=2.2, height=0.9, label=""]; ${lines.join(' ')} }`;
}
