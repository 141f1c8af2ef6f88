import type {
  AttributeASTNode,
  AttributeListASTNode,
  ClusterStatementASTNode,
  EdgeASTNode,
  EdgeTargetASTNode,
  GraphASTNode,
  SubgraphASTNode,
} from '@ts-graphviz/ast';
import { DiagramBuilder, type EdgeOptions } from '../plan/diagramBuilder.ts';
import { labelText } from '../plan/labelText.ts';
import { boxOf, dotLabel } from './attributes.ts';

type Attributes = ReadonlyMap<string, string>;
type Scope = { frame: string | null; node: Attributes; edge: Attributes; depth: number };
type DotNode = { attributes: Map<string, string>; frame: string | null };
type DotEdge = { from: string; to: string; attributes: Attributes };

/** Deepest nesting of clusters that is read. */
const maxDepth = 20;

/** Reads a graph: clusters become frames. */
export function readGraph(graph: GraphASTNode): DiagramBuilder {
  return new GraphReader(graph).read();
}

class GraphReader {
  readonly #graph: GraphASTNode;
  readonly #builder = new DiagramBuilder('Graph', 'flow');
  readonly #nodes = new Map<string, DotNode>();
  readonly #edges: DotEdge[] = [];
  #subgraphs = 0;

  constructor(graph: GraphASTNode) {
    this.#graph = graph;
  }

  read(): DiagramBuilder {
    const builder = this.#builder;
    const attributes = attributesOf(this.#graph.children);
    builder.header.title = labelText(attributes.get('label') ?? '') || this.#graph.id?.value || 'Graph';
    const direction = attributes.get('rankdir') ?? (this.#graph.directed ? 'TB' : null);
    if (direction !== null) builder.header.direction = /^(?:LR|RL)$/i.test(direction) ? 'right' : 'down';
    this.#readStatements(this.#graph.children, { frame: null, node: new Map(), edge: new Map(), depth: 0 });
    for (const [id, { attributes: own, frame }] of this.#nodes)
      builder.node(id, dotLabel(own, id), { ...boxOf(own), parent: frame });
    for (const { from, to, attributes: own } of this.#edges) {
      const style = own.get('style') ?? '';
      if (/invis/.test(style)) continue;
      const ends = endsOf(own.get('dir'), this.#graph.directed);
      builder.edge(from, to, {
        label: labelText(own.get('label') ?? ''),
        dashed: /dashed|dotted/.test(style),
        ends,
      });
    }
    return builder;
  }

  #readStatements(statements: readonly ClusterStatementASTNode[], outer: Scope): void {
    const scope = { ...outer };
    for (const statement of statements) {
      if (statement.type === 'AttributeList') applyDefaults(scope, statement);
      else if (statement.type === 'Node')
        this.#declare(statement.id.value, scope, attributesOf(statement.children));
      else if (statement.type === 'Edge') this.#readEdge(statement, scope);
      else if (statement.type === 'Subgraph') this.#readSubgraph(statement, scope);
    }
  }

  #declare(id: string, { frame, node }: Scope, own: Attributes): void {
    const known = this.#nodes.get(id);
    if (known === undefined) this.#nodes.set(id, { attributes: new Map([...node, ...own]), frame });
    else {
      for (const [key, value] of own) known.attributes.set(key, value);
      known.frame ??= frame;
    }
  }

  #readEdge({ targets, children }: EdgeASTNode, scope: Scope): void {
    const attributes = new Map([...scope.edge, ...attributesOf(children)]);
    const groups = targets.map(idsOf);
    for (const id of groups.flat()) this.#declare(id, scope, new Map());
    for (const [at, group] of groups.slice(1).entries()) {
      for (const from of groups[at] ?? []) for (const to of group) this.#addEdge({ from, to, attributes });
    }
  }

  #addEdge(edge: DotEdge): void {
    // `{a b …} -> {c d …}` can stand for many more edges than it has characters.
    if (this.#edges.length < 2_000) this.#edges.push(edge);
  }

  #readSubgraph({ id, children }: SubgraphASTNode, scope: Scope): void {
    if (scope.depth >= maxDepth) return;
    const attributes = attributesOf(children);
    const isCluster = id?.value.startsWith('cluster') === true || attributes.has('label');
    this.#subgraphs += 1;
    const name = `subgraph ${this.#subgraphs}`;
    if (isCluster)
      this.#builder.frame(name, labelText(attributes.get('label') ?? '') || (id?.value ?? ''), scope.frame);
    this.#readStatements(children, {
      ...scope,
      frame: isCluster ? name : scope.frame,
      depth: scope.depth + 1,
    });
  }
}

function applyDefaults(scope: Scope, { kind, children }: AttributeListASTNode): void {
  if (kind === 'Node') scope.node = new Map([...scope.node, ...attributesOf(children)]);
  if (kind === 'Edge') scope.edge = new Map([...scope.edge, ...attributesOf(children)]);
}

const idsOf = (target: EdgeTargetASTNode): string[] =>
  target.type === 'NodeRef' ? [target.id.value] : target.children.map(({ id }) => id.value);

/** The attributes among statements, those of `graph [...]` included. */
function attributesOf(statements: readonly { type: string }[]): Map<string, string> {
  const isAttribute = (some: { type: string }): some is AttributeASTNode => some.type === 'Attribute';
  const isGraphList = (some: { type: string }): some is AttributeListASTNode =>
    some.type === 'AttributeList' && (some as AttributeListASTNode).kind === 'Graph';
  const all = statements.flatMap((some) => (isGraphList(some) ? some.children : [some])).filter(isAttribute);
  return new Map(all.map(({ key, value }) => [key.value.toLowerCase(), value.value]));
}

function endsOf(dir: string | undefined, isDirected: boolean): NonNullable<EdgeOptions['ends']> {
  if (dir === 'both') return 'both';
  if (dir === 'back') return 'backward';
  return dir === 'none' || !(isDirected || dir === 'forward') ? 'none' : 'forward';
}
