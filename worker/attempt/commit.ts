import type { ChangeSet } from '../../src/canvas/model/changeSet.ts';
import { CanvasChangedError, commitJobVersion } from '../../src/canvas/versions/commitVersion.ts';
import { readObjects } from '../../src/canvas/versions/objectRows.ts';
import { inTransaction, type Sql } from '../../src/database/connection.ts';
import { retryWhileUnavailable } from '../../src/database/retryWhileUnavailable.ts';
import { type AttemptUsage, completeAttempt, type SavedCost } from '../../src/jobs/attempts/endAttempt.ts';
import { recordableUsage } from '../../src/jobs/attempts/recordable.ts';
import { placeBeside } from '../layout/insertion/beside.ts';
import type { Generation } from './generation.ts';
import type { Member } from './member.ts';
import { keepResult, type Result, sizeOf, updateResult } from './result.ts';
import { usageCost } from './usageCost.ts';

/**
 * Puts the result on the canvas of every job and completes it, each in one transaction. The first one carries
 * what it has cost; for the others that is saved.
 * @param onCompleted Called for each job as soon as it is completed.
 */
export async function commitAll(
  generation: Generation,
  result: Result,
  onCompleted: (member: Member) => void,
): Promise<void> {
  const usage = usageOf(generation);
  let isPaidFor = result.entry !== null;
  for (const member of generation.members.present) {
    const share: Share = isPaidFor ? { usage: null, saved: savedBy(result, usage) } : { usage, saved: null };
    if (await commit(generation, member, result, share)) {
      isPaidFor = true;
      generation.members.release(member);
      onCompleted(member);
    } else {
      // Refused: the row says whether the job was cancelled in this very moment, or taken over by others.
      await member.control.check();
      member.control.abort('superseded');
    }
  }
}

type Share = { usage: AttemptUsage; saved: SavedCost };

/** How often a result is made anew because somebody has changed the canvas in the very moment. */
const mostRevisions = 5;

/**
 * Commits for the canvas as it is: if somebody has changed it since the changes were made, they are made anew. After
 * some times they are committed as they are: what others have done stays, only the places may not be the best.
 * @returns False when the attempt is not the current one any more, or its job was cancelled: nothing is written.
 */
async function commit(
  generation: Generation,
  member: Member,
  result: Result,
  share: Share,
): Promise<boolean> {
  let current = result;
  for (let revision = 0; ; revision += 1) {
    try {
      const strict = member.isFounder && current.entry === null && revision < mostRevisions;
      return await commitOnce(generation, member, current, { share, strict });
    } catch (error) {
      if (!(error instanceof CanvasChangedError)) throw error;
      current = await updateResult(generation, current);
    }
  }
}

async function commitOnce(
  generation: Generation,
  member: Member,
  result: Result,
  { share, strict }: { share: Share; strict: boolean },
): Promise<boolean> {
  const { engine } = generation;
  const { title, warnings } = result;
  const { canvasId, id: jobId } = member.job;
  const completion = { objectCount: sizeOf(result.changes), warnings, ...share };
  return retryWhileUnavailable(engine.giveUp, () =>
    inTransaction(engine.pool, (tx) =>
      completeAttempt(tx, member.id, completion, async () => {
        if (share.saved === null) await keepResult(tx, generation, result, share.usage);
        const changes = await changesFor(tx, member, result);
        const baseVersion = strict ? result.baseVersion : null;
        return commitJobVersion(tx, { canvasId, jobId, title, changes, baseVersion });
      }),
    ),
  );
}

/** The changes for the canvas of a job; on one other than the founder's nothing is expected, but may have come. */
async function changesFor(tx: Sql, member: Member, { changes }: Result): Promise<ChangeSet> {
  if (member.isFounder) return changes;
  const present = (await readObjects(tx, member.job.canvasId)).map(({ object }) => object);
  return { ...changes, added: placeBeside(member.own(changes.added), present) };
}

function savedBy({ entry }: Result, usage: AttemptUsage): SavedCost {
  if (entry !== null) return { tokens: entry.tokens, costUsd: entry.costUsd };
  return { tokens: (usage?.inputTokens ?? 0) + (usage?.outputTokens ?? 0), costUsd: usage?.costUsd ?? 0 };
}

/** What the generation has used, with its price. */
export function usageOf({ usage, engine }: Pick<Generation, 'usage' | 'engine'>): AttemptUsage {
  if (usage === null) return null;
  const costUsd = usageCost(usage, engine.config.openai?.prices);
  return recordableUsage({ ...usage, costUsd });
}
