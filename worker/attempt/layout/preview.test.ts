import { pino } from 'pino';
import { Registry } from 'prom-client';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { CanvasObject } from '../../../src/canvas/model/object.ts';
import type { PlanObject } from '../../../src/canvas/model/plan.ts';
import { readConfig } from '../../../src/config.ts';
import type { NewJobEvent } from '../../../src/events/log/jobEvent.ts';
import { hasLogPosition } from '../../../src/events/log/sql/hasLogPosition.ts';
import { insertAttemptEvents } from '../../../src/events/log/sql/insertAttemptEvents.ts';
import { fakePool, when } from '../../../test/support/database/fakePool.ts';
import { processingJob } from '../../../test/support/lifecycle/testJob.ts';
import { insertPlan } from '../../layout/insertion/insertPlan.ts';
import { PlanDraft } from '../../plan/planDraft.ts';
import { createSketcher } from '../../planners/sketcher/sketcher.ts';
import { readAttemptStatus } from '../sql/readAttemptStatus.ts';
import { openAttempt } from '../state/attempt.ts';
import { AttemptAborted } from '../state/attemptControl.ts';
import { createAttemptMetrics } from '../state/attemptMetrics.ts';
import type { WorkerContext } from '../state/workerContext.ts';
import { Preview } from './preview.ts';

const job = processingJob;

type Options = { status?: 'PROCESSING' | 'CANCELLING'; objects?: readonly CanvasObject[] };

/**
 * A running attempt whose log keeps what is appended; `status` is what the job's row says of it, and `objects` are on
 * its canvas. Plans name these by their ids.
 */
function setup({ status = 'PROCESSING', objects = [] }: Options = {}) {
  const batches: NewJobEvent[][] = [];
  const never = new AbortController().signal;
  const pool = fakePool(
    when(readAttemptStatus, () => [{ status }]),
    when(insertAttemptEvents, ({ events }) => {
      if (status !== 'PROCESSING') return [];
      batches.push(JSON.parse(events));
      return [{}];
    }),
    when(hasLogPosition, () => []),
  );
  const worker: WorkerContext = {
    pool,
    hub: { subscribe: () => () => undefined },
    planner: createSketcher(),
    config: readConfig({}),
    log: pino({ level: 'silent' }),
    workerId: 'w',
    running: new Set(),
    metrics: createAttemptMetrics(new Registry()),
    releaseSignal: never,
    shutdownSignal: never,
  };
  const attempt = openAttempt(worker, job);
  onTestFinished(() => attempt.control.dispose());
  const own = new Map(objects.map(({ id }) => [id, id]));
  const draft = new PlanDraft({ targets: own, ends: own, frames: new Map() });
  draft.header = { title: 'T', layout: 'tree', direction: 'down' };
  return { attempt, draft, preview: new Preview(attempt, { objects, placed: [] }), batches };
}

const node = (id: string): PlanObject => ({
  type: 'node',
  id,
  shape: 'rect',
  text: id,
  color: null,
  parent: null,
  order: null,
});

/** A child of the root: the more it has, the further the root moves. */
const child = (id: string): PlanObject[] => [
  node(id),
  { type: 'edge', id: `edge to ${id}`, from: 'root', to: id, label: null, style: null },
];
const children = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => child(`child ${from + index}`)).flat();

/** Adds objects, and waits until viewers have been shown what there is. */
async function show({ draft, preview }: ReturnType<typeof setup>, objects: PlanObject[]): Promise<void> {
  for (const object of objects) draft.add(object);
  preview.refresh(draft);
  await preview.settled();
}

const shownIn = (events: readonly NewJobEvent[] | undefined): CanvasObject[] =>
  (events ?? []).flatMap((event) => (event.type === 'ObjectsGenerated' ? event.payload.objects : []));

/** What a viewer sees who has followed all events: each object takes the place of the one with its id. */
function seenBy(batches: readonly NewJobEvent[][]): Map<string, CanvasObject> {
  return new Map(batches.flatMap(shownIn).map((object) => [object.id, object]));
}

const generatedIn = (events: readonly NewJobEvent[] | undefined) =>
  events?.find((event) => event.type === 'ObjectsGenerated')?.payload;

/** Objects of a canvas that a plan has drawn. */
async function drawn(objects: PlanObject[]): Promise<CanvasObject[]> {
  const { draft } = setup();
  for (const object of objects) draft.add(object);
  const request = { plan: draft.content, existing: [], selection: [], now: [], placed: [] };
  return (await insertPlan(request)).changes.added;
}

const idOf = (objects: readonly CanvasObject[], text: string): string =>
  objects.find((object) => object.kind === 'SHAPE' && object.text === text)?.id ?? '';

const update = (target: string, changes: Partial<Extract<PlanObject, { type: 'update' }>>): PlanObject => ({
  ...{ type: 'update', id: `update ${target}`, target, text: null, color: null, shape: null },
  ...{ parent: null, order: null, style: null, ends: null },
  ...changes,
});

const textsOf = (objects: readonly CanvasObject[]) =>
  objects.flatMap((object) => (object.kind === 'SHAPE' ? [object.text] : []));

describe('a preview', () => {
  it('begins by saying that objects are being generated', async () => {
    const scene = setup();
    await show(scene, [node('root')]);
    expect(scene.batches).toHaveLength(1);
    expect(scene.batches[0]).toMatchObject([
      { type: 'JobProgressed', payload: { phase: 'GENERATING' } },
      { type: 'ObjectsGenerated', payload: { objectCount: 1, objects: [{ text: 'root' }] } },
    ]);
  });

  it('puts objects that come together into one event', async () => {
    const { draft, preview, batches } = setup();
    for (const object of [node('root'), ...children(1, 3)]) {
      draft.add(object);
      preview.refresh(draft);
    }
    await preview.settled();
    expect(batches).toHaveLength(1);
    expect(shownIn(batches[0])).toHaveLength(7);
  });

  it('shows what is new and what it has moved, not what stays where it is', async () => {
    const scene = setup();
    await show(scene, [node('root'), ...children(1, 2)]);
    await show(scene, children(3, 3));
    const again = textsOf(shownIn(scene.batches[1]));
    expect(again).toContain('root');
    expect(again).toContain('child 3');
    expect(again).not.toContain('child 1');
  });

  it('says nothing when nothing has changed', async () => {
    const scene = setup();
    await show(scene, [node('root')]);
    await show(scene, []);
    expect(scene.batches).toHaveLength(1);
  });

  it('has shown viewers in the end what would be laid out', async () => {
    const scene = setup();
    for (const id of ['root', 'other root']) await show(scene, [node(id)]);
    for (const count of [1, 2, 3, 4]) await show(scene, children(count, count));
    const look = ({ zIndex: _, ...rest }: CanvasObject) => rest;
    const seen = seenBy(scene.batches);
    const request = { plan: scene.draft.content, existing: [], selection: [], now: [], placed: [] };
    const placed = (await insertPlan(request)).changes.added;
    expect(placed.map(look)).toEqual(placed.flatMap(({ id }) => seen.get(id) ?? []).map(look));
    expect(seen.size).toBe(placed.length);
  });

  it('of many objects draws those that moved again only when their number has grown by a twentieth', async () => {
    const scene = setup();
    // A tree of many leaves is stacked, in which a further leaf moves nothing.
    scene.draft.header = { title: 'T', layout: 'flow', direction: 'down' };
    await show(scene, [node('root'), ...children(1, 24)]);
    await show(scene, children(25, 25));
    // Its connector would begin where the root no longer is.
    expect(textsOf(shownIn(scene.batches[1]))).toEqual(['child 25']);
    expect(shownIn(scene.batches[1])).toHaveLength(1);
    await show(scene, children(26, 28));
    const redrawn = shownIn(scene.batches[2]);
    expect(redrawn.length).toBeGreaterThan(6);
    expect(textsOf(redrawn)).toContain('root');
  });

  it('of a complete plan shows all objects where the final layout places them, however few came last', async () => {
    const scene = setup();
    scene.draft.header = { title: 'T', layout: 'flow', direction: 'down' };
    await show(scene, [node('root'), ...children(1, 60)]);
    for (const object of children(61, 62)) scene.draft.add(object);
    await scene.preview.complete(scene.draft);
    const request = { plan: scene.draft.content, existing: [], selection: [], now: [], placed: [] };
    const look = ({ zIndex: _, ...rest }: CanvasObject) => rest;
    const placed = (await insertPlan(request)).changes.added.map(look);
    const seen = seenBy(scene.batches);
    expect(placed.flatMap(({ id }) => seen.get(id) ?? []).map(look)).toEqual(placed);
  });

  it('makes progress that only grows, and leaves room for what comes after', async () => {
    const scene = setup();
    for (let count = 0; count < 5; count += 1)
      await show(scene, [node(count === 0 ? 'root' : `node ${count}`)]);
    const progress = scene.batches
      .flat()
      .flatMap((event) => (event.type === 'ObjectsGenerated' ? [event.payload.progress] : []));
    expect(progress).toEqual([...new Set(progress)].sort((a, b) => a - b));
    expect(progress).toHaveLength(5);
    expect(progress.at(-1)).toBeLessThan(0.9);
  });

  it('shows updates and deletions, and what they change in other objects', async () => {
    const objects = await drawn([node('root'), ...children(1, 2)]);
    const [root, deleted] = [idOf(objects, 'root'), idOf(objects, 'child 1')];
    const scene = setup({ objects });
    await show(scene, [update(root, { text: 'Start', color: 'green' })]);
    expect(generatedIn(scene.batches[0])).toMatchObject({
      ...{ objects: [], updatedObjects: [{ id: root, text: 'Start', color: 'green' }], deletedIds: [] },
      objectCount: generatedIn(scene.batches[0])?.updatedObjects.length,
    });
    await show(scene, [{ type: 'delete', id: 'delete', target: deleted }]);
    const edge = objects.find((object) => object.kind === 'CONNECTOR' && object.toId === deleted);
    const removal = generatedIn(scene.batches[1]);
    expect(removal?.objects).toEqual([]);
    // The other child moves below its parent.
    expect(textsOf(removal?.updatedObjects ?? [])).toEqual(['child 2']);
    expect(new Set(removal?.deletedIds)).toEqual(new Set([deleted, edge?.id]));
  });

  it('shows what a later plan no longer changes as it was', async () => {
    const objects = await drawn([node('root'), ...children(1, 2)]);
    const [root, child] = [idOf(objects, 'root'), idOf(objects, 'child 1')];
    const scene = setup({ objects });
    await show(scene, [
      update(root, { text: 'Start' }),
      { type: 'delete', id: 'delete', target: child },
      node('new'),
    ]);
    const added = shownIn(scene.batches[0]).map(({ id }) => id);
    const restart = setup({ objects });
    await show({ ...scene, draft: restart.draft }, [update(child, { text: 'Other' })]);
    const last = generatedIn(scene.batches[1]);
    expect(last?.deletedIds).toEqual(added);
    expect(last?.updatedObjects).toContainEqual(objects.find(({ id }) => id === root));
    expect(last?.updatedObjects).toContainEqual(expect.objectContaining({ id: child, text: 'Other' }));
  });

  it('shows nothing more once it has been stopped', async () => {
    const { draft, preview, batches } = setup();
    draft.add(node('root'));
    preview.refresh(draft);
    await preview.stop();
    expect(batches).toEqual([]);
  });

  it('ends the attempt when that is not wanted any more', async () => {
    const scene = setup({ status: 'CANCELLING' });
    await expect(show(scene, [node('root')])).rejects.toMatchObject({ why: 'cancelled' });
    expect(scene.attempt.signal.reason).toEqual(new AttemptAborted('cancelled'));
    expect(() => scene.preview.refresh(scene.draft)).toThrow(expect.objectContaining({ why: 'cancelled' }));
    await scene.preview.stop();
  });
});
