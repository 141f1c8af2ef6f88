import type { PlanColor } from '../../../../src/canvas/model/plan.ts';
import { PlanBuilder } from '../plan/planBuilder.ts';
import type { SketchRequest } from '../reading/request.ts';
import { type Item, leaf } from '../text/item.ts';
import { shorten } from '../text/plain.ts';
import { hierarchyOf } from './hierarchy.ts';

const LEVELS: readonly PlanColor[] = ['purple', 'blue', 'teal', 'neutral'];

/** A tree from the top down; several roots are gathered under the subject. */
export function drawOrgChart(request: SketchRequest): PlanBuilder {
  const roots = hierarchyOf(request.body, request.items);
  const plan = new PlanBuilder(
    request.title || (roots[0]?.text ?? 'Org chart'),
    'tree',
    request.direction ?? 'down',
  );
  if (roots.length === 0) {
    plan.warn(
      'No positions given, so the boxes are empty. To fill them: “org chart: CEO: Sales (North, South), Finance”.',
    );
    roots.push({ text: '', children: [leaf(''), leaf(''), leaf('')] });
  }
  const top =
    roots.length === 1 || request.subject === ''
      ? roots
      : [{ text: request.subject || request.title || 'Overview', children: roots }];
  for (const root of top) drawPosition(plan, null, root, 0);
  const [sentence] = roots.flatMap(namesIn).filter((name) => name.split(' ').length > MOST_WORDS);
  if (sentence !== undefined)
    plan.warn(
      `It is not clear who stands below whom in “${shorten(sentence, 60)}”, so this is a guess. Say it like “Ann leads Sales and Support”.`,
    );
  return plan;
}

/** A longer name is a sentence that was not understood. */
const MOST_WORDS = 6;

const namesIn = ({ text, children }: Item): string[] => [text, ...children.flatMap(namesIn)];

function drawPosition(plan: PlanBuilder, above: string | null, item: Item, level: number): void {
  const id = plan.node(item.text || null, { color: LEVELS[Math.min(level, LEVELS.length - 1)] ?? 'neutral' });
  if (above !== null) plan.edge(above, id);
  for (const child of item.children) drawPosition(plan, id, child, level + 1);
}
