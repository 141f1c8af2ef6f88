import { jsonrepair } from 'jsonrepair';
import { JsonBrackets } from './jsonBrackets.ts';

/** A plan as it was found in a text; nothing in it has been checked. */
export type FoundPlan = { properties: Record<string, unknown>; objects: unknown[] };

/**
 * Finds the plan in the text of a model that is held to no form: within a Markdown fence or prose, with comments,
 * trailing commas or single quotes, as a list or lines of objects, or as one object alone. Null when there is none.
 */
export function findPlan(text: string): FoundPlan | null {
  for (const candidate of candidatesIn(text)) {
    const found = asPlan(candidate.isStrict ? parse(candidate.text) : parseLeniently(candidate.text));
    if (found !== null && (!candidate.isStrict || 'objects' in found.properties)) return found;
  }
  return null;
}

type Candidate = { text: string; isStrict: boolean };

const fences = /```[\w-]*[^\S\n]*\n([\s\S]*?)(?:```|$)/g;

function* candidatesIn(answer: string): Generator<Candidate> {
  for (const fence of answer.matchAll(fences).take(mostValues))
    yield { text: fence[1] ?? '', isStrict: false };
  // The last one counts: what came before it was a draft, or an example.
  for (const text of valuesIn(answer).toReversed()) yield { text, isStrict: true };
  for (const [open, close] of [
    ['{', '}'],
    ['[', ']'],
  ] as const) {
    const [from, to] = [answer.indexOf(open), answer.lastIndexOf(close)];
    if (from !== -1) yield { text: answer.slice(from, to > from ? to + 1 : undefined), isStrict: false };
  }
}

/** The last JSON objects and lists in a text, as far as their brackets tell: those that lie in no other. */
function valuesIn(text: string): string[] {
  const values: string[] = [];
  const brackets = new JsonBrackets();
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const { depth } = brackets;
    brackets.take(text.charAt(at));
    if (depth === 0 && brackets.depth === 1) from = at;
    if (depth === 1 && brackets.depth === 0) values.push(text.slice(from, at + 1));
  }
  return values.slice(-mostValues);
}

/** Fences of a text that are looked at, from its beginning, and values, from its end. */
const mostValues = 20;
/** Characters of a text that is put right; a plan of 200 objects has some 40,000. */
const longestRepaired = 300_000;
/** Objects of one property around a plan. */
const deepest = 8;

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const parseLeniently = (text: string): unknown =>
  parse(text) ?? (text.length > longestRepaired ? undefined : parse(repaired(text)));

function repaired(text: string): string {
  try {
    return jsonrepair(text);
  } catch {
    return '';
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isObjectOfPlan = (value: unknown): boolean =>
  isRecord(value) && typeof (value.type ?? value.kind) === 'string';

/** A plan, one that is wrapped in an object of one property, or the objects of one. */
function asPlan(value: unknown, depth = 0): FoundPlan | null {
  if (depth > deepest) return null;
  if (Array.isArray(value)) {
    const whole = value
      .map((item) => asPlan(item, depth + 1))
      .find((found) => found !== null && 'objects' in found.properties);
    if (whole !== undefined) return whole;
    return value.some(isObjectOfPlan) ? { properties: {}, objects: value } : null;
  }
  if (!isRecord(value)) return null;
  const { objects } = value;
  if (Array.isArray(objects)) return { properties: value, objects };
  if (isRecord(objects)) return { properties: value, objects: [objects] };
  if (isObjectOfPlan(value)) return { properties: {}, objects: [value] };
  const [only, ...others] = Object.values(value);
  return others.length === 0 ? asPlan(only, depth + 1) : null;
}
