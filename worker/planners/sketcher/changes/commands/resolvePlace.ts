import type { Box } from '../canvas/editedCanvas.ts';
import { refuse } from '../canvas/refused.ts';
import type { PlaceWords } from '../grammar/command.ts';
import { betweenOf } from '../grammar/readPlace.ts';
import type { Work } from './work.ts';

/** A place whose words have been matched to the canvas. */
export type ResolvedPlace =
  | { kind: 'inside'; anchor: Box }
  | { kind: 'beside'; anchor: Box; side: 'before' | 'after' }
  | { kind: 'between'; anchor: Box; other: Box }
  | { kind: 'edge'; edge: 'start' | 'end'; within: Box | null };

/** @throws ChangeRefused if what the place names is not there */
export function resolvePlace(place: PlaceWords, { canvas, finder }: Work): ResolvedPlace {
  if (place.relation === 'start' || place.relation === 'end') {
    return {
      kind: 'edge',
      edge: place.relation,
      within: place.of === null ? null : finder.oneToJoin(place.of),
    };
  }
  const { relation, of } = place;
  if (of === null) refuse('The place is missing.');
  if (relation === 'between') {
    const pair =
      betweenOf(of, { isThere: (phrase) => finder.isThere(phrase) }) ?? of.split(/\s+(?:and|und|et|y|&)\s+/i);
    const [one, other] = [pair[0] ?? of, pair[1] ?? ''].map((phrase) => finder.oneToJoin(phrase));
    if (one === undefined || other === undefined || one === other)
      refuse('Name two different objects: “between … and …”.');
    return { kind: 'between', anchor: one, other };
  }
  const anchor = finder.oneToJoin(of, { isPlace: true });
  // Below a step of a flow, or a card, is what comes after it.
  const isInside =
    relation === 'in' || (relation === 'under' && (anchor.kind === 'FRAME' || canvas.root() !== null));
  if (isInside) return { kind: 'inside', anchor };
  return { kind: 'beside', anchor, side: relation === 'before' ? 'before' : 'after' };
}
