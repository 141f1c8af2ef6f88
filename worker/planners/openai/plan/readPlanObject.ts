import { z } from 'zod';
import {
  type PlanObject,
  planArrange,
  planColor,
  planDelete,
  planEdge,
  planEnds,
  planFrame,
  planLineStyle,
  planNode,
  planRevert,
  planShape,
  planUpdate,
} from '../../../../src/canvas/model/plan.ts';

// Without a strict schema, models leave out null fields, send numbers as ids, or invent colours. A fault that has one
// obvious correction is corrected; any other makes the object invalid.
const id = z.union([z.string(), z.number()]).transform(String).pipe(z.string().min(1).max(64));
const optionalId = id.nullable().catch(null);
const color = planColor.nullable().catch(null);
const text = z.union([z.string(), z.number()]).transform(String);
const optionalText = text.nullable().catch(null);
const order = z.number().int().nullable().catch(null);
const optionalShape = planShape.nullish().catch(null);
const optionalOrder = order.optional();
const style = planLineStyle.nullable().catch(null);
const optionalStyle = style.optional();
const ends = planEnds.nullish().catch(null);

const lenientObject = z.discriminatedUnion('type', [
  planFrame.extend({ id, title: text.catch(''), parent: optionalId, slot: optionalText }),
  planNode.extend({
    id,
    shape: planShape.catch('rect'),
    text: text.catch(''),
    color,
    parent: optionalId,
    order,
    compartments: z.array(text.catch('')).nullish().catch(null),
  }),
  planEdge.extend({
    id,
    from: id,
    to: id,
    label: optionalText,
    style,
    ends,
    parent: id.nullish().catch(null),
  }),
  planUpdate.extend({
    ...{ id, target: id, text: optionalText, color, parent: optionalId },
    ...{ shape: optionalShape, order: optionalOrder, style: optionalStyle, ends },
  }),
  planDelete.extend({ id, target: id }),
  planArrange.extend({ id, targets: z.array(id).nullish() }),
  planRevert.extend({ id }),
]);

/** Reads an object of a plan from a model's output. Returns null if it is not valid. */
export function readPlanObject(value: unknown): PlanObject | null {
  if (typeof value !== 'object' || value === null) return null;
  const raw: Record<string, unknown> = { ...value };
  const type = raw.type ?? raw.kind;
  const result = lenientObject.safeParse({ ...raw, type, id: raw.id ?? createId(type, raw) });
  return result.success ? result.data : null;
}

const printable = text.catch('');

/** Nothing refers to the id of an edge or a change, so one without an id gets one from its content. */
function createId(type: unknown, raw: Record<string, unknown>): unknown {
  if (type === 'edge') {
    return `${printable.parse(raw.from)}-${printable.parse(raw.to)}-${printable.parse(raw.label)}`.slice(
      0,
      64,
    );
  }
  if (type === 'update' || type === 'delete') {
    return `${type}-${printable.parse(raw.target)}`.slice(0, 64);
  }
  return type === 'arrange' || type === 'revert' ? type : undefined;
}
