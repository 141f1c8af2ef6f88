import { expect, test } from 'vitest';
import { shapeKind } from '../model/object.ts';
import { fitCircle, fitText, textArea } from './sizing.ts';
import { linesSize } from './wrap.ts';

const TEXTS = ['Short', 'A decision about something that takes a few words', 'word '.repeat(40).trim(), ''];

test.each(shapeKind.options)('%s: text lies inside the room that Excalidraw gives it', (kind) => {
  for (const text of TEXTS) {
    const fitted = fitText(kind, text, 16);
    const [room, size] = [textArea(kind, fitted), linesSize(fitted.lines, fitted.fontSize)];
    expect(size.width).toBeLessThanOrEqual(room.width);
    expect(size.height).toBeLessThanOrEqual(room.height);
  }
});

test.each(shapeKind.options)('%s: sizes keep to the grid of 8 px', (kind) => {
  for (const text of TEXTS) {
    const { width, height } = fitText(kind, text, 16);
    expect([width % 8, height % 8]).toEqual([0, 0]);
  }
});

test('a circle has a text that lies inside it; a long text makes it an ellipse', () => {
  for (const text of ['', 'A', 'Finance', 'Two words', 'word '.repeat(30)]) {
    const fitted = fitCircle(text, 16);
    const [room, size] = [textArea('ELLIPSE', fitted), linesSize(fitted.lines, fitted.fontSize)];
    expect(size.width).toBeLessThanOrEqual(room.width);
    expect(size.height).toBeLessThanOrEqual(room.height);
    expect(fitted.width === fitted.height).toBe(text.length < 20);
  }
});

test('similar texts get boxes of the same size', () => {
  const [first, second] = [fitText('RECTANGLE', 'Sign up', 16), fitText('RECTANGLE', 'Verify email', 16)];
  expect(second).toMatchObject({ width: first.width, height: first.height });
});

test('a longer text gets a wider box rather than a tower', () => {
  const { width, height } = fitText('RECTANGLE', 'word '.repeat(40).trim(), 16);
  expect(height).toBeLessThan(width);
});
