import type { PlanDirection, PlanObject } from '../../src/canvas/model/plan.ts';
import { type Arrangement, changeable, type Update } from './planContent.ts';
import type { PlanIds } from './planIds.ts';
import { canvasText } from './planTexts.ts';

type UpdateObject = Extract<PlanObject, { type: 'update' }>;

/** What a plan does to objects that are on the canvas already. Invalid changes are dropped. */
export class ExistingChanges {
  readonly updates = new Map<string, Update>();
  readonly deletions = new Set<string>();
  /** Whether the last change of the canvas is to be undone, and nothing else done. */
  isReverting = false;
  readonly #ids: PlanIds;
  readonly #drop: (why: string) => void;
  /** Plan ids of frames that have not arrived, by the ids of objects that move into them. */
  readonly #moves = new Map<string, string>();
  /** Ids of the objects to lay out again, null: all; undefined: nothing is. */
  #targets: string[] | null | undefined;

  /** @param drop Counts a change that is dropped, and why. */
  constructor(ids: PlanIds, drop: (why: string) => void) {
    this.#ids = ids;
    this.#drop = drop;
  }

  get isEmpty(): boolean {
    return (
      this.updates.size === 0 && this.deletions.size === 0 && this.#targets === undefined && !this.isReverting
    );
  }

  /** What is to be laid out again after the other changes; null: nothing. */
  arrangement(direction: PlanDirection | null): Arrangement | null {
    return this.#targets === undefined ? null : { targets: this.#targets, direction };
  }

  update(object: UpdateObject): void {
    const id = this.#ids.target(object.target);
    if (id === undefined) {
      this.#drop('a change is for an object that is not on the canvas');
      return;
    }
    const before = this.updates.get(id);
    this.updates.set(id, {
      ...{ id, parent: before?.parent ?? null },
      text: object.text === null ? (before?.text ?? null) : canvasText(object.text),
      color: object.color ?? before?.color ?? null,
      shape: object.shape ?? before?.shape ?? null,
      order: object.order ?? before?.order ?? null,
      style: object.style ?? before?.style ?? null,
      ends: object.ends ?? before?.ends ?? null,
    });
    if (object.parent !== null) this.#moveTo(id, object.parent);
  }

  delete(target: string): void {
    const id = this.#ids.target(target);
    if (id === undefined) this.#drop('a deletion is of an object that is not on the canvas');
    else this.deletions.add(id);
  }

  /** @param targets What is to be laid out again; null: all. */
  arrange(targets: readonly string[] | null): void {
    const found = targets?.flatMap((target) => this.#ids.target(target) ?? []) ?? null;
    if (found?.length === 0) this.#drop('what is to be laid out again is not on the canvas');
    else
      this.#targets = found === null || this.#targets === null ? null : [...(this.#targets ?? []), ...found];
  }

  /** Moves the objects that have waited for a new frame into it. */
  addFrame(planId: string, id: string): void {
    for (const [target, parent] of this.#moves) if (parent === planId) this.#move(target, id);
  }

  /** Drops moves into frames that have not arrived. */
  finish(): void {
    for (const id of this.#moves.keys()) this.#dropMove(id);
  }

  #moveTo(id: string, planId: string): void {
    const frame = this.#ids.frame(planId);
    if (frame === undefined) this.#moves.set(id, planId);
    else if (frame === null || frame === id) this.#dropMove(id);
    else this.#move(id, frame);
  }

  #move(id: string, parent: string): void {
    this.#moves.delete(id);
    const update = this.updates.get(id);
    if (update !== undefined) this.updates.set(id, { ...update, parent });
  }

  /** Drops the move of an update; the update stays if it changes anything else. */
  #dropMove(id: string): void {
    this.#moves.delete(id);
    this.#drop('it was to be moved into what is no frame');
    const update = this.updates.get(id);
    if (update?.parent === null && changeable.every((key) => update[key] === null)) this.updates.delete(id);
  }
}
