import { expect, test } from 'vitest';
import { entry } from '../fixtures.ts';
import { groupEvents, type TimelineEntry } from './timeline.ts';

const read = (entries: readonly TimelineEntry[]) =>
  entries.map((item) =>
    item.kind === 'event'
      ? item.event.__typename
      : `${item.phase} +${item.added} ~${item.changed}, ${item.event.sequence} to ${new Date(item.until).getUTCSeconds()}`,
  );

test('objects are counted in the phase in which they arrive', () => {
  const events = [
    entry.queued(1),
    entry.started(2),
    entry.progressed(3, 'PLANNING'),
    entry.generated(4, 2),
    entry.progressed(5, 'GENERATING'),
    entry.generated(6, 1, 3),
    entry.progressed(7, 'LAYING_OUT'),
    entry.generated(8, 4),
    entry.failed(9),
  ];
  expect(read(groupEvents(events))).toEqual([
    'JobQueued',
    'JobStarted',
    'PLANNING +0 ~0, 3 to 3',
    'GENERATING +3 ~3, 4 to 6',
    'LAYING_OUT +4 ~0, 7 to 8',
    'JobFailed',
  ]);
});

test('a phase of the next attempt is a step of its own', () => {
  const events = [entry.progressed(1, 'PLANNING'), entry.started(2, 2), entry.progressed(3, 'PLANNING')];
  expect(groupEvents(events)).toHaveLength(3);
});
