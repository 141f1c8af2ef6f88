import type { PlanColor } from '../../../../src/canvas/model/plan.ts';
import { DiagramBuilder } from '../plan/diagramBuilder.ts';
import { mermaidText } from './text.ts';

type GanttTask = {
  id: string;
  section: string;
  task: string;
  startTime?: Date;
  endTime?: Date;
  milestone?: boolean;
  done?: boolean;
  active?: boolean;
  crit?: boolean;
};
type Gantt = { getTasks(): readonly GanttTask[]; getDiagramTitle(): string };

/** Sections are phases of a timeline, tasks their entries with dates. */
export function readGantt(db: Gantt): DiagramBuilder {
  const builder = new DiagramBuilder(db.getDiagramTitle() || 'Project plan', 'timeline', 'right');
  const tasks = db.getTasks();
  for (const { section } of tasks) if (section) builder.frame(section, mermaidText(section));
  let previous: string | null = null;
  for (const [at, task] of tasks.entries()) {
    const name = `task ${at}`;
    const text = `${mermaidText(task.task)}\n${datesOf(task)}`;
    const shape = task.milestone === true ? 'ellipse' : 'rect';
    builder.node(name, text, { shape, color: colorOf(task), parent: task.section || null });
    if (!task.section && previous !== null) builder.edge(previous, name);
    previous = name;
  }
  return builder;
}

/** The days as Mermaid computed them, in the thread's time zone. */
function datesOf({ startTime, endTime, milestone }: GanttTask): string {
  const [start, end] = [startTime, endTime].map((date) => (date === undefined ? '' : dayOf(date)));
  return milestone === true || end === '' || start === end ? (start ?? '') : `${start} – ${end}`;
}

function dayOf(date: Date): string {
  const [month, day] = [date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0'));
  return Number.isNaN(date.getTime()) ? '' : `${date.getFullYear()}-${month}-${day}`;
}

function colorOf({ done, active, crit }: GanttTask): PlanColor | null {
  if (crit === true) return 'red';
  if (done === true) return 'green';
  return active === true ? 'yellow' : null;
}
