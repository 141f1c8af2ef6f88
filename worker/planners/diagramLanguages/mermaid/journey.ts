import { DiagramBuilder } from '../plan/diagramBuilder.ts';
import { mermaidText } from './text.ts';

type JourneyTask = { section: string; task: string; score: number; people: string[] };
type Journey = { getTasks(): readonly JourneyTask[]; getDiagramTitle(): string };

/** Sections are columns, tasks cards with score and people. */
export function readJourney(db: Journey): DiagramBuilder {
  const builder = new DiagramBuilder(db.getDiagramTitle() || 'User journey', 'kanban');
  for (const [at, { section, task, score, people }] of db.getTasks().entries()) {
    const column = section || 'Journey';
    builder.frame(column, mermaidText(column));
    const who = people.map((person) => mermaidText(person)).filter((person) => person !== '');
    const text = `${mermaidText(task)}\n${[`Score ${score}`, ...who].join(', ')}`;
    builder.node(`task ${at}`, text, { shape: 'sticky', color: colorOf(score), parent: column });
  }
  return builder;
}

const colorOf = (score: number) => (score >= 4 ? 'green' : score === 3 ? 'yellow' : 'red');
