import { maxTextLength } from '../../src/canvas/model/limits.ts';
import type { PlanHeader, PlanObject } from '../../src/canvas/model/plan.ts';
import { ExistingChanges } from './existingChanges.ts';
import { withExpectedEdges } from './expectedEdges.ts';
import { JobLimit } from './jobLimit.ts';
import type { Added, CanvasIds, PlanContent } from './planContent.ts';
import { PlanIds } from './planIds.ts';
import { canvasText, compartmentTexts, hasLongText } from './planTexts.ts';

type EdgeObject = Extract<Added, { type: 'edge' }>;
type FrameOrNode = Extract<Added, { type: 'frame' | 'node' }>;

const emptyCanvas: CanvasIds = { targets: new Map(), ends: new Map(), frames: new Map() };

/**
 * A plan that is being received: every object is checked when it arrives, gets its id on the canvas, and has its
 * references resolved. Invalid objects are dropped and counted; the rest is kept.
 */
export class PlanDraft {
  #header: PlanHeader = { title: '', layout: 'flow', direction: null };
  readonly #ids: PlanIds;
  readonly #added: Added[] = [];
  readonly #links: EdgeObject[] = [];
  readonly #existingFrames = new Map<string, string>();
  readonly #changes: ExistingChanges;
  /** Connectors whose ends have not arrived. */
  readonly #waiting: EdgeObject[] = [];
  /** Plan ids of frames that have not arrived, by the ids of new objects that go into them. */
  readonly #missingParents = new Map<string, string>();
  readonly #dropped = new Map<string, number>();
  readonly #limit = new JobLimit();
  #cutTexts = 0;
  #finished = false;

  constructor(canvas: CanvasIds = emptyCanvas) {
    this.#ids = new PlanIds(canvas);
    this.#changes = new ExistingChanges(this.#ids, (why) => this.#drop(why));
  }

  get header(): PlanHeader {
    return this.#header;
  }

  /** Sets title, layout and direction; the last header counts. */
  set header(header: PlanHeader) {
    this.#header = { ...header, title: canvasText(header.title).replace(/\s+/g, ' ') };
  }

  get objectCount(): number {
    return this.#added.length + this.#links.length;
  }

  /** Objects that are added, updated or deleted. */
  get changeCount(): number {
    return this.objectCount + this.#changes.updates.size + this.#changes.deletions.size;
  }

  /** Whether the plan changes nothing. */
  get isEmpty(): boolean {
    return this.objectCount === 0 && this.#changes.isEmpty;
  }

  /** Whether the last change of the canvas is to be undone, and nothing else done. */
  get isReverting(): boolean {
    return this.#changes.isReverting;
  }

  /** Messages about what was left out or corrected. */
  get warnings(): string[] {
    const dropped = [...this.#dropped].map(([why, count]) => `${counted(count, 'object')} left out: ${why}.`);
    return [...dropped, ...this.#limit.warnings, ...this.#corrections];
  }

  get #corrections(): string[] {
    const frameless = this.#added.filter(
      (object) => object.type !== 'edge' && object.parent === null && this.#missingParents.has(object.id),
    ).length;
    return [
      ...(frameless > 0
        ? [`${counted(frameless, 'object')} placed outside: the section is missing or locked.`]
        : []),
      ...(this.#cutTexts > 0
        ? [`${counted(this.#cutTexts, 'text')} cut to ${maxTextLength} characters.`]
        : []),
    ];
  }

  /** What the plan changes so far, as a copy that a thread can receive. */
  get content(): PlanContent {
    const { title: _title, ...header } = this.header;
    const diagram = { ...header, objects: [...this.#added] };
    return structuredClone({
      diagram: this.#finished ? diagram : withExpectedEdges(diagram),
      ...{ added: this.#added, links: this.#links, existingFrames: this.#existingFrames },
      ...{ updates: this.#changes.updates, deletions: this.#changes.deletions },
      arrangement: this.#changes.arrangement(this.header.direction),
    });
  }

  /** Adds the next object. */
  add(object: PlanObject): void {
    if (hasLongText(object)) this.#cutTexts += 1;
    if (object.type === 'update') this.#changes.update(object);
    else if (object.type === 'delete') this.#changes.delete(object.target);
    else if (object.type === 'edge') this.#addEdge(object);
    else if (object.type === 'arrange') this.#changes.arrange(object.targets ?? null);
    else if (object.type === 'revert') this.#changes.isReverting = true;
    else this.#addBox(object);
  }

  /** Ends the plan: connectors whose ends have not arrived are dropped. */
  finish(): void {
    this.#finished = true;
    for (const edge of this.#waiting.splice(0)) {
      if (!this.#settleEdge(edge)) this.#drop('a connector joins what is no shape or frame');
    }
    this.#changes.finish();
  }

  #addBox(object: FrameOrNode): void {
    const id = this.#newId(object.id);
    if (id === null || !this.#limit.addBox(object)) return;
    const parent = this.#parentOf(object, id);
    this.#ids.addBox(object.type, id);
    if (object.type === 'frame') {
      this.#added.push({ ...object, id, parent, title: canvasText(object.title) });
      this.#collectContents(object.id, id);
    } else {
      const compartments = object.compartments?.flatMap(compartmentTexts) ?? null;
      this.#added.push({ ...object, id, parent, text: canvasText(object.text), compartments });
    }
    for (const edge of this.#waiting.splice(0)) if (!this.#settleEdge(edge)) this.#waiting.push(edge);
  }

  #parentOf({ parent }: FrameOrNode, id: string): string | null {
    if (parent === null) return null;
    const frame = this.#ids.frame(parent);
    if (frame === undefined) this.#missingParents.set(id, parent);
    if (frame == null) return null;
    if (this.#ids.isNewFrame(frame)) return frame;
    this.#existingFrames.set(id, frame);
    return null;
  }

  /** Puts objects that arrived before their frame into it, unless the frame lies within them. */
  #collectContents(planId: string, id: string): void {
    for (const [index, object] of this.#added.entries()) {
      if (object.type === 'edge' || this.#missingParents.get(object.id) !== planId) continue;
      if (!this.#isWithin(id, object.id)) this.#added[index] = { ...object, parent: id };
    }
    this.#changes.addFrame(planId, id);
  }

  #isWithin(id: string, ancestor: string): boolean {
    if (id === ancestor) return true;
    const object = this.#added.find((candidate) => candidate.id === id);
    if (object === undefined || object.type === 'edge' || object.parent === null) return false;
    return this.#isWithin(object.parent, ancestor);
  }

  #addEdge(object: EdgeObject): void {
    const id = this.#newId(object.id);
    if (id === null) return;
    const label = object.label === null ? null : canvasText(object.label) || null;
    const edge = { ...object, id, label, parent: this.#newFrameOf(object.parent) };
    if (!this.#settleEdge(edge)) this.#waiting.push(edge);
  }

  #newFrameOf(parent: string | null | undefined): string | null {
    const frame = this.#ids.frame(parent ?? '') ?? null;
    return frame !== null && this.#ids.isNewFrame(frame) ? frame : null;
  }

  /**
   * Resolves both ends, if they have arrived; until then a connector keeps the plan's ids. @returns Whether it is
   * settled: added, or left out because of the limit
   */
  #settleEdge(edge: EdgeObject): boolean {
    const [from, to] = [this.#ids.end(edge.from), this.#ids.end(edge.to)];
    if (from === undefined || to === undefined) {
      return this.#limit.hasLostAnEnd(edge) && !this.#limit.addConnector(edge);
    }
    if (!this.#limit.addConnector(edge)) return true;
    const isNew = this.#ids.isNewBox(from) && this.#ids.isNewBox(to);
    (isNew ? this.#added : this.#links).push({ ...edge, from, to });
    return true;
  }

  #newId(planId: string): string | null {
    const id = this.#ids.newId(planId);
    if (id === null) this.#drop('an id was used twice');
    return id;
  }

  #drop(why: string): void {
    this.#dropped.set(why, (this.#dropped.get(why) ?? 0) + 1);
  }
}

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? ' was' : 's were'}`;
