import { LineCounter, parseDocument } from 'yaml';
import type { CompletePlan } from '../../completePlan.ts';
import { mindmapBuilder, mindmapPlan, type Topic } from '../plan/outline.ts';
import type { DiagramSource } from '../source/diagramSource.ts';
import { unreadLine } from '../source/unreadLine.ts';
import { graphPlan } from './graphData.ts';

/** Deepest level and most topics of data that are read; a job could not show more. */
const maxDepth = 12;
const maxTopics = 1_000;
/** Most values that aliases may stand for: YAML can name one value again and again, inside itself too. */
const maxAliases = 100;

/** JSON as a mind map of its names and values. */
export function readJson({ text }: DiagramSource): CompletePlan | null {
  try {
    return dataPlan(JSON.parse(text));
  } catch {
    return null;
  }
}

/** YAML as a mind map of its names and values; what comes after an error is read as far as the parser can. */
export function readYaml(source: DiagramSource): CompletePlan | null {
  const lineCounter = new LineCounter();
  try {
    const document = parseDocument(source.text, { lineCounter, logLevel: 'silent', uniqueKeys: false });
    const plan = dataPlan(document.toJS({ maxAliasCount: maxAliases, mapAsMap: false }));
    if (plan === null) return null;
    const lines = source.text.split('\n');
    const errors = document.errors.slice(0, 10).map((error) => {
      const at = (error.linePos?.[0].line ?? 1) - 1;
      return unreadLine(source, at, lines[at] ?? '', '“name: value”, or a list of lines with “- ”');
    });
    return { ...plan, warnings: [...new Set(errors), ...plan.warnings] };
  } catch {
    return null;
  }
}

function dataPlan(value: unknown): CompletePlan | null {
  if (typeof value !== 'object' || value === null) return null;
  const graph = graphPlan(value);
  if (graph !== null) return graph;
  const root = group(null, value, { left: maxTopics }, 0);
  const hasName = !Array.isArray(value) && nameOf(value) !== null;
  return hasName ? mindmapBuilder(root).finish() : mindmapPlan(root.children, 'Data');
}

/** The names and values in an object or a list. @param budget How many topics may still be added */
function topicsOf(value: object, budget: { left: number }, depth: number): Topic[] {
  const topics: Topic[] = [];
  for (const [name, content] of Object.entries(value)) {
    if (budget.left <= 0) break;
    budget.left -= 1;
    const key = Array.isArray(value) ? null : name;
    topics.push(
      typeof content === 'object' && content !== null
        ? group(key, content, budget, depth)
        : leaf(key, content),
    );
  }
  return topics;
}

const leaf = (key: string | null, value: unknown): Topic => ({
  text: key === null ? String(value) : value === null || value === '' ? key : `${key}: ${String(value)}`,
  children: [],
});

/** Properties that say what an object is called. */
const nameKeys = ['name', 'title', 'label', 'text', 'topic', 'id'];
/** Properties that hold what belongs below an object. */
const childrenKeys = new Set(['children', 'items', 'topics', 'nodes', 'subtopics']);

function group(key: string | null, value: object, budget: { left: number }, depth: number): Topic {
  const named = Array.isArray(value) ? null : nameOf(value);
  const parts = [key, named?.name].filter((part) => part !== null && part !== undefined);
  const text = parts.join(': ') || (Array.isArray(value) ? 'List' : 'Item');
  if (depth >= maxDepth) return { text, children: [] };
  const below = Object.entries(value).filter(([other]) => other !== named?.key);
  const rest = Array.isArray(value) ? value : Object.fromEntries(below);
  const isListed = key === null && depth > 0;
  const isOnlyList = isListed && named !== null && below.length === 1 && Array.isArray(below[0]?.[1]);
  const children = topicsOf(rest, budget, depth + 1);
  // `children` and the like name no topic of their own, nor does the only list of a named item in a list.
  return {
    text,
    children: children.flatMap((child) =>
      childrenKeys.has(child.text) || isOnlyList ? child.children : [child],
    ),
  };
}

/** The property that says what an object is called, and the name. */
function nameOf(value: object): { key: string; name: string } | null {
  const entries = new Map<string, unknown>(Object.entries(value));
  const isText = (some: unknown) => typeof some === 'string' || typeof some === 'number';
  const key = nameKeys.find((name) => isText(entries.get(name)));
  return key === undefined ? null : { key, name: String(entries.get(key)) };
}
