import { DiagramBuilder } from '../plan/diagramBuilder.ts';
import { mermaidText } from './text.ts';

type Period = { section: string; task: string; events: string[] };
type Timeline = {
  getTasks(): readonly Period[];
  getCommonDb(): { getDiagramTitle(): string };
};

/** Periods in their order, their events as notes below; in sections, a frame for each. */
export function readMermaidTimeline(db: Timeline): DiagramBuilder {
  const builder = new DiagramBuilder(db.getCommonDb().getDiagramTitle() || 'Timeline', 'timeline', 'right');
  const periods = db.getTasks();
  for (const { section } of periods) if (section !== '') builder.frame(section, mermaidText(section));
  let previous: string | null = null;
  for (const [at, { section, task, events }] of periods.entries()) {
    const [period, texts] = [mermaidText(task), events.map((event) => mermaidText(event))];
    const name = `period ${at}`;
    if (section !== '') builder.node(name, [period, ...texts].join('\n'), { parent: section });
    else addPeriod(builder, name, period, texts);
    if (section === '' && previous !== null) builder.edge(previous, name);
    previous = name;
  }
  return builder;
}

function addPeriod(builder: DiagramBuilder, name: string, period: string, events: readonly string[]): void {
  const [only, ...others] = events;
  if (only === undefined || others.length === 0) {
    builder.node(name, only === undefined ? period : `${period}: ${only}`);
    return;
  }
  builder.node(name, period);
  for (const [at, event] of events.entries()) {
    const note = `${name} event ${at}`;
    builder.node(note, event, { shape: 'sticky', color: 'yellow' });
    builder.edge(name, note);
  }
}
