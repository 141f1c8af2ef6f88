import type { Box } from '../canvas/editedCanvas.ts';
import { refuse } from '../canvas/refused.ts';
import { quoted } from '../canvas/wording.ts';
import type { Command } from '../grammar/command.ts';
import type { Work } from './work.ts';

type Of<Kind extends Command['kind']> = Extract<Command, { kind: Kind }>;

/** The compartments of a class or an entity, which is a frame: its fields, then its methods. */
function compartmentsOf(of: string, { canvas, finder }: Work): Box[] {
  const entity = finder.oneToChange(of);
  const compartments = canvas.within(entity.id).filter(({ kind }) => kind === 'SHAPE');
  if (compartments.length === 0) refuse(`${quoted(entity)} has no fields.`);
  if (compartments.some(({ access }) => access !== 'free'))
    refuse('The fields are locked, or outside of your selection.');
  return compartments;
}

/** Adds fields behind the others; a method behind the methods. */
export function addFields({ names, of, isMethod }: Of<'addFields'>, work: Work): void {
  const compartments = compartmentsOf(of, work);
  const methods = compartments.findLast(({ text }) => /\)\s*(?::.*)?$/.test(text));
  const target = isMethod ? (methods ?? compartments.at(-1)) : compartments.find((box) => box !== methods);
  const box = target ?? compartments[0];
  if (box !== undefined) box.text = [box.text, ...names].filter((line) => line !== '').join('\n');
}

/** Removes fields by their names, with their types. */
export function removeFields({ names, of }: Of<'removeFields'>, work: Work): void {
  const compartments = compartmentsOf(of, work);
  for (const name of names) {
    const isMeant = (line: string) => nameOf(line) === nameOf(name);
    const box = compartments.find(({ text }) => text.split('\n').some(isMeant));
    if (box === undefined) refuse(`There is no field “${name}”.`);
    const left = box.text.split('\n').filter((line) => !isMeant(line));
    if (left.length === 0) refuse(`“${name}” is the only field here. Delete the box instead.`);
    box.text = left.join('\n');
  }
}

/** "+ total: number" is called total. */
const nameOf = (line: string): string => /[\p{L}\p{N}_]+/u.exec(line)?.[0].toLowerCase() ?? line;
