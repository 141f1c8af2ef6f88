import type { CompletePlan } from '../../completePlan.ts';
import { DiagramBuilder } from '../plan/diagramBuilder.ts';

type Values = ReadonlyMap<string, unknown>;

const nodeLists = ['nodes', 'vertices'];
const edgeLists = ['edges', 'links', 'connections', 'relationships'];
const idKeys = ['id', 'key', 'name', 'label'];
const textKeys = ['label', 'title', 'text', 'name', 'id', 'key'];
const fromKeys = ['from', 'source', 'start'];
const toKeys = ['to', 'target', 'end'];
const labelKeys = ['label', 'title', 'text', 'name', 'type', 'relation'];

/** Nodes with the edges between them, as programs export graphs; null for data of another form. */
export function graphPlan(value: object): CompletePlan | null {
  const whole = valuesOf(value);
  const edges = listIn(whole, edgeLists) ?? (Array.isArray(value) ? value.map(valuesOf) : null);
  if (edges === null || edges.length === 0 || !edges.every((edge) => endsOf(edge) !== null)) return null;
  const builder = new DiagramBuilder(textIn(whole, ['title', 'name']) ?? 'Graph', 'flow');
  for (const node of listIn(whole, nodeLists) ?? []) {
    const [id, text] = [textIn(node, idKeys), textIn(node, textKeys)];
    if (id !== null) builder.node(id, text ?? id, { color: 'blue' });
  }
  for (const edge of edges) {
    const [from = '', to = ''] = endsOf(edge) ?? [];
    for (const name of [from, to]) builder.node(name, name, { color: 'blue' });
    builder.edge(from, to, { label: textIn(edge, labelKeys) ?? '' });
  }
  return builder.finish();
}

function endsOf(edge: Values): [from: string, to: string] | null {
  const [from, to] = [textIn(edge, fromKeys), textIn(edge, toKeys)];
  return from === null || to === null ? null : [from, to];
}

/** The list under the first of some names that has one; a plain text in it is a value named `id`. */
function listIn(values: Values, names: readonly string[]): Values[] | null {
  const list = names.map((name) => values.get(name)).find((some) => Array.isArray(some));
  return list === undefined ? null : list.map(valuesOf);
}

const valuesOf = (value: unknown): Values =>
  typeof value === 'object' && value !== null
    ? new Map(Object.entries(inner(value)))
    : new Map([['id', value]]);

/** Cytoscape keeps what a node or an edge is in `data`. */
const inner = (value: object): object =>
  'data' in value && typeof value.data === 'object' && value.data !== null ? value.data : value;

function textIn(values: Values, names: readonly string[]): string | null {
  const found = names
    .map((name) => values.get(name))
    .find((some) => typeof some === 'string' || typeof some === 'number');
  return found === undefined ? null : String(found);
}
