import type { Box } from '../canvas/editedCanvas.ts';
import { refuse } from '../canvas/refused.ts';
import { listed } from '../canvas/wording.ts';
import type { Command } from '../grammar/command.ts';
import { closeGap } from './flow.ts';
import { sequenceOn } from './sequence.ts';
import type { Work } from './work.ts';

type Of<Kind extends Command['kind']> = Extract<Command, { kind: Kind }>;

/** Removes boxes; where one leaves a flow, what led to it leads on. A frame goes with what it holds. */
export function remove({ what }: Of<'remove'>, work: Work): void {
  const { canvas, finder } = work;
  const boxes = finder.each(what, (phrase) => finder.toChange(phrase, { isWhole: true }));
  removeBoxes(boxes, work);
  finder.remember(boxes.filter((box) => canvas.boxes.includes(box)));
}

function removeBoxes(boxes: readonly Box[], work: Work): void {
  const { canvas } = work;
  const kept = boxes
    .flatMap((box) => (box.kind === 'FRAME' ? canvas.below(box) : []))
    .filter(({ access }) => access !== 'free');
  if (kept.length > 0)
    refuse(
      `${listed(
        kept.map(({ text }) => text),
        4,
        'and',
      )} can’t be removed with it.`,
    );
  const sequence = sequenceOn(canvas);
  for (const box of boxes) {
    const bars = canvas.boxes.filter(({ id }) => id !== box.id && sequence?.participantOf(id) === box.id);
    if (bars.length === 0 && box.kind === 'SHAPE') closeGap(canvas, box);
    for (const each of [box, ...bars]) canvas.remove(each);
  }
}

/** Removes what a frame holds, or what is below a shape, but not the thing itself. */
export function clear({ what }: Of<'clear'>, work: Work): void {
  const { canvas, finder } = work;
  const boxes = finder.each(what, (phrase) => finder.toChange(phrase)).flatMap((box) => canvas.below(box));
  const free = boxes.filter(({ access }) => access === 'free');
  const fixed = boxes.filter(({ access }) => access !== 'free');
  if (free.length === 0) refuse('There is nothing in it that can be removed.');
  if (fixed.length > 0)
    work.warn(
      `${listed(
        fixed.map(({ text }) => text),
        4,
        'and',
      )} can’t be removed, and stays.`,
    );
  removeBoxes(
    free.filter((box) => canvas.boxes.includes(box)),
    work,
  );
}

export function removeLines({ which }: Of<'removeLines'>, { canvas, finder }: Work): void {
  canvas.disconnect(finder.lines(which));
}
