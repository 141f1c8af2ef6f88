import { defaultColors, type PlanColor } from '../../../../../src/canvas/model/plan.ts';
import type { Box } from '../canvas/editedCanvas.ts';
import { AlreadySo, refuse } from '../canvas/refused.ts';
import { listed } from '../canvas/wording.ts';
import type { Command, Phrase } from '../grammar/command.ts';
import { moveTo } from './moveObjects.ts';
import type { Work } from './work.ts';

type Of<Kind extends Command['kind']> = Extract<Command, { kind: Kind }>;

export function restyle({ what, color, shape }: Of<'restyle'>, work: Work): void {
  const boxes = coloured(what, work);
  const shapes = boxes.filter(({ kind }) => kind === 'SHAPE');
  if (shape !== null && shapes.length === 0) refuse('Columns and sections have no other shape.');
  const before = boxes.map((box) => ({ ...box }));
  if (shape !== null) for (const box of shapes) box.shape = shape;
  if (color !== null) for (const box of boxes) box.color = color === 'default' ? defaultOf(box) : color;
  const isOther = boxes.some((box, at) => box.shape !== before[at]?.shape || box.color !== before[at]?.color);
  const names = boxes.map(({ text }) => text);
  if (!isOther)
    throw new AlreadySo(`${listed(names, 4, 'and')} already ${names.length === 1 ? 'looks' : 'look'} so.`);
}

const EVERYTHING = /^(?:everything|all|all of (?:it|them)|alles|tout|todo)(?=$|\s+except\s)/i;

/** "Everything" is every shape: frames are coloured only when they are meant. */
function coloured(what: readonly Phrase[], { finder }: Work): Box[] {
  return finder.each(what, (phrase) => {
    return finder.toChange(phrase.trim().replace(EVERYTHING, 'all shapes'), { isWhole: true });
  });
}

const defaultOf = ({ shape }: Box): PlanColor => (shape === null ? 'neutral' : defaultColors[shape]);

export function restyleLines({ which, style, color }: Of<'restyleLines'>, { finder }: Work): void {
  for (const line of finder.lines(which)) {
    if (style !== null) line.style = style;
    if (color !== null) line.color = color;
  }
}

const DONE = { kind: 'FRAME', isPlace: true } as const;

/** What is done goes to the column for that, or becomes green where there is none. */
export function finish({ what }: Of<'finish'>, work: Work): void {
  const { canvas, finder } = work;
  const column = finder.isThere('done', DONE) ? finder.oneToJoin('done', DONE) : null;
  const named = finder.each(what, (phrase) => finder.toChange(phrase));
  const boxes = named.flatMap((box) =>
    box.kind === 'FRAME' && column !== null ? canvas.within(box.id) : [box],
  );
  for (const box of boxes.filter((each) => each !== column)) {
    if (column !== null && box.kind === 'SHAPE') moveTo(work, box, { parent: column.id });
    else box.color = 'green';
  }
  finder.remember(boxes);
}
