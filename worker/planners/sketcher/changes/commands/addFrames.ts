import { label as labelOf } from '../../text/plain.ts';
import type { Place } from '../canvas/editedCanvas.ts';
import type { Addition } from '../grammar/command.ts';
import { addShape } from './addShape.ts';
import { type ResolvedPlace, resolvePlace } from './resolvePlace.ts';
import { threadBeside } from './threadBeside.ts';
import type { Work } from './work.ts';

/** New columns and lanes: beside others, at an end, or inside a frame. */
export function addFrames(addition: Addition, work: Work): void {
  const { canvas, finder } = work;
  const place = addition.place === null ? null : resolvePlace(addition.place, work);
  const isOfContents = place !== null && 'anchor' in place && place.anchor.kind === 'SHAPE';
  const at: Place = place === null || isOfContents ? { parent: parentOfFrames(work) } : framePlace(place);
  const frames = addition.texts.map((text) =>
    canvas.add({ kind: 'FRAME', text: labelOf(text), shape: null, color: null }, at),
  );
  if (at.side === 'after') for (const frame of frames.toReversed()) canvas.place(frame, at);
  const [frame] = frames;
  if (frame === undefined) return;
  const inner = addition.contents.map((text) =>
    addShape({ ...addition, color: null }, text, { parent: frame.id }, work),
  );
  if (isOfContents && place !== null && 'anchor' in place) threadBeside(inner, place, work);
  finder.remember(frames);
}

/** The frame that holds the other frames, if one does. */
export function parentOfFrames({ canvas }: Work): string | null {
  const parents = new Set(canvas.boxes.filter(({ kind }) => kind === 'FRAME').map(({ parent }) => parent));
  const [only = null] = parents;
  return parents.size === 1 ? only : null;
}

function framePlace(place: ResolvedPlace): Place {
  if (place.kind === 'inside') return { parent: place.anchor.id };
  if (place.kind === 'beside') return { parent: place.anchor.parent, beside: place.anchor, side: place.side };
  if (place.kind === 'between') return { parent: place.anchor.parent, beside: place.anchor, side: 'after' };
  const { edge, within } = place;
  const parent = within === null ? null : within.id;
  return edge === 'start' ? { parent, atStart: true } : { parent };
}
