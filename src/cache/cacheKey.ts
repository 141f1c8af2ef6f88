import { createHash } from 'node:crypto';
import type { CanvasObject } from '../canvas/model/object.ts';
import type { CanvasHistory } from '../canvas/versions/canvasHistory.ts';
import type { Config } from '../config.ts';
import type { DiagramKind } from '../database/generated/prisma/enums.ts';
import type { PlannerIdentity } from './plannerIdentity.ts';

/** Everything that a result depends on. */
export type CachedRequest = {
  instruction: string;
  /** The kind of diagram that is asked for. Default: the planner chooses. */
  kind?: DiagramKind | null;
  /** Objects on the existing canvas, those that the job may change, and its latest changes; null for a new canvas. */
  canvas: {
    objects: readonly CanvasObject[];
    selection: readonly string[];
    history: CanvasHistory;
  } | null;
  planner: PlannerIdentity;
  /** Whose results may be used; null: everybody's. */
  ownerId: string | null;
};

/**
 * Key of a request: requests with the same key are duplicates. Case and the amount of white space between words make no
 * difference; line breaks and indentation do, since they express structure.
 */
export function cacheKeyOf({ instruction, kind = null, canvas, planner, ownerId }: CachedRequest): string {
  const parts = [
    normalise(instruction),
    canvas === null ? null : { ...canvas, selection: canvas.selection.toSorted() },
    planner,
    // Without a kind, keys are those of versions that knew none.
    ...(kind === null ? [] : [kind]),
  ];
  const shared = sha256(JSON.stringify(parts));
  // Migration 0018 derives keys of users in the same way.
  return ownerId === null ? shared : sha256(`${shared}:${ownerId}`);
}

/** Who may use a cached result: only the owner of the job that generated it, or everybody. */
export type CacheScope = Config['CACHE_SCOPE'];

/** Whose results may be used for a job: its owner's; null: everybody's. */
export function cacheOwnerOf(scope: CacheScope, ownerId: string): string | null {
  return scope === 'shared' ? null : ownerId;
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

function normalise(instruction: string): string {
  const lines = instruction.normalize('NFC').toLowerCase().split('\n');
  return lines.map((line) => line.trimEnd().replace(/(?<=\S)\s+/g, ' ')).join('\n');
}
