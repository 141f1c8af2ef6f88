import { DiagramBuilder } from '../plan/diagramBuilder.ts';
import { mermaidText } from './text.ts';

type Pie = { getSections(): ReadonlyMap<string, number>; getDiagramTitle(): string };

/** A list of the parts with their values. */
export function readPie(db: Pie): DiagramBuilder {
  const builder = new DiagramBuilder(db.getDiagramTitle() || 'Pie chart', 'grid');
  const sections = [...db.getSections()];
  const total = sections.reduce((sum, [, value]) => sum + value, 0);
  for (const [name, value] of sections) {
    const share = total > 0 ? ` (${Math.round((value / total) * 100)} %)` : '';
    builder.node(name, `${mermaidText(name)}\n${value}${share}`);
  }
  builder.warn('A pie chart cannot be drawn, so the canvas lists its values.');
  return builder;
}
