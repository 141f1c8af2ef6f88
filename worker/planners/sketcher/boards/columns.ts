import type { PlanColor } from '../../../../src/canvas/model/plan.ts';

type Stage = { title: string; names: RegExp; color: PlanColor };

const stages: readonly Stage[] = [
  {
    title: 'Backlog',
    names: /^(backlog|ideas?|ideen|idées|icebox|later|someday|wish ?list)$/i,
    color: 'neutral',
  },
  {
    title: 'To do',
    names:
      /^(to[- ]?dos?|open|planned|ready|next( up)?|new|not started|this week|zu erledigen|zu tun|geplant|ausstehend|à faire|por hacer|pendientes?|offen|待办)$/i,
    color: 'yellow',
  },
  {
    title: 'Doing',
    names:
      /^(doing|in progress|wip|work in progress|started|active|ongoing|current|now|today|development|in arbeit|in bearbeitung|laufend|läuft|en cours|en curso|en progreso|进行中)$/i,
    color: 'blue',
  },
  {
    title: 'Blocked',
    names: /^(blocked|waiting( for)?|on hold|stuck|blockiert|wartet|bloqueado|bloqué)$/i,
    color: 'red',
  },
  {
    title: 'Review',
    names: /^((in )?(review|testing|test|qa|approval|staging|verify|prüfung|zu prüfen))$/i,
    color: 'purple',
  },
  {
    title: 'Done',
    names:
      /^(done|complete[d]?|finished|closed|shipped|released|live|deployed|erledigt|fertig|abgeschlossen|getan|terminé|fait|hecho|已完成|完成)$/i,
    color: 'green',
  },
];

const OTHERS: readonly PlanColor[] = ['orange', 'teal', 'pink', 'purple', 'blue', 'yellow'];

/** Whether a text is a usual name of a kanban column. */
export function isColumnName(text: string): boolean {
  return stages.some((stage) => stage.names.test(text.trim()));
}

/** Place of a column among the usual ones, from ideas to what is done; after them for a name of its own. */
export function columnOrder(title: string): number {
  const at = stages.findIndex((stage) => stage.names.test(title.trim()));
  return at === -1 ? stages.length : at;
}

/** Colour of a column: by the stage that its name tells, else by its place. */
export function columnColor(title: string, place: number): PlanColor {
  return (
    stages.find((stage) => stage.names.test(title.trim()))?.color ?? OTHERS[place % OTHERS.length] ?? 'blue'
  );
}

/** Whether a column holds finished work, or work under way. */
export function stageOf(title: string): 'done' | 'doing' | 'other' {
  if (stages.at(-1)?.names.test(title.trim())) return 'done';
  return stages.slice(2, 5).some((stage) => stage.names.test(title.trim())) ? 'doing' : 'other';
}

/** A column's heading: one word that people write in small letters becomes the usual form. */
export function columnTitle(title: string): string {
  return /^to-?do$/i.test(title.trim()) ? 'To do' : title;
}
