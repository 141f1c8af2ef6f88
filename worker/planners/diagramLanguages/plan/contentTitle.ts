import type { CompletePlan } from '../../completePlan.ts';

/** Generic titles of what leads from one thing to another. */
const flows: ReadonlySet<string> = new Set(['Flowchart', 'Graph', 'Activity diagram', 'State diagram']);
/** Generic titles of what is best called by the things in it. */
const named: ReadonlySet<string> = new Set([
  ...['Sequence diagram', 'Class diagram', 'Data model', 'Database schema'],
]);
/** Generic titles of what grows from one thing. */
const rooted: ReadonlySet<string> = new Set(['Mind map', 'Org chart']);
/** Longest name in a title, in characters, and most names. */
const longestName = 28;
const mostNames = 3;
/** Names that say nothing of a diagram. */
const TERMINAL = /^(?:start|begin|end|stop|done|finish)$/i;

/** A title for a plan that has only the name of its kind: its first and its last step, or its things; null for none. */
export function contentTitle({ header: { title }, objects }: CompletePlan): string | null {
  const nodes = objects.flatMap((object) =>
    object.type === 'node' && object.text !== null && object.text.trim() !== ''
      ? [{ id: object.id, name: nameOf(object.text) }]
      : [],
  );
  const telling = nodes.filter(({ name }) => !TERMINAL.test(name));
  const [first, ...others] = telling.length > 0 ? telling : nodes;
  if (first === undefined) return null;
  if (rooted.has(title)) return first.name;
  const edges = objects.filter((object) => object.type === 'edge');
  const known = new Set(telling.map(({ id }) => id));
  const left = new Set(edges.flatMap(({ from, to }) => (known.has(to) ? [from] : [])));
  const last = others.findLast(({ id }) => !left.has(id)) ?? others.at(-1);
  const isFlow = flows.has(title) && edges.length > 0 && edges.every(({ ends }) => ends !== 'none');
  if (isFlow) return last === undefined ? first.name : `${first.name} → ${last.name}`;
  if (!flows.has(title) && !named.has(title)) return null;
  const names = [...new Set([first, ...others].map(({ name }) => name))];
  return `${names.slice(0, mostNames).join(', ')}${names.length > mostNames ? ', …' : ''}`;
}

function nameOf(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= longestName ? line : `${line.slice(0, longestName - 1).trimEnd()}…`;
}
