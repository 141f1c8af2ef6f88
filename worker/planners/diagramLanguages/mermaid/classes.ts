import { addClassBox, relationLabel } from '../plan/classBox.ts';
import { DiagramBuilder } from '../plan/diagramBuilder.ts';
import { mermaidText, statedDirection } from './text.ts';

type Feature = { text: string };
type ClassNode = {
  id: string;
  label?: string;
  members: Feature[];
  methods: Feature[];
  annotations: string[];
  parent?: string;
};
type Relation = {
  id1: string;
  id2: string;
  title?: string;
  relationTitle1?: string;
  relationTitle2?: string;
  relation: { type1: number | 'none'; type2: number | 'none'; lineType: number };
};
type ClassDiagram = {
  getClasses(): ReadonlyMap<string, ClassNode>;
  getRelations(): readonly Relation[];
  getNotes(): ReadonlyMap<string, { class?: string; text: string }>;
  getNamespaces(): ReadonlyMap<string, { id: string; label?: string; parent?: string }>;
  getDiagramTitle(): string;
};

/** Mermaid's numbers for what stands at an end of a relation. */
const [aggregation, extension, composition] = [0, 1, 2];

/** Namespaces become frames, classes nodes with a compartment for attributes and one for methods. */
export function readClasses(db: ClassDiagram, source: string): DiagramBuilder {
  const title = db.getDiagramTitle() || 'Class diagram';
  const builder = new DiagramBuilder(title, 'class', statedDirection(source));
  for (const { id, label, parent } of db.getNamespaces().values()) builder.frame(id, label ?? id, parent);
  for (const { id, label, members, methods, annotations, parent } of db.getClasses().values()) {
    const box = {
      name: mermaidText(label) || id,
      stereotype: annotations.join(', '),
      compartments: [linesOf(members), linesOf(methods)],
    };
    addClassBox(builder, id, box, { parent: parent ?? null });
  }
  for (const relation of db.getRelations()) addRelation(builder, relation);
  for (const [key, { class: owner, text }] of db.getNotes()) {
    builder.node(key, mermaidText(text), { shape: 'sticky', color: 'yellow' });
    if (owner !== undefined) builder.edge(owner, key, { dashed: true, ends: 'none' });
  }
  return builder;
}

const linesOf = (features: readonly Feature[]): string[] =>
  features.map(({ text }) => mermaidText(text.replaceAll('\\', '')));

/** The arrow points from the subclass to the superclass, from the user to the used, and from the whole to its part. */
function addRelation(
  builder: DiagramBuilder,
  { id1, id2, title, relationTitle1, relationTitle2, relation }: Relation,
) {
  const { type1, type2, lineType } = relation;
  const isWhole = (type: number | 'none') => type === aggregation || type === composition;
  const isReversed = isWhole(type2) || (type1 !== 'none' && type2 === 'none' && !isWhole(type1));
  const dashed = lineType === 1;
  const inherits = type1 === extension || type2 === extension;
  const kind = inherits ? (dashed ? 'implements' : 'extends') : '';
  const [one, two] = [numberOf(relationTitle1), numberOf(relationTitle2)];
  const label = relationLabel(
    mermaidText(title) || kind,
    ...(isReversed ? ([two, one] as const) : ([one, two] as const)),
  );
  const isLine = type1 === 'none' && type2 === 'none';
  builder.edge(id1, id2, { label, dashed, ends: isReversed ? 'backward' : isLine ? 'none' : 'forward' });
}

const numberOf = (title: string | undefined): string => (title === 'none' ? '' : mermaidText(title));
