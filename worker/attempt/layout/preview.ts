import { setTimeout as delay } from 'node:timers/promises';
import { byId, type ChangeSet } from '../../../src/canvas/model/changes/changeSet.ts';
import type { CanvasObject } from '../../../src/canvas/model/object.ts';
import type { NewJobEvent } from '../../../src/events/log/jobEvent.ts';
import type { InsertedPlan } from '../../layout/insertion/insertPlan.ts';
import { layOut } from '../../layout/thread/layOut.ts';
import type { PlanDraft } from '../../plan/planDraft.ts';
import type { Attempt } from '../state/attempt.ts';
import type { LoadedCanvas } from '../state/plan.ts';
import { sizeOf } from './layOutPlan.ts';
import { untilAborted } from './untilAborted.ts';

/** Objects that arrive within this time share an event. */
const batchMs = 25;
/** Above this many objects, changed ones are shown again only when the number of objects has grown by a twentieth. */
const alwaysRedraw = 40;
const redrawGrowth = 1.05;

type PreviewedCanvas = Pick<LoadedCanvas, 'objects' | 'placed'>;

/**
 * Shows viewers a plan while it arrives: every object that it adds, updates or deletes at once, as it would be if
 * nothing followed, and again when later objects have changed that. Until then a connector of what has moved is not
 * shown. The last preview of a complete plan shows all of it as it will be laid out.
 */
export class Preview {
  readonly #attempt: Pick<Attempt, 'job' | 'log' | 'signal'>;
  readonly #canvas: PreviewedCanvas;
  /** The objects of the canvas before the plan. */
  readonly #originals: ReadonlyMap<string, CanvasObject>;
  /** Each object as it was last shown, by its id; null: as deleted. */
  readonly #shown = new Map<string, string | null>();
  #countAtRedraw = 0;
  #hasBegun = false;
  readonly #completing = new AbortController();
  #laidOut: InsertedPlan | null = null;
  /** The update that is shown next. */
  #next: PlanDraft | null = null;
  #publishing: Promise<void> | undefined;
  #failure: unknown;

  /** @param canvas The canvas that the plan changes. */
  constructor(attempt: Pick<Attempt, 'job' | 'log' | 'signal'>, canvas: PreviewedCanvas) {
    this.#attempt = attempt;
    this.#canvas = canvas;
    this.#originals = byId(canvas.objects);
  }

  /** Shows the plan as it is now. @throws The error of an earlier update. */
  refresh(draft: PlanDraft): void {
    if (this.#failure !== undefined) throw this.#failure;
    this.#next = draft;
    this.#publishing ??= this.#publish();
  }

  /** Shows all of a plan to which nothing will be added, at once. @returns How. @throws The error that prevented it. */
  async complete(draft: PlanDraft): Promise<InsertedPlan | null> {
    this.#completing.abort();
    this.refresh(draft);
    await this.settled();
    return this.#laidOut;
  }

  /** Resolves when the latest plan has been shown. @throws The error that prevented it. */
  async settled(): Promise<void> {
    await this.#publishing;
    if (this.#failure !== undefined) throw this.#failure;
  }

  /** Drops updates that have not been shown yet. */
  async stop(): Promise<void> {
    this.#next = null;
    await this.#publishing;
  }

  async #publish(): Promise<void> {
    try {
      while (this.#next !== null) {
        await this.#untilBatchIsDue();
        const draft = this.#next;
        this.#next = null;
        if (draft !== null) await this.#show(draft);
      }
    } catch (error) {
      this.#failure = error;
    } finally {
      this.#publishing = undefined;
    }
  }

  async #untilBatchIsDue(): Promise<void> {
    await delay(batchMs, undefined, { signal: this.#completing.signal }).catch(() => undefined);
  }

  async #show(draft: PlanDraft): Promise<void> {
    const { log, job, signal } = this.#attempt;
    const { objects: existing, placed } = this.#canvas;
    const request = { plan: draft.content, existing, selection: job.selection, now: existing, placed };
    this.#laidOut = await untilAborted(layOut(request), signal);
    const { changes } = this.#laidOut;
    const objectCount = sizeOf(changes);
    const progress = generatingProgress(draft.changeCount);
    const unseen = this.#unseen(changes);
    const events: NewJobEvent[] = [];
    if (!this.#hasBegun) events.push({ type: 'JobProgressed', payload: { phase: 'GENERATING', progress } });
    if (Object.values(unseen).some(({ length }) => length > 0))
      events.push({ type: 'ObjectsGenerated', payload: { ...unseen, objectCount, progress } });
    if (events.length === 0) return;
    this.#hasBegun = true;
    await log.append(events, { phase: 'GENERATING', progress, objectCount });
  }

  /** What viewers have not seen at all, or, when everything is drawn again, not as it is now. */
  #unseen(changes: ChangeSet) {
    const states = this.#statesAfter(changes);
    const isRedraw =
      this.#completing.signal.aborted ||
      states.size <= alwaysRedraw ||
      states.size >= this.#countAtRedraw * redrawGrowth;
    if (isRedraw) this.#countAtRedraw = states.size;
    const isShown = ([id, object]: [string, CanvasObject | null]): boolean =>
      (isRedraw || !this.#isLoose(object, states)) && this.#isUnseen(id, object, isRedraw);
    const unseen = [...states].filter(isShown);
    const objects = unseen.flatMap(([, object]) => object ?? []);
    return {
      objects: objects.filter(({ id }) => !this.#originals.has(id)),
      updatedObjects: objects.filter(({ id }) => this.#originals.has(id)),
      deletedIds: unseen.flatMap(([id, object]) => (object === null ? id : [])),
    };
  }

  /** Objects that change or have been shown, by their ids; null: deleted. What no longer changes is as it was. */
  #statesAfter({ added, updated, deleted }: ChangeSet): Map<string, CanvasObject | null> {
    return new Map([
      ...[...this.#shown.keys()].map((id) => [id, this.#originals.get(id) ?? null] as const),
      ...[...added, ...updated.map(({ after }) => after)].map((object) => [object.id, object] as const),
      ...deleted.map(({ id }) => [id, null] as const),
    ]);
  }

  /** Whether an object is a connector of which an end is shown where it no longer is. */
  #isLoose(object: CanvasObject | null, states: ReadonlyMap<string, CanvasObject | null>): boolean {
    if (object?.kind !== 'CONNECTOR') return false;
    return [object.fromId, object.toId].some((id) => {
      const [end, shown] = [states.get(id), this.#shown.get(id)];
      return end && shown && shown !== lookOf(end);
    });
  }

  #isUnseen(id: string, object: CanvasObject | null, isRedraw: boolean): boolean {
    const before = this.#shown.get(id);
    const look = object && lookOf(object);
    if (before === look || (before && look && !isRedraw)) return false;
    this.#shown.set(id, look);
    return true;
  }
}

const lookOf = ({ zIndex: _, ...object }: CanvasObject): string => JSON.stringify(object);

/** The number of changes to come is unknown, so progress approaches the end of the phase ever more slowly. */
function generatingProgress(changeCount: number): number {
  const [begin, end, typical] = [0.05, 0.88, 15];
  return begin + (end - begin) * (1 - Math.exp(-changeCount / typical));
}
