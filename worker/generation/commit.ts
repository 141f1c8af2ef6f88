import { commitJobVersion } from '../../src/canvas/commitVersion.ts';
import { inTransaction } from '../../src/database/connection.ts';
import { patiently } from '../../src/database/patiently.ts';
import { type AttemptUsage, completeAttempt, type SavedCost } from '../../src/jobs/endAttempt.ts';
import type { Generation } from './generation.ts';
import type { Member } from './member.ts';
import { keepResult, type Result, sizeOf } from './result.ts';
import { usageCost } from './usageCost.ts';

/**
 * Puts the result on the canvas of every job and completes it, each in one transaction. The first one carries
 * what it has cost; for the others that is saved.
 * @returns The jobs that have been completed.
 */
export async function commitAll(generation: Generation, result: Result): Promise<Member[]> {
  const usage = usageOf(generation);
  const completed: Member[] = [];
  for (const member of generation.members.present) {
    const share: Share =
      completed.length > 0 || result.entry !== null
        ? { usage: null, saved: savedBy(result, usage) }
        : { usage, saved: null };
    if (await commit(generation, member, result, share)) {
      completed.push(member);
      generation.members.release(member);
    } else {
      // Refused: the row says whether the job was cancelled in this very moment, or taken over by others.
      await member.control.check();
      member.control.abort('superseded');
    }
  }
  return completed;
}

type Share = { usage: AttemptUsage; saved: SavedCost };

/** @returns False when the attempt is not the current one any more, or its job was cancelled: nothing is written. */
async function commit(
  generation: Generation,
  member: Member,
  result: Result,
  share: Share,
): Promise<boolean> {
  const { engine } = generation;
  const { title, warnings } = result;
  const changes = { ...result.changes, added: member.own(result.changes.added) };
  const completion = { objectCount: sizeOf(changes), warnings, ...share };
  return patiently(engine.giveUp, () =>
    inTransaction(engine.pool, (tx) =>
      completeAttempt(tx, member.id, completion, async () => {
        if (share.saved === null) await keepResult(tx, generation, result, share.usage);
        return commitJobVersion(tx, { canvasId: member.job.canvas_id, jobId: member.job.id, title, changes });
      }),
    ),
  );
}

function savedBy({ entry }: Result, usage: AttemptUsage): SavedCost {
  if (entry !== null) return { tokens: entry.tokens, costUsd: entry.costUsd };
  return { tokens: (usage?.inputTokens ?? 0) + (usage?.outputTokens ?? 0), costUsd: usage?.costUsd ?? 0 };
}

/** What the generation has used, with its price. */
export function usageOf({ usage, engine }: Pick<Generation, 'usage' | 'engine'>): AttemptUsage {
  if (usage === null) return null;
  return { ...usage, costUsd: usageCost(usage, engine.config.openai?.prices) };
}
