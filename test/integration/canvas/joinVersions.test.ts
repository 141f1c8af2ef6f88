import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type pg from 'pg';
import { describe, expect } from 'vitest';
import { editObjects } from '../../../src/canvas/edits/editObjects.ts';
import { emptyChangeSet, invertChanges } from '../../../src/canvas/model/changes/changeSet.ts';
import type { CanvasObject } from '../../../src/canvas/model/object.ts';
import { commitVersion } from '../../../src/canvas/versions/commitVersion.ts';
import { readObjects } from '../../../src/canvas/versions/objectRows.ts';
import { restoreVersion } from '../../../src/canvas/versions/restoreVersion.ts';
import { undoVersion } from '../../../src/canvas/versions/undoVersion.ts';
import { readChangeSet, readObjectsAt, undoneByEach } from '../../../src/canvas/versions/versions.ts';
import { inTransaction } from '../../../src/database/transaction.ts';
import { CanvasConflictError } from '../../../src/errors.ts';
import { joinOldVersions } from '../../../worker/tasks/joinOldVersions.ts';
import { insertJobs } from '../../support/database/agedRows.ts';
import { test as databaseTest } from '../../support/setup/database.ts';

const ages = { VERSION_JOIN_MINUTES: 30, VERSION_THIN_HOURS: 24 };

/** A canvas with a history that the test makes up. */
class History {
  readonly pool: pg.Pool;
  readonly canvasId: string;
  readonly ownerId: string;

  constructor(pool: pg.Pool, canvasId: string, ownerId: string) {
    this.pool = pool;
    this.canvasId = canvasId;
    this.ownerId = ownerId;
  }

  static async begin(pool: pg.Pool): Promise<History> {
    const canvasId = await insertJobs(pool, { status: 'COMPLETED', days: 0, count: 10, version: 0 });
    const { rows } = await pool.query('SELECT owner_id FROM canvas WHERE id = $1', [canvasId]);
    return new History(pool, canvasId, rows[0].owner_id);
  }

  get request() {
    return { canvasId: this.canvasId, ownerId: this.ownerId };
  }

  async version(): Promise<number> {
    const { rows } = await this.pool.query('SELECT version FROM canvas WHERE id = $1', [this.canvasId]);
    return rows[0].version;
  }

  async objects(): Promise<CanvasObject[]> {
    return (await readObjects(this.pool, this.canvasId)).map(({ object }) => object);
  }

  async edit(
    { add = [], ...edit }: { add?: CanvasObject[]; update?: unknown[]; delete?: string[] },
    baseVersion?: number,
  ) {
    return editObjects(this.pool, {
      ...this.request,
      baseVersion: baseVersion ?? (await this.version()),
      edit: {
        add: add.map((object) => ({ locked: false, ...object })),
        update: [],
        delete: [],
        ...edit,
      } as never,
    });
  }

  /** Commits what a job wants, as the next of the canvas's jobs that has made no version yet. */
  async job(added: CanvasObject[], deleted: CanvasObject[] = []): Promise<void> {
    const { rows } = await this.pool.query<{ id: string }>(
      'SELECT id FROM canvas_job WHERE canvas_id = $1 AND id NOT IN (SELECT job_id FROM canvas_version WHERE job_id IS NOT NULL) LIMIT 1',
      [this.canvasId],
    );
    const [job] = rows;
    if (job === undefined) return;
    await inTransaction(this.pool, (tx) =>
      commitVersion(tx, {
        canvasId: this.canvasId,
        author: { kind: 'JOB', jobId: job.id },
        changes: { ...emptyChangeSet, added, deleted },
      }),
    );
  }

  /** Moves the newest version, and with it the following ones, into the past. */
  async setTime(number: number, minutesAgo: number): Promise<void> {
    await this.pool.query(
      "UPDATE canvas_version SET created_at = date_trunc('hour', now()) - $3 * interval '1 minute' WHERE canvas_id = $1 AND number = $2",
      [this.canvasId, number, minutesAgo],
    );
  }

  async numbers(): Promise<number[]> {
    const { rows } = await this.pool.query<{ number: number }>(
      'SELECT number FROM canvas_version WHERE canvas_id = $1 ORDER BY number',
      [this.canvasId],
    );
    return rows.map(({ number }) => number);
  }

  async stateAt(number: number) {
    return readObjectsAt(this.pool, this.canvasId, number);
  }

  /** What has to stay the same, for each of the versions. */
  async states(numbers: readonly number[]) {
    const undone = await undoneByEach(this.pool, this.canvasId, numbers);
    const states = new Map<number, unknown>();
    for (const number of numbers) states.set(number, [await this.stateAt(number), undone.get(number)]);
    return states;
  }
}

const test = databaseTest.extend<{ pool: pg.Pool; history: History }>({
  pool: async ({ database }, use) => {
    const pool = database.pool();
    // One test cuts connections that are in use.
    pool.on('connect', (client) => client.on('error', () => undefined));
    await use(pool);
  },
  history: async ({ pool }, use) => use(await History.begin(pool)),
});

/** Joins until nothing is left to be joined. */
async function joinAll(pool: pg.Pool, size = 50): Promise<number> {
  let total = 0;
  for (let joined = await joinOldVersions(pool, ages, size); joined !== null; ) {
    total += joined;
    joined = await joinOldVersions(pool, ages, size);
  }
  return total;
}

const aShape = (text: string, id = randomUUID() as string) => ({
  ...{ kind: 'SHAPE' as const, id, x: 0, y: 0, width: 160, height: 64, shape: 'RECTANGLE' as const },
  ...{ text, parentId: null, fontSize: 16, color: 'blue' as const, zIndex: 0, lines: [text] },
});

type Step = {
  action: 'add' | 'move' | 'delete' | 'readd' | 'job' | 'undo' | 'restore';
  pick: number;
  gap: number;
};

const steps = fc.array(
  fc.record<Step>({
    action: fc.constantFrom(
      'add',
      'add',
      'move',
      'move',
      'move',
      'delete',
      'readd',
      'job',
      'undo',
      'restore',
    ),
    pick: fc.nat(1_000),
    // Seconds to the next step: most within a minute, some within the hour, a few later.
    gap: fc.oneof(fc.constant(5), fc.constant(20), fc.constant(50), fc.constant(600), fc.constant(5_000)),
  }),
  { minLength: 5, maxLength: 25 },
);

/** Takes one step; what can't be done is left. */
async function take(history: History, { action, pick }: Step, deleted: CanvasObject[]): Promise<void> {
  const objects = await history.objects();
  const one = objects[pick % Math.max(1, objects.length)];
  const number = pick % ((await history.version()) + 1);
  try {
    if (action === 'add') await history.edit({ add: [aShape(`Shape ${pick}`)] });
    if (action === 'move' && one) await history.edit({ update: [{ id: one.id, x: pick }] });
    if (action === 'delete' && one) {
      deleted.push(one);
      await history.edit({ delete: [one.id] });
    }
    const again = deleted.at(-1);
    if (action === 'readd' && again) await history.edit({ add: [again] });
    if (action === 'job') await history.job([aShape(`Job ${pick}`)], one && pick % 3 === 0 ? [one] : []);
    if (action === 'undo') await undoVersion(history.pool, { ...history.request, number });
    if (action === 'restore') await restoreVersion(history.pool, { ...history.request, number });
  } catch (error) {
    if (!(error instanceof Error) || !/Conflict|NotFound/.test(error.name)) throw error;
  }
}

/** Puts the versions so many seconds apart, the newest one `newest` minutes before the full hour. */
async function age(history: History, seconds: readonly number[], newest: number): Promise<void> {
  let ago = newest;
  for (let number = seconds.length; number > 0; number -= 1) {
    await history.setTime(number, ago);
    ago += (seconds[number - 1] ?? 0) / 60;
  }
}

/** Each version's own change leads from the one before it to its state. */
async function expectReversible(history: History, numbers: readonly number[]): Promise<void> {
  for (const [index, number] of numbers.entries()) {
    const changes = await readChangeSet(history.pool, history.canvasId, number);
    const at = new Map((await history.stateAt(number)).map(({ object }) => [object.id, object]));
    const back = invertChanges(changes ?? emptyChangeSet);
    for (const { id } of back.deleted) at.delete(id);
    for (const object of [...back.updated.map(({ after }) => after), ...back.added])
      at.set(object.id, object);
    const earlier = (await history.stateAt(numbers[index - 1] ?? 0)).map(({ object }) => object);
    expect([...at.values()].toSorted(byId)).toEqual(earlier.toSorted(byId));
  }
}

describe('joining old edits', () => {
  test('keeps the canvas and the state of every remaining version', async ({ pool }) => {
    let joined = 0;
    await fc.assert(
      fc.asyncProperty(steps, fc.integer({ min: 1, max: 9 }), fc.nat(3_000), async (taken, size, newest) => {
        const history = await History.begin(pool);
        const deleted: CanvasObject[] = [];
        const seconds: number[] = [];
        for (const step of taken) {
          await take(history, step, deleted);
          while (seconds.length < (await history.version())) seconds.push(step.gap);
        }
        await age(history, seconds, newest);
        const before = await history.states(await history.numbers());
        const kinds = await kindsOf(pool, history.canvasId);
        const current = await history.objects();
        joined += await joinAll(pool, size);

        const left = await history.numbers();
        expect(await history.states(left)).toEqual(
          new Map(left.map((number) => [number, before.get(number)])),
        );
        expect(await history.objects()).toEqual(current);
        // What is not an edit stays, and so does what an undo or a return names.
        const needed = kinds.filter(({ kind, isSource }) => kind !== 'EDIT' || isSource);
        expect(left).toEqual(expect.arrayContaining(needed.map(({ number }) => number)));
        expect(left.at(-1) ?? 0).toBe(await history.version());
        await expectReversible(history, left);
        expect(await joinAll(pool, size)).toBe(0);
      }),
      { numRuns: 12 },
    );
    expect(joined).toBeGreaterThan(0);
  });

  test('makes one version of edits within a minute, and of an hour when they are older than a day', async ({
    pool,
    history,
  }) => {
    // Before the full hour. Of one hour: 2,990 and 2,950. Within a minute: 299.5, 299 and 298.1.
    const minutesAgo = [3_000.5, 2_990, 2_950, 2_935, 300.3, 299.5, 299, 298.1, 290, 60.2, 59.9];
    for (const text of minutesAgo.map(String)) await history.edit({ add: [aShape(text)] });
    for (const [index, minutes] of minutesAgo.entries()) await history.setTime(index + 1, minutes);
    expect(await joinAll(pool)).toBe(3);
    expect(await history.numbers()).toEqual([1, 3, 4, 5, 8, 9, 10, 11]);
  });

  test('leaves younger versions, and happens once with two workers', async ({ pool, history }) => {
    for (let index = 0; index < 12; index += 1) await history.edit({ add: [aShape(`${index}`)] });
    expect(await joinAll(pool)).toBe(0);
    await pool.query(
      "UPDATE canvas_version SET created_at = date_trunc('hour', now()) - interval '119 minutes' + number * interval '1 second'",
    );
    const state = await history.stateAt(12);
    const joined = await Promise.all([joinAll(pool, 2), joinAll(pool, 3)]);
    // A canvas that is locked is left to the next clean-up.
    expect((joined[0] ?? 0) + (joined[1] ?? 0) + (await joinAll(pool))).toBe(11);
    expect(await history.numbers()).toEqual([12]);
    expect(await history.stateAt(12)).toEqual(state);
  });

  test('is done as a whole or not at all', async ({ pool, history }) => {
    for (let index = 0; index < 6; index += 1) await history.edit({ add: [aShape(`${index}`)] });
    await pool.query(
      "UPDATE canvas_version SET created_at = date_trunc('hour', now()) - interval '119 minutes'",
    );
    const before = await history.states(await history.numbers());
    // The process is gone right before it commits: its connection is cut in the last statement.
    await pool.query(`CREATE FUNCTION cut() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END $$`);
    await pool.query(
      'CREATE TRIGGER cut AFTER UPDATE OF compaction ON canvas_version EXECUTE FUNCTION cut()',
    );
    await expect(joinOldVersions(pool, ages, 50)).rejects.toThrow();
    await pool.query('DROP TRIGGER cut ON canvas_version');
    expect(await history.states(await history.numbers())).toEqual(before);
    expect(await joinAll(pool)).toBe(5);
  });

  test('an edit based on a joined version is rebased, and reports conflicts', async ({ pool, history }) => {
    const [kept, moved] = [aShape('kept'), aShape('moved')];
    await history.edit({ add: [kept, moved] });
    await history.setTime(1, 200);
    const added = aShape('added');
    await history.edit({ add: [added] });
    await history.edit({ update: [{ id: moved.id, x: 7 }] });
    await history.edit({ update: [{ id: moved.id, color: 'red' }] });
    for (const number of [2, 3, 4]) await history.setTime(number, 100);
    expect(await joinAll(pool)).toBe(2);
    expect(await history.numbers()).toEqual([1, 4]);

    const result = await history.edit(
      {
        update: [
          { id: kept.id, text: 'Mine' },
          { id: added.id, x: 3 },
          { id: moved.id, x: 9, text: 'Mine, too' },
        ],
      },
      2,
    );
    expect(result.conflicts).toEqual([{ objectId: moved.id, reason: 'CHANGED', aspects: ['place'] }]);
    const texts = new Map((await history.objects()).map((object) => [object.id, object]));
    expect(texts.get(kept.id)).toMatchObject({ text: 'Mine' });
    expect(texts.get(added.id)).toMatchObject({ x: 3 });
    expect(texts.get(moved.id)).toMatchObject({ x: 7, color: 'red', text: 'Mine, too' });

    for (const change of [undoVersion, restoreVersion]) {
      const refused = change(pool, { ...history.request, number: 3 });
      await expect(refused).rejects.toThrow(CanvasConflictError);
      await expect(refused).rejects.toThrow(
        /Version 3 was joined with later edits into version 4\..* version 1,/,
      );
    }
    await undoVersion(pool, { ...history.request, number: 4 });
    expect((await history.objects()).map(({ id }) => id)).not.toContain(added.id);
  });
});

const byId = (a: CanvasObject, b: CanvasObject) => (a.id < b.id ? -1 : 1);

async function kindsOf(pool: pg.Pool, canvasId: string) {
  const { rows } = await pool.query<{ number: number; kind: string; isSource: boolean }>(
    `SELECT number, kind, EXISTS (SELECT 1 FROM canvas_version later WHERE later.canvas_id = $1
       AND later.source_number = version.number) AS "isSource" FROM canvas_version version WHERE canvas_id = $1`,
    [canvasId],
  );
  return rows;
}
