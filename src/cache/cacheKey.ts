import { createHash } from 'node:crypto';
import type { CanvasObject } from '../canvas/model/object.ts';
import type { PlannerIdentity } from './plannerIdentity.ts';

/** Everything that a result depends on. */
export type CachedRequest = {
  instruction: string;
  /** What is on the canvas that is to be changed, and which of it may be touched; null for a new canvas. */
  canvas: { objects: readonly CanvasObject[]; selection: readonly string[] } | null;
  planner: PlannerIdentity;
  /** Whose results are good enough for it; null: everybody's. */
  ownerId: string | null;
};

/**
 * Key of a request: requests with the same key want the same result. Upper and lower case, and the amount of
 * white space between words, make no difference; line breaks and indentation do, since they give structure.
 */
export function cacheKeyOf({ instruction, canvas, planner, ownerId }: CachedRequest): string {
  const parts = [
    normalise(instruction),
    canvas === null ? null : { objects: canvas.objects, selection: canvas.selection.toSorted() },
    planner,
  ];
  const shared = sha256(JSON.stringify(parts));
  // Migration 0018 derives keys of users in the same way.
  return ownerId === null ? shared : sha256(`${shared}:${ownerId}`);
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

function normalise(instruction: string): string {
  const lines = instruction.normalize('NFC').toLowerCase().split('\n');
  return lines.map((line) => line.trimEnd().replace(/(?<=\S)\s+/g, ' ')).join('\n');
}
