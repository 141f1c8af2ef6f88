import type { JobPhase, LogEntryFragment } from '../../../generated/graphql.ts';

/** A step of the timeline: one event, or the events of a phase. */
export type TimelineEntry =
  | { kind: 'event'; event: LogEntryFragment }
  | {
      kind: 'phase';
      /** The first event of the phase. */
      event: LogEntryFragment;
      phase: JobPhase;
      /** When its latest event was appended. */
      until: string;
      added: number;
      changed: number;
      deleted: number;
    };

type Phase = Extract<TimelineEntry, { kind: 'phase' }>;

/** Groups the events of a log by phase: a job can report hundreds of objects one by one. */
export function groupEvents(events: readonly LogEntryFragment[]): TimelineEntry[] {
  const entries: TimelineEntry[] = [];
  for (const event of events) {
    const last = entries.at(-1);
    const current = last?.kind === 'phase' ? last : null;
    if (event.__typename === 'JobProgressed') {
      if (current?.phase === event.phase) entries[entries.length - 1] = { ...current, until: event.at };
      else entries.push(beginPhase(event, event.phase));
    } else if (event.__typename === 'ObjectsGenerated') {
      if (current && current.phase !== 'PLANNING') entries[entries.length - 1] = withObjects(current, event);
      else entries.push(withObjects(beginPhase(event, 'GENERATING'), event));
    } else {
      entries.push({ kind: 'event', event });
    }
  }
  return entries;
}

function beginPhase(event: LogEntryFragment, phase: JobPhase): Phase {
  return { kind: 'phase', event, phase, until: event.at, added: 0, changed: 0, deleted: 0 };
}

type Generated = Extract<LogEntryFragment, { __typename: 'ObjectsGenerated' }>;

function withObjects(entry: Phase, { at, objects, updatedObjects, deletedIds }: Generated): Phase {
  return {
    ...entry,
    until: at,
    added: entry.added + objects.length,
    changed: entry.changed + updatedObjects.length,
    deleted: entry.deleted + deletedIds.length,
  };
}
