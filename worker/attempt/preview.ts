import { setTimeout as delay } from 'node:timers/promises';
import type { CanvasObject } from '../../src/canvas/model/object.ts';
import type { NewJobEvent } from '../../src/events/log/jobEvent.ts';
import { adopt } from './adopt.ts';
import { changeCanvas } from './changeCanvas.ts';
import type { Generation } from './generation.ts';

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
  readonly #generation: Generation;
  readonly #shown = new Map<string, { look: string; object: CanvasObject }>();
  #countAtRedraw = 0;
  #begun = false;
  #dirty = false;
  #lookForCompany = false;
  #publishing: Promise<void> | undefined;
  #failure: unknown;

  constructor(generation: Generation) {
    this.#generation = generation;
  }

  /** Says that the plan has grown. @throws What keeps it from being shown. */
  refresh(): void {
    if (this.#failure !== undefined) throw this.#failure;
    this.#dirty = true;
    this.#publishing ??= this.#publish();
  }

  /** Takes in jobs that ask for the same, and shows them what has been shown so far. */
  lookForCompany(): void {
    if (this.#failure !== undefined) return;
    this.#lookForCompany = true;
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
    this.#lookForCompany = false;
    await this.#publishing;
  }

  async #publish(): Promise<void> {
    try {
      while (this.#dirty || this.#lookForCompany) {
        if (this.#lookForCompany) await this.#welcome();
        if (this.#dirty) await delay(batchMs);
        if (!this.#dirty) continue;
        this.#dirty = false;
        await this.#showNews();
      }
    } catch (error) {
      this.#failure = error;
    } finally {
      this.#publishing = undefined;
    }
  }

  async #welcome(): Promise<void> {
    this.#lookForCompany = false;
    const { members } = this.#generation;
    const newcomers = await adopt(this.#generation);
    if (!this.#begun) return;
    const events = this.#events(
      [...this.#shown.values()].map(({ object }) => object),
      true,
    );
    await Promise.all(newcomers.map((member) => members.tell(member, events, this.#progress())));
  }

  async #showNews(): Promise<void> {
    const { members } = this.#generation;
    const events = this.#events(this.#news(await this.#added()), !this.#begun);
    if (events.length === 0) return;
    this.#begun = true;
    await members.publish(events, this.#progress());
  }

  /** New objects where they would be if nothing followed. */
  async #added(): Promise<CanvasObject[]> {
    const { changes } = await changeCanvas(this.#generation, this.#generation.existing);
    return changes.added;
  }

  #events(objects: CanvasObject[], first: boolean): NewJobEvent[] {
    const { progress, objectCount } = this.#progress();
    const events: NewJobEvent[] = [];
    if (first) events.push({ type: 'JobProgressed', payload: { phase: 'GENERATING', progress } });
    if (objects.length > 0)
      events.push({ type: 'ObjectsGenerated', payload: { objects, objectCount, progress } });
    return events;
  }

  #progress() {
    const { objectCount } = this.#generation.draft;
    return { phase: 'GENERATING', progress: generatingProgress(objectCount), objectCount } as const;
  }

  /** The objects that viewers have not seen at all, or, when it is time to draw all again, not at their places. */
  #news(objects: CanvasObject[]): CanvasObject[] {
    const redraw = objects.length <= alwaysRedraw || objects.length >= this.#countAtRedraw * redrawGrowth;
    if (redraw) this.#countAtRedraw = objects.length;
    return objects.filter((object) => {
      const { zIndex: _, ...look } = object;
      const now = JSON.stringify(look);
      const before = this.#shown.get(object.id);
      if (before?.look === now || (before !== undefined && !redraw)) return false;
      this.#shown.set(object.id, { look: now, object });
      return true;
    });
  }
}

/** Nobody knows how many objects are to come, so progress approaches the end of the phase ever more slowly. */
function generatingProgress(objectCount: number): number {
  const [begin, end, typical] = [0.05, 0.88, 15];
  return begin + (end - begin) * (1 - Math.exp(-objectCount / typical));
}
