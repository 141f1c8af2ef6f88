import { decodeHTML } from 'entities';

const breakTag = /<br\s*\/?>/gi;
const tag = /<\/?[a-z][^<>]*>/gi;

/** A label of a diagram language as plain text: no tags, no entities; `<br>` and `\n` are line breaks. */
export function labelText(label: string): string {
  const text = label
    .replace(breakTag, '\n')
    .replace(/\\[nlr]/g, '\n')
    .replace(tag, '');
  return decodeHTML(text)
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .trim();
}
