import type { CompletePlan } from '../../worker/planners/completePlan.ts';

/**
 * A plan in a form that tests can read: `Frame > Text (shape, color)` for nodes, `A -> B: label` for edges, dashed ones
 * with a dot; `<->` has arrowheads at both ends, `--` at none.
 */
export function drawnPlan(plan: CompletePlan | null) {
  const objects = plan?.objects ?? [];
  const boxes = objects.filter((object) => object.type === 'frame' || object.type === 'node');
  const byId = new Map(boxes.map((box) => [box.id, box]));
  const nameOf = (id: string | null): string => {
    const box = byId.get(id ?? '');
    return box === undefined ? '?' : box.type === 'frame' ? box.title : box.text;
  };
  const pathOf = (box: (typeof boxes)[number]) =>
    `${box.parent === null ? '' : `${nameOf(box.parent)} > `}${nameOf(box.id)}`;
  return {
    title: plan?.header.title,
    layout: plan?.header.layout,
    direction: plan?.header.direction,
    frames: boxes.flatMap((box) => (box.type === 'frame' ? [pathOf(box)] : [])),
    nodes: boxes.flatMap((box) => (box.type === 'node' ? [pathOf(box)] : [])),
    shapes: new Map(boxes.flatMap((box) => (box.type === 'node' ? [[box.text, box.shape] as const] : []))),
    colors: new Map(boxes.flatMap((box) => (box.type === 'node' ? [[box.text, box.color] as const] : []))),
    compartments: new Map(
      boxes.flatMap((box) =>
        box.type === 'node' && box.compartments ? [[box.text, box.compartments] as const] : [],
      ),
    ),
    edges: objects.flatMap((object) => {
      if (object.type !== 'edge') return [];
      const line = object.style === 'dashed' ? '-.-' : '-';
      const arrow = `${object.ends === 'both' ? '<' : ''}${line}${object.ends === 'none' ? '-' : '>'}`;
      const frame = object.parent ? `${nameOf(object.parent)} > ` : '';
      const label = object.label ? `: ${object.label}` : '';
      return [`${frame}${nameOf(object.from)} ${arrow} ${nameOf(object.to)}${label}`];
    }),
    warnings: plan?.warnings ?? [],
  };
}
