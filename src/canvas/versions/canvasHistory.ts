import type { Sql } from '../../database/statement.ts';
import { changedProperties } from '../model/changes/changeSet.ts';
import { cutText } from '../model/cutText.ts';
import { type RecentVersion, readRecentVersions, type StoredBox } from './sql/readRecentVersions.ts';

/** A change in the history of a canvas, in words. */
export type PastChange = {
  /** Who made it: a job, or the owner by hand or with undo, restore or a copy. */
  by: 'job' | 'edit' | 'undo' | 'restore' | 'copy';
  /** Of the job; null without one, or when there was no space for it. */
  instruction: string | null;
  /** Texts of the frames and shapes that it added, changed in more than their place, and deleted. */
  added: string[];
  changed: string[];
  deleted: string[];
};

/** What a planner is told of the past of a canvas, within fixed limits. */
export type CanvasHistory = {
  /** Oldest first. */
  changes: PastChange[];
  /** Ids of the frames and shapes that the newest change was about: what "it" means in the next instruction. */
  recentIds: string[];
};

/** Of a canvas without versions. */
export const emptyHistory: CanvasHistory = { changes: [], recentIds: [] };

/** Limits: a history takes some 3,000 tokens at most. */
const mostChanges = 10;
const mostTexts = 20;
const longestText = 80;
const longestInstruction = 1_000;
const mostCharacters = 4_000;

/** Reads the latest changes of a canvas. */
export async function readCanvasHistory(sql: Sql, canvasId: string): Promise<CanvasHistory> {
  return canvasHistory(await readRecentVersions(sql, { canvasId, limit: mostChanges }));
}

/** @param versions Newest first */
export function canvasHistory(versions: readonly RecentVersion[]): CanvasHistory {
  const left = { texts: mostTexts, characters: mostCharacters };
  const changes = versions.map((version) => describeChange(version, left));
  return { changes: changes.reverse(), recentIds: recentIdsOf(versions) };
}

type Left = { texts: number; characters: number };

/** Takes what a change needs from what is left: newer changes come first. */
function describeChange(
  { kind, instruction, added, updated, deleted }: RecentVersion,
  left: Left,
): PastChange {
  const texts = (boxes: readonly StoredBox[]) => {
    const taken = boxes
      .map(textOf)
      .filter((text) => text !== '')
      .slice(0, left.texts);
    left.texts -= taken.length;
    return taken;
  };
  const text = instruction === null ? null : cutText(instruction, longestInstruction);
  const fits = text !== null && text.length <= left.characters;
  if (fits) left.characters -= text.length;
  return {
    by: kind.toLowerCase() as PastChange['by'],
    instruction: fits ? text : null,
    added: texts(added),
    changed: texts(contentChanges(updated).map(({ after }) => after)),
    deleted: texts(deleted),
  };
}

const textOf = ({ title, text }: StoredBox): string => cutText((title ?? text ?? '').trim(), longestText);

/**
 * What the newest change that still shows was about: the boxes that it added, or else those that it changed. Boxes that
 * only make room for others do not count, unless it is a single one that somebody has moved.
 */
function recentIdsOf(versions: readonly RecentVersion[]): string[] {
  const deleted = new Set<string>();
  for (const version of versions) {
    const changed = contentChanges(version.updated);
    const moved = version.updated.length === 1 ? version.updated : [];
    const updates = (changed.length > 0 ? changed : moved).map(({ after }) => after);
    const found = (version.added.length > 0 ? version.added : updates).filter(({ id }) => !deleted.has(id));
    if (found.length > 0) return found.map(({ id }) => id);
    for (const { id } of version.deleted) deleted.add(id);
  }
  return [];
}

/** Properties that change when something else needs space. */
const places = new Set(['x', 'y', 'width', 'height', 'lines', 'fontSize', 'zIndex']);

const contentChanges = (updated: RecentVersion['updated']): RecentVersion['updated'] =>
  updated.filter(({ before, after }) => changedProperties(before, after).some((name) => !places.has(name)));
