import { dequal } from 'dequal';
import fc from 'fast-check';
import { describe, expect, inject } from 'vitest';
import { readCanvas } from '../../support/canvases.ts';
import { openPage, type PageSession } from '../../support/editing/pageSession.ts';
import {
  type EditKind,
  edited,
  UndoModel,
  type UndoStep,
  undoStep,
} from '../../support/editing/undoModel.ts';
import { create } from '../../support/jobs.ts';
import * as lifecycle from '../../support/lifecycle/lifecycle.ts';
import type { TestDatabase } from '../../support/setup/database.ts';
import { type Client, type System, test } from '../../support/system.ts';

/**
 * Random sequences of edits, jobs, undo, redo and reloads, with and without waiting until they are saved, on two
 * pages of one canvas: what is on the canvas is what the two stacks of an editor say, exactly. CHAOS_RUNS sets the
 * number of sequences.
 */

/** An empty canvas, whose first job has been cancelled. */
async function emptyCanvas(client: Client): Promise<string> {
  const { id, canvasId } = await create(client, { instruction: 'anything' });
  await client.send('mutation ($id: ID!) { cancelJob(input: { jobId: $id }) { __typename } }', { id });
  return canvasId;
}

/** A job that adds one shape, without a worker: it is done before anybody sees anything of it. */
async function runJob({ client }: System, database: TestDatabase, canvasId: string): Promise<string> {
  const pool = database.pool({ max: 2 });
  const { id } = await create(client, { instruction: 'one shape', canvasId, useCache: false });
  const job = await lifecycle.start(pool, lifecycle.workerIds[0] ?? '');
  if (!job) throw new Error('No job was there to be started.');
  const attempt = { jobId: job.id, number: job.attempt };
  await lifecycle.endAttempt(pool, 'complete', attempt, { delayMs: 0, keep: false });
  await pool.end();
  return id;
}

/** Runs a sequence on a canvas of its own, and compares the canvas with the model wherever everything is saved. */
class Run {
  readonly #model = new UndoModel();
  readonly #system: System;
  readonly #database: TestDatabase;
  readonly #canvasId: string;
  #pages: [PageSession, PageSession];
  /** Steps of undo and redo since everything was saved. */
  #quickReverts = 0;
  #isRevertHidden = false;

  private constructor(
    system: System,
    database: TestDatabase,
    canvasId: string,
    pages: [PageSession, PageSession],
  ) {
    this.#system = system;
    this.#database = database;
    this.#canvasId = canvasId;
    this.#pages = pages;
  }

  static async begin(system: System, database: TestDatabase): Promise<Run> {
    const { client } = system;
    const id = await emptyCanvas(client);
    return new Run(system, database, id, [await openPage(client, id), await openPage(client, id)]);
  }

  async take(steps: readonly UndoStep[]): Promise<void> {
    await this.#compare();
    for (const step of steps) {
      await this.#do(step);
      if (step.waits) await this.#compare();
    }
    await this.#compare();
  }

  async #do(step: UndoStep): Promise<void> {
    const [page] = this.#pages;
    switch (step.do) {
      case 'undo':
      case 'redo':
        this.#revert(step.do);
        this.#model[step.do]();
        return;
      case 'job': {
        await page.settle();
        this.#model.change(await runJob(this.#system, this.#database, this.#canvasId));
        return;
      }
      case 'undoJob': {
        const jobId = this.#model.newestJob;
        if (jobId === null) return;
        expect(await page.command({ undoJob: jobId })).toMatchObject({ kind: 'saved' });
        this.#model.undo();
        return;
      }
      case 'reload':
        this.#pages[0] = await openPage(this.#system.client, this.#canvasId, await page.leave());
        return;
      case 'otherPage':
        await page.settle();
        this.#pages = [this.#pages[1], this.#pages[0]];
        await this.#pages[0].read();
        return;
      default:
        // People change what they see, not what the server is about to remove.
        if (this.#quickReverts > 1 || this.#isRevertHidden) await page.settle();
        page.edit(edited(page.shown(), step.do, step.pick));
        this.#model.change();
    }
  }

  /** What more than one quick undo leads to, or that of a job, is shown when the server has named it. */
  #revert(direction: 'undo' | 'redo'): void {
    const [page] = this.#pages;
    const before = page.shown();
    page.revert(direction);
    this.#quickReverts += 1;
    this.#isRevertHidden ||= dequal(page.shown(), before);
  }

  async #compare(): Promise<void> {
    const [page] = this.#pages;
    await page.settle();
    this.#quickReverts = 0;
    this.#isRevertHidden = false;
    await page.read();
    expect(page.notices()).toEqual([]);
    const { objects } = await readCanvas(this.#system.client, this.#canvasId);
    if (this.#model.expected) expect(objects).toEqual(this.#model.expected);
    this.#model.read(objects);
    expect(page.shown()).toHaveLength(objects.length);
  }
}

/** Two boxes and an arrow between them. */
const beginning: UndoStep[] = [
  { do: 'add', pick: 1, waits: true },
  { do: 'add', pick: 8, waits: true },
  { do: 'connect', pick: 0, waits: true },
];

const edit = (kind: EditKind, pick = 0, waits = true): UndoStep => ({ do: kind, pick, waits });
const undo = { do: 'undo', waits: true } as const;
const redo = { do: 'redo', waits: true } as const;
const quickly = { waits: false } as const;

/** Sequences that go wrong most easily; they are tried before the random ones. */
const known: UndoStep[][] = [
  // An edit right after the undo of a job, of what that job has drawn.
  [
    { do: 'job', waits: true },
    { ...undo, ...quickly },
    edit('move', 2),
    { do: 'otherPage', waits: true },
    redo,
  ],
  // Left before the server has named what the second undo is about.
  [{ ...undo, ...quickly }, { ...undo, ...quickly }, { do: 'reload', waits: false }, redo, redo],
  // A locked arrow follows what it joins, there and back.
  [edit('lock'), edit('move'), undo, undo, redo, redo, undo],
  // Quicker than anything is saved.
  [edit('move', 0, false), edit('retype', 1, false), { ...undo, ...quickly }, { ...undo, ...quickly }, redo],
  [edit('delete', 0, false), { ...undo, ...quickly }, { do: 'reload', waits: false }, redo],
  [{ do: 'job', waits: true }, edit('add', 3), undo, { do: 'undoJob', waits: true }, redo, redo, undo],
  [{ do: 'job', waits: true }, { do: 'otherPage', waits: true }, undo, { do: 'reload', waits: true }, redo],
];

const numRuns = known.length + inject('chaosRuns');

describe('undo and redo', () => {
  test('go by the two stacks of an editor, exactly', { timeout: 240_000 }, async ({ system, database }) => {
    await fc.assert(
      fc.asyncProperty(fc.array(undoStep, { minLength: 3, maxLength: 14 }), async (steps) => {
        const run = await Run.begin(system, database);
        await run.take([...beginning, ...steps]);
      }),
      {
        numRuns,
        endOnFailure: true,
        examples: known.map((steps) => [steps]),
      },
    );
  });

  test('never revert changes that another page has made since', async ({ system: { client } }) => {
    const id = await emptyCanvas(client);
    const [mine, theirs] = [await openPage(client, id), await openPage(client, id)];
    mine.edit(edited(mine.shown(), 'add', 1));
    await mine.settle();
    await theirs.read();
    theirs.edit(edited(theirs.shown(), 'add', 2));
    await theirs.settle();
    // This page has not learned of that yet.
    mine.revert('undo');
    mine.revert('undo');
    await mine.settle();
    const { objects } = await readCanvas(client, id);
    expect(objects).toMatchObject(
      [theirs.shown().at(-1)].map((object) => ({ ...object, id: objects[0]?.id })),
    );
    mine.revert('undo');
    await mine.settle();
    expect((await readCanvas(client, id)).objects).toEqual([]);
  });

  test('report what another user has changed, and leave it', async ({ system: { client } }) => {
    const id = await emptyCanvas(client);
    const [mine, theirs] = [await openPage(client, id), await openPage(client, id)];
    mine.edit(edited(mine.shown(), 'add', 1));
    await mine.settle();
    await theirs.read();
    mine.edit(mine.shown().map((object) => ({ ...object, color: 'RED', x: 900 })));
    await mine.settle();
    theirs.edit(theirs.shown().map((object) => ({ ...object, color: 'GREEN' })));
    await theirs.settle();
    theirs.edit(theirs.shown().map((object) => ({ ...object, color: 'PINK' })));
    await theirs.settle();
    mine.revert('undo');
    await mine.settle();
    expect(mine.notices()).toEqual([expect.stringMatching(/^“Box \d+” was also changed elsewhere/)]);
    expect((await readCanvas(client, id)).objects).toMatchObject([{ color: 'PINK', x: 200 }]);
  });
});
