import { setTimeout as delay } from 'node:timers/promises';
import type { CanvasObject } from '../../src/canvas/object.ts';
import type { NewJobEvent } from '../../src/events/jobEvent.ts';
import { AttemptAborted } from './abort.ts';
import type { Attempt } from './attempt.ts';
import { place } from './place.ts';

/** Objects that come in within this time share an event. */
const batchMs = 25;
/** Above this many objects, those that moved are shown again only when their number has grown by a tenth. */
const alwaysRedraw = 40;
const redrawGrowth = 1.1;

/**
 * Shows viewers a plan while it comes in: every new object as soon as it is there, at the place that it would
 * have if nothing followed, and again when what follows has moved it.
 */
export class Preview {
  readonly #attempt: Attempt;
  readonly #shown = new Map<string, string>();
  #countAtRedraw = 0;
  #begun = false;
  #dirty = false;
  #publishing: Promise<void> | undefined;
  #failure: unknown;

  constructor(attempt: Attempt) {
    this.#attempt = attempt;
  }

  /** Says that the plan has grown. @throws What keeps it from being shown. */
  refresh(): void {
    if (this.#failure !== undefined) throw this.#failure;
    this.#dirty = true;
    this.#publishing ??= this.#publish();
  }

  /** Resolves when everything that there is has been shown. @throws What kept it from being shown. */
  async settled(): Promise<void> {
    await this.#publishing;
    if (this.#failure !== undefined) throw this.#failure;
  }

  /** Shows nothing more. */
  async stop(): Promise<void> {
    this.#dirty = false;
    await this.#publishing;
  }

  async #publish(): Promise<void> {
    try {
      while (this.#dirty) {
        await delay(batchMs);
        if (!this.#dirty) break;
        this.#dirty = false;
        await this.#showNews();
      }
    } catch (error) {
      this.#failure = error;
      // The planner need not go on for an attempt that is not wanted any more.
      if (error instanceof AttemptAborted) this.#attempt.control.abort(error.why);
    } finally {
      this.#publishing = undefined;
    }
  }

  async #showNews(): Promise<void> {
    const { draft, existing, log } = this.#attempt;
    const objects = this.#news(await place(draft, existing));
    const progress = generatingProgress(draft.objectCount);
    const events: NewJobEvent[] = [];
    if (!this.#begun) events.push({ type: 'JobProgressed', payload: { phase: 'GENERATING', progress } });
    if (objects.length > 0) {
      const payload = { objects, objectCount: draft.objectCount, progress };
      events.push({ type: 'ObjectsGenerated', payload });
    }
    if (events.length === 0) return;
    this.#begun = true;
    await log.append(events, { phase: 'GENERATING', progress, objectCount: draft.objectCount });
  }

  /** The objects that viewers have not seen at all, or, when it is time to draw all again, not at their places. */
  #news(objects: CanvasObject[]): CanvasObject[] {
    const redraw = objects.length <= alwaysRedraw || objects.length >= this.#countAtRedraw * redrawGrowth;
    if (redraw) this.#countAtRedraw = objects.length;
    return objects.filter((object) => {
      const { zIndex: _, ...look } = object;
      const now = JSON.stringify(look);
      const before = this.#shown.get(object.id);
      if (before === now || (before !== undefined && !redraw)) return false;
      this.#shown.set(object.id, now);
      return true;
    });
  }
}

/** Nobody knows how many objects are to come, so progress approaches the end of the phase ever more slowly. */
function generatingProgress(objectCount: number): number {
  const [begin, end, typical] = [0.05, 0.88, 15];
  return begin + (end - begin) * (1 - Math.exp(-objectCount / typical));
}
