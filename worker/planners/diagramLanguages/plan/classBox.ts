import type { BoxOptions, DiagramBuilder } from './diagramBuilder.ts';

type ClassBox = { name: string; stereotype?: string; compartments: readonly (readonly string[])[] };

/** Adds a class or an entity: its name, and compartments with a line for each of their features. */
export function addClassBox(
  builder: DiagramBuilder,
  id: string,
  { name, stereotype = '', compartments }: ClassBox,
  options: BoxOptions = {},
): void {
  const title = stereotype === '' ? name : `«${stereotype}» ${name}`;
  const texts = compartments.map((features) => features.filter((line) => line !== '').join('\n'));
  builder.node(id, title, { ...options, compartments: texts.filter((text) => text !== '') });
}

/** A relation's label with the numbers at its ends: `places (1 to 0..n)`. */
export function relationLabel(label: string, from: string, to: string): string {
  const ends = from === '' && to === '' ? '' : `(${[from, to].filter((end) => end !== '').join(' to ')})`;
  return [label, ends].filter((part) => part !== '').join(' ');
}
