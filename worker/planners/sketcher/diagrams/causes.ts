import { groupColor } from '../../colors.ts';
import { PlanBuilder } from '../plan/planBuilder.ts';
import type { SketchRequest } from '../reading/request.ts';
import { parseItems } from '../text/inline.ts';
import type { Item } from '../text/item.ts';

const BECAUSE =
  /^([^:;\n]{2,120}?)(?:\s*,)?\s+(?:because of|due to|(?:is |are |was |were )?caused by|wegen|aufgrund von|à cause de|por culpa de|debido a|a causa d[ei])\s+/iu;
const CAUSES = /^(?:(?:the|possible|main) )?(?:causes?|reasons?|ursachen?|gründe|causas?|cause)$/i;
/** "The causes are leaks and bad input". */
const CAUSES_ARE =
  /^(?:(?:the|possible|main|die) )*(?:causes?|reasons?|ursachen?|gründe|causas?)\s+(?:are|is|include|sind|ist|sont|son)\s*:?\s+(?=\S)/i;
const EFFECT = /^(?:the )?(?:effects?|problem|wirkung|effet|efecto|effetto)$/i;

/** Causes, by their kind where one is given, each with a way to their effect. Null when no effect or no cause is given. */
export function drawCauses(request: SketchRequest): PlanBuilder | null {
  const { effect, causes } = contentOf(request);
  if (effect === '' || causes.length === 0) return null;
  const plan = new PlanBuilder(request.title, 'flow', request.direction ?? 'right');
  const end = plan.node(effect, { shape: 'ellipse', color: 'red' });
  for (const [at, cause] of causes.entries()) drawCause(plan, cause, end, at);
  return plan;
}

function drawCause(plan: PlanBuilder, { text, children }: Item, end: string, at: number): void {
  const id = plan.node(text, { color: groupColor(at) });
  plan.edge(id, end);
  for (const child of children) drawCause(plan, child, id, at);
}

type Content = { effect: string; causes: readonly Item[] };

/** "Delay because of snow, strikes", "effect: delay; causes: snow, strikes", or causes alone with the subject as effect. */
function contentOf({ body, subject, items: written }: SketchRequest): Content {
  const [said, effect = ''] = BECAUSE.exec(body) ?? [];
  if (said !== undefined) return { effect, causes: parseItems(body.slice(said.length)) };
  const [first, ...more] = written;
  const items = first === undefined ? [] : [{ ...first, text: first.text.replace(CAUSES_ARE, '') }, ...more];
  const loose = items.filter(({ children }) => children.length === 0);
  const named = items.find(({ text, children }) => EFFECT.test(text) && children.length > 0);
  const [asked] = subject === '' && named === undefined && loose.length === 1 ? loose : [];
  const others = items.filter((item) => item !== named && item !== asked);
  const rest = [...(named?.children.slice(1) ?? []), ...others];
  const [only] = rest;
  const causes = rest.length === 1 && only !== undefined && CAUSES.test(only.text) ? only.children : rest;
  return { effect: named?.children[0]?.text ?? asked?.text ?? subject, causes };
}
