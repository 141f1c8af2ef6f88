import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { sendHeartbeat } from '../src/jobs/workers/sql/sendHeartbeat.ts';
import { fakePool, when } from '../test/support/database/fakePool.ts';
import { DeclaredDeadError, sendHeartbeats } from './heartbeats.ts';

/** What a heartbeat finds: the worker's row, no row, or an outage. */
type Answer = 'alive' | 'dead' | 'away';

/** Sends heartbeats until the answers are used up. @returns The lines of the log. */
async function beat(answers: Answer[]): Promise<{ msg: string; err?: { code: string } }[]> {
  const lines: { msg: string }[] = [];
  const ending = new AbortController();
  const pool = fakePool(
    when(sendHeartbeat, () => {
      const answer = answers.shift();
      if (answers.length === 0) ending.abort();
      if (answer === 'away') throw Object.assign(new Error('no'), { code: 'ECONNREFUSED' });
      return answer === 'alive' ? [{}] : [];
    }),
  );
  const log = pino({}, { write: (line) => void lines.push(JSON.parse(line)) });
  const options = { pool, workerId: 'w', afterEach: async () => undefined, log, intervalMs: 0 };
  await sendHeartbeats(options, ending.signal);
  return lines;
}

describe('heartbeats', () => {
  it('report an outage of the database once, and its end', async () => {
    const lines = await beat(['alive', 'away', 'away', 'away', 'alive', 'alive', 'away', 'away']);
    const away = 'no heartbeat: the database cannot be reached';
    expect(lines.map(({ msg }) => msg)).toEqual([away, 'heartbeats are sent again', away]);
    expect(lines[0]?.err).toMatchObject({ code: 'ECONNREFUSED' });
  });

  it('end when the worker was declared dead', async () => {
    await expect(beat(['alive', 'dead', 'alive'])).rejects.toThrow(DeclaredDeadError);
  });
});
