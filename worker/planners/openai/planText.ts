import { jsonrepair } from 'jsonrepair';

/** A plan as it was found in a text; nothing in it has been checked. */
export type FoundPlan = { properties: Record<string, unknown>; objects: unknown[] };

/**
 * Finds the plan in the text of a model that is held to no form: within a Markdown fence or prose, with comments,
 * trailing commas or single quotes, as a list or lines of objects, or as one object alone. Null when there is none.
 */
export function findPlan(text: string): FoundPlan | null {
  for (const candidate of candidatesIn(text)) {
    const found = asPlan(parseLeniently(candidate));
    if (found !== null) return found;
  }
  return null;
}

/** Thoughts of models whose server does not part them from the answer. */
const thoughts = /<think>[\s\S]*?<\/think>/g;
const fences = /```[\w-]*[^\S\n]*\n([\s\S]*?)(?:```|$)/g;

function* candidatesIn(text: string): Generator<string> {
  const answer = text.replace(thoughts, '');
  for (const fence of answer.matchAll(fences)) yield fence[1] ?? '';
  for (const [open, close] of [
    ['{', '}'],
    ['[', ']'],
  ] as const) {
    const [from, to] = [answer.indexOf(open), answer.lastIndexOf(close)];
    if (from !== -1) yield answer.slice(from, to > from ? to + 1 : undefined);
  }
}

function parseLeniently(text: string): unknown {
  try {
    return JSON.parse(jsonrepair(text));
  } catch {
    return undefined;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isObjectOfPlan = (value: unknown): boolean =>
  isRecord(value) && typeof (value.type ?? value.kind) === 'string';

/** A plan, one that is wrapped in an object of one property, or the objects of one. */
function asPlan(value: unknown): FoundPlan | null {
  if (Array.isArray(value)) {
    const whole = value.map(asPlan).find((found) => found !== null && 'objects' in found.properties);
    if (whole !== undefined) return whole;
    return value.some(isObjectOfPlan) ? { properties: {}, objects: value } : null;
  }
  if (!isRecord(value)) return null;
  const { objects } = value;
  if (Array.isArray(objects)) return { properties: value, objects };
  if (isRecord(objects)) return { properties: value, objects: [objects] };
  if (isObjectOfPlan(value)) return { properties: {}, objects: [value] };
  const [only, ...others] = Object.values(value);
  return others.length === 0 ? asPlan(only) : null;
}
