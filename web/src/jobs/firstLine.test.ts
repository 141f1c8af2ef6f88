import { expect, test } from 'vitest';
import { firstLine } from './firstLine.ts';

test.each([
  ['A flow of three steps', 'A flow of three steps'],
  ['A board:\n- To do\n- Done', 'A board: …'],
  ['A board:\r\n\r\n- To do', 'A board: …'],
  ['\n  A flow  \n\n', 'A flow'],
  ['', ''],
])('%j is shown as %j', (text, shown) => {
  expect(firstLine(text)).toBe(shown);
});
