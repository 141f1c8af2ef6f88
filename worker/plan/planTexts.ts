import { cutText, isLongerThan } from '../../src/canvas/model/cutText.ts';
import { maxTextLength } from '../../src/canvas/model/limits.ts';
import { plainText } from '../../src/canvas/model/plainText.ts';
import type { PlanObject } from '../../src/canvas/model/plan.ts';

/** Whether the text of an object is too long for the canvas. */
export function hasLongText(object: PlanObject): boolean {
  return isTooLong(textOf(object));
}

/** The text of an object that people read. */
function textOf(object: PlanObject): string {
  if (object.type === 'frame') return object.title;
  if (object.type === 'edge') return object.label ?? '';
  return 'text' in object ? (object.text ?? '') : '';
}

const isTooLong = (text: string): boolean => isLongerThan(plainText(text), maxTextLength);

/** A text of a plan as the canvas can hold it: without control characters, at most as long as its limit. */
export function canvasText(text: string): string {
  return cutText(plainText(text), maxTextLength);
}

/** A compartment's lines, as few texts as their limit allows. */
export function compartmentTexts(compartment: string): string[] {
  const texts: string[] = [];
  for (const line of plainText(compartment).split('\n').map(canvasText)) {
    const joined = texts.length === 0 ? line : `${texts.at(-1)}\n${line}`;
    if (texts.length === 0 || isTooLong(joined)) texts.push(line);
    else texts[texts.length - 1] = joined;
  }
  return texts.filter((text) => text.trim() !== '');
}
