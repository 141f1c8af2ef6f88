import { z } from 'zod';
import {
  type PlanObject,
  planColor,
  planDelete,
  planEdge,
  planFrame,
  planNode,
  planShape,
  planUpdate,
} from '../../../src/canvas/model/plan.ts';

// Servers without strict schemas leave out what is null, send numbers as ids, or invent a colour. What can be
// put right without guessing at the meaning is put right; the rest makes the object invalid.
const id = z.union([z.string(), z.number()]).transform(String).pipe(z.string().min(1).max(64));
const optionalId = id.nullable().catch(null);
const color = planColor.nullable().catch(null);
const text = z.union([z.string(), z.number()]).transform(String);
const optionalText = text.nullable().catch(null);

const lenient = z.discriminatedUnion('type', [
  planFrame.extend({ id, title: text.catch(''), parent: optionalId, slot: optionalText }),
  planNode.extend({
    id,
    shape: planShape.catch('rect'),
    text: text.catch(''),
    color,
    parent: optionalId,
    order: z.number().int().nullable().catch(null),
  }),
  planEdge.extend({
    id,
    from: id,
    to: id,
    label: optionalText,
    style: z.enum(['solid', 'dashed']).nullable().catch(null),
  }),
  planUpdate.extend({ id, target: id, text: optionalText, color, parent: optionalId }),
  planDelete.extend({ id, target: id }),
]);

/** An object of a plan from what a model sent, or null when it is none. */
export function readPlanObject(value: unknown): PlanObject | null {
  if (typeof value !== 'object' || value === null) return null;
  const raw: Record<string, unknown> = { ...value };
  const type = raw.type ?? raw.kind;
  const result = lenient.safeParse({ ...raw, type, id: raw.id ?? anonymousId(type, raw) });
  return result.success ? result.data : null;
}

const printed = text.catch('');

/** Edges, updates and deletions are named by nobody, so one that came without an id is still good. */
function anonymousId(type: unknown, raw: Record<string, unknown>): unknown {
  if (type === 'edge') {
    return `${printed.parse(raw.from)}-${printed.parse(raw.to)}-${printed.parse(raw.label)}`.slice(0, 64);
  }
  if (type === 'update' || type === 'delete') {
    return `${type}-${printed.parse(raw.target)}`.slice(0, 64);
  }
  return undefined;
}
