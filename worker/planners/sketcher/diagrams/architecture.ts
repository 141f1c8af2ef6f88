import type { PlanColor, PlanShape } from '../../../../src/canvas/model/plan.ts';
import { PlanBuilder } from '../plan/planBuilder.ts';
import type { SketchRequest } from '../reading/request.ts';

type Part = { match: RegExp; shape: PlanShape; color: PlanColor };

const parts: readonly Part[] = [
  {
    match: /\b(?:data ?base|db|sql|\w*sql|mongo\w*|oracle|warehouse|storage|bucket|s3|disk)\b/i,
    shape: 'ellipse',
    color: 'teal',
  },
  { match: /\b(?:queue|kafka|rabbit\w*|bus|broker|topic|cache|redis)\b/i, shape: 'rect', color: 'orange' },
  {
    match: /\b(?:browser|user|client|mobile|phone|front ?-?end|web ?app|website|ui)\b/i,
    shape: 'rect',
    color: 'green',
  },
  { match: /\b(?:gateway|load balancer|proxy|cdn|firewall)\b/i, shape: 'rect', color: 'purple' },
];
const service: Omit<Part, 'match'> = { shape: 'rect', color: 'blue' };

/** Parts of a system: those of an outline with what each calls, else numbered ones. */
export function drawArchitecture(request: SketchRequest): PlanBuilder {
  const plan = new PlanBuilder(request.title || 'Architecture', 'flow', request.direction);
  const calls = callsIn(request, plan);
  const ids = new Map<string, string>();
  for (const name of new Set(calls.flat())) {
    const { shape, color } = parts.find(({ match }) => match.test(name)) ?? service;
    ids.set(name, plan.node(name, { shape, color }));
  }
  for (const [from, to] of calls) if (to !== undefined) plan.edge(ids.get(from) ?? '', ids.get(to) ?? '');
  return plan;
}

/** One name is a part that calls nobody. */
type Call = [from: string] | [from: string, to: string];

function callsIn({ items }: SketchRequest, plan: PlanBuilder): Call[] {
  const nested = items.flatMap(({ text, children }) => children.map((child): Call => [text, child.text]));
  if (nested.length > 0) return nested;
  if (items.length === 0) {
    plan.warn(
      'No parts given, so they are numbered. To name them: “architecture: browser -> web server -> database”.',
    );
    return numbered;
  }
  return items.map(({ text }): Call => [text]);
}

const numbered: Call[] = [
  ['Part 1', 'Part 2'],
  ['Part 2', 'Part 3'],
];
