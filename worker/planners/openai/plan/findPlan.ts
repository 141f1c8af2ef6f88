import { jsonrepair } from 'jsonrepair';
import { findJsonValues } from './jsonBrackets.ts';
import { isRecord } from './jsonValues.ts';

/** A plan found in a text, not validated. */
export type FoundPlan = { properties: Record<string, unknown>; objects: unknown[] };

/**
 * Finds the plan in the text of a model whose output is not constrained: within a Markdown fence or prose, with
 * comments, trailing commas or single quotes, as an array or lines of objects, or as a single object.
 * @returns The plan, or null if there is none.
 */
export function findPlan(text: string): FoundPlan | null {
  for (const candidate of findCandidates(text)) {
    const found = toPlan(candidate.isStrict ? parse(candidate.text) : parseOrRepair(candidate.text));
    if (found !== null && (!candidate.isStrict || 'objects' in found.properties)) return found;
  }
  return null;
}

type Candidate = { text: string; isStrict: boolean };

const fencePattern = /```[\w-]*[^\S\n]*\n([\s\S]*?)(?:```|$)/g;

function* findCandidates(answer: string): Generator<Candidate> {
  for (const fence of answer.matchAll(fencePattern).take(maxCandidates))
    yield { text: fence[1] ?? '', isStrict: false };
  // The last value counts: those before it are drafts or examples.
  for (const text of findJsonValues(answer).slice(-maxCandidates).toReversed())
    yield { text, isStrict: true };
  for (const [open, close] of [
    ['{', '}'],
    ['[', ']'],
  ] as const) {
    const [from, to] = [answer.indexOf(open), answer.lastIndexOf(close)];
    if (from !== -1) yield { text: answer.slice(from, to > from ? to + 1 : undefined), isStrict: false };
  }
}

/** How many fences, from the start of a text, and JSON values, from its end, are tried. */
const maxCandidates = 20;
/** Maximum length, in characters, of a text that is repaired; a plan of 450 objects has about 90,000. */
const maxRepairLength = 300_000;
/** Maximum number of wrappers around a plan. */
const maxDepth = 8;

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const parseOrRepair = (text: string): unknown =>
  parse(text) ?? (text.length > maxRepairLength ? undefined : parse(repairJson(text)));

function repairJson(text: string): string {
  try {
    return jsonrepair(text);
  } catch {
    return '';
  }
}

const isPlanObject = (value: unknown): boolean =>
  isRecord(value) && typeof (value.type ?? value.kind) === 'string';

/** Accepts a plan, a plan wrapped in an object of one property or in an array, or its objects alone. */
function toPlan(value: unknown, depth = 0): FoundPlan | null {
  if (depth > maxDepth) return null;
  if (Array.isArray(value)) {
    const whole = value
      .map((item) => toPlan(item, depth + 1))
      .find((found) => found !== null && 'objects' in found.properties);
    if (whole !== undefined) return whole;
    return value.some(isPlanObject) ? { properties: {}, objects: value } : null;
  }
  if (!isRecord(value)) return null;
  const { objects } = value;
  if (Array.isArray(objects)) return { properties: value, objects };
  if (isRecord(objects)) return { properties: value, objects: [objects] };
  if (isPlanObject(value)) return { properties: {}, objects: [value] };
  const [only, ...others] = Object.values(value);
  return others.length === 0 ? toPlan(only, depth + 1) : null;
}
