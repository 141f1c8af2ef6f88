import { setTimeout as delay } from 'node:timers/promises';
import type { CanvasObject } from '../../src/canvas/model/object.ts';
import type { NewJobEvent } from '../../src/events/log/jobEvent.ts';
import { layOut } from '../layout/thread/layOut.ts';
import type { PlanDraft } from '../plan/planDraft.ts';
import type { Attempt } from './attempt.ts';
import type { LoadedCanvas } from './plan.ts';
import { untilAborted } from './untilAborted.ts';

/** Objects that arrive within this time share an event. */
const batchMs = 25;
/** Above this many objects, moved ones are shown again only when the number of objects has grown by a tenth. */
const alwaysRedraw = 40;
const redrawGrowth = 1.1;

type PreviewedCanvas = Pick<LoadedCanvas, 'objects' | 'placed'>;

/**
 * Shows viewers a plan while it arrives: every new object at once, at the place that it would have if nothing
 * followed, and again when later objects have moved it.
 */
export class Preview {
  readonly #attempt: Pick<Attempt, 'job' | 'log' | 'signal'>;
  readonly #canvas: PreviewedCanvas;
  /** Each object as it was last shown, by its id. */
  readonly #shown = new Map<string, string>();
  #countAtRedraw = 0;
  #hasBegun = false;
  /** The update that is shown next. */
  #next: PlanDraft | null = null;
  #publishing: Promise<void> | undefined;
  #failure: unknown;

  /** @param canvas The canvas that the plan changes. */
  constructor(attempt: Pick<Attempt, 'job' | 'log' | 'signal'>, canvas: PreviewedCanvas) {
    this.#attempt = attempt;
    this.#canvas = canvas;
  }

  /** Shows the plan as it is now. @throws The error of an earlier update. */
  refresh(draft: PlanDraft): void {
    if (this.#failure !== undefined) throw this.#failure;
    this.#next = draft;
    this.#publishing ??= this.#publish();
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
        await delay(batchMs);
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

  async #show(draft: PlanDraft): Promise<void> {
    const { log, job, signal } = this.#attempt;
    const { objects: existing, placed } = this.#canvas;
    const request = { plan: draft.content, existing, selection: job.selection, now: existing, placed };
    const { changes } = await untilAborted(layOut(request), signal);
    const { objectCount } = draft;
    const progress = generatingProgress(objectCount);
    const objects = this.#changed(changes.added);
    const events: NewJobEvent[] = [];
    if (!this.#hasBegun) events.push({ type: 'JobProgressed', payload: { phase: 'GENERATING', progress } });
    if (objects.length > 0)
      events.push({ type: 'ObjectsGenerated', payload: { objects, objectCount, progress } });
    if (events.length === 0) return;
    this.#hasBegun = true;
    await log.append(events, { phase: 'GENERATING', progress, objectCount });
  }

  /** Objects that viewers have not seen at all, or, when everything is drawn again, not at their places. */
  #changed(objects: CanvasObject[]): CanvasObject[] {
    const redraw = objects.length <= alwaysRedraw || objects.length >= this.#countAtRedraw * redrawGrowth;
    if (redraw) this.#countAtRedraw = objects.length;
    return objects.filter(({ zIndex: _, ...object }) => {
      const look = JSON.stringify(object);
      const before = this.#shown.get(object.id);
      if (before === look || (before !== undefined && !redraw)) return false;
      this.#shown.set(object.id, look);
      return true;
    });
  }
}

/** The number of objects to come is unknown, so progress approaches the end of the phase ever more slowly. */
function generatingProgress(objectCount: number): number {
  const [begin, end, typical] = [0.05, 0.88, 15];
  return begin + (end - begin) * (1 - Math.exp(-objectCount / typical));
}
