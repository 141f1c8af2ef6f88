import { expect, test } from 'vitest';
import { refersToSelection } from './refersToSelection.ts';

test.each([
  'make them green',
  'Make it a circle.',
  'please delete these',
  'Now, color these boxes blue',
  'tidy up this',
  'connect them to Review',
  'can you rename it to Draft?',
  'mach sie grün',
  'lösche diese Karten',
])('“%s” is about the selection', (instruction) => expect(refersToSelection(instruction)).toBe(true));

test.each([
  '',
  'make Review green',
  'add Approval after Review and connect it to Draft',
  'add items to To do',
  'delete Thistle',
  'undo that',
  'do it again',
  'is it ready?',
])('“%s” is not', (instruction) => expect(refersToSelection(instruction)).toBe(false));
