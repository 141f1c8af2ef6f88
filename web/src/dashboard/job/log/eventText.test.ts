import { expect, test } from 'vitest';
import { entry } from '../fixtures.ts';
import { entryText } from './eventText.ts';
import { groupEvents } from './timeline.ts';

test('each step of the timeline has a title, and details where there are any', () => {
  const events = [entry.queued(1), entry.started(2), entry.generated(3, 12, 1), entry.failed(4)];
  expect(groupEvents(events).map(entryText)).toEqual([
    { title: 'Queued', details: [] },
    { title: 'Attempt 1 started', details: ['Built-in sketcher'] },
    { title: 'Generating', details: ['12 added, 1 changed'] },
    {
      title: 'Failed',
      details: ['The AI model gave an empty answer.', 'Try again, or rephrase your instruction.'],
      quote: null,
    },
  ]);
});
