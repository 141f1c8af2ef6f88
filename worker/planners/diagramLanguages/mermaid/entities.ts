import { addClassBox, relationLabel } from '../plan/classBox.ts';
import { DiagramBuilder } from '../plan/diagramBuilder.ts';
import { mermaidText, statedDirection } from './text.ts';

type Attribute = { type: string; name: string; keys?: string[]; comment?: string };
type Entity = { id: string; label: string; alias?: string; attributes: Attribute[] };
type Relationship = {
  entityA: string;
  entityB: string;
  roleA: string;
  relSpec: { cardA: string; cardB: string; relType: string };
};
type EntityDiagram = {
  getEntities(): ReadonlyMap<string, Entity>;
  getRelationships(): readonly Relationship[];
  getDiagramTitle(): string;
};

const cardinalities = new Map([
  ['ONLY_ONE', '1'],
  ['ZERO_OR_ONE', '0..1'],
  ['ZERO_OR_MORE', '0..n'],
  ['ONE_OR_MORE', '1..n'],
]);

/** Entities become nodes with a compartment for their attributes. */
export function readEntities(db: EntityDiagram, source: string): DiagramBuilder {
  const builder = new DiagramBuilder(db.getDiagramTitle() || 'Data model', 'class', statedDirection(source));
  for (const { id, label, alias, attributes } of db.getEntities().values())
    addClassBox(builder, id, {
      name: mermaidText(alias || label),
      compartments: [attributes.map(attributeLine)],
    });
  for (const { entityA, entityB, roleA, relSpec } of db.getRelationships()) {
    // Mermaid's `cardA` is the number at the second entity.
    const [from, to] = [relSpec.cardB, relSpec.cardA].map((name) => cardinalities.get(name) ?? '');
    const label = relationLabel(mermaidText(roleA), from ?? '', to ?? '');
    builder.edge(entityA, entityB, { label, dashed: relSpec.relType === 'NON_IDENTIFYING' });
  }
  return builder;
}

function attributeLine({ type, name, keys = [], comment = '' }: Attribute): string {
  const note = comment === '' ? '' : `(${comment})`;
  return mermaidText([`${name}: ${type}`, keys.join(', '), note].filter((part) => part !== '').join(' '));
}
