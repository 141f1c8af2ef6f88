import { v4 as uuid } from 'uuid';
import { cutText, isLongerThan } from '../../src/canvas/model/cutText.ts';
import { maxTextLength } from '../../src/canvas/model/limits.ts';
import { plainText } from '../../src/canvas/model/plainText.ts';
import type { Diagram, PlanDirection, PlanHeader, PlanObject } from '../../src/canvas/model/plan.ts';
import { type PartialDiagram, withExpectedEdges } from '../layout/scene/expectedEdges.ts';
import { JobLimit } from './jobLimit.ts';

type Added = Diagram['objects'][number];
type EdgeObject = Extract<Added, { type: 'edge' }>;
type UpdateObject = Extract<PlanObject, { type: 'update' }>;
type FrameOrNode = Extract<Added, { type: 'frame' | 'node' }>;

/** A change of an object that is on the canvas already; ids are those of the canvas. */
export type Update = Changes & {
  id: string;
  /**
   * The frame to move it into, of the canvas or of this plan; null: it stays. Not checked here: whether that frame
   * lies within the object itself.
   */
  parent: string | null;
};

/** What an update gives an object; null leaves it as it is. */
type Changes = { [key in (typeof changeable)[number]]: NonNullable<UpdateObject[key]> | null };

const changeable = ['text', 'color', 'shape', 'order', 'style', 'ends'] as const;

/** Objects of the canvas that a plan may refer to: their ids, by the short ids that the planner gets. */
export type CanvasIds = {
  /** Objects that may be changed and deleted. */
  targets: ReadonlyMap<string, string>;
  /** Frames and shapes that connectors may join. */
  ends: ReadonlyMap<string, string>;
  /** Frames into which new and existing objects may be put. */
  frames: ReadonlyMap<string, string>;
};

/** What is to be laid out again. */
export type Arrangement = {
  /** Ids of the objects to lay out again, with what they contain; null: all. */
  targets: readonly string[] | null;
  /** The reading direction that somebody has asked for. */
  direction: PlanDirection | null;
};

/** What a plan changes on a canvas. */
export type PlanContent = Pick<
  PlanDraft,
  'diagram' | 'added' | 'links' | 'existingFrames' | 'updates' | 'deletions' | 'arrangement'
>;

const emptyCanvas: CanvasIds = { targets: new Map(), ends: new Map(), frames: new Map() };

/**
 * A plan that is being received: every object is checked when it arrives, gets its id on the canvas, and has its
 * references resolved. Invalid objects are dropped and counted; the rest is kept.
 */
export class PlanDraft {
  readonly added: Added[] = [];
  /** Connectors with an end on an object that is on the canvas already. */
  readonly links: EdgeObject[] = [];
  /** Frames of the canvas that new objects go into, by the ids of these objects, which have no parent in the diagram. */
  readonly existingFrames = new Map<string, string>();
  readonly updates = new Map<string, Update>();
  readonly deletions = new Set<string>();
  #header: PlanHeader = { title: '', layout: 'flow', direction: null };
  readonly #canvas: CanvasIds;
  readonly #ids = new Map<string, string>();
  readonly #frames = new Set<string>();
  readonly #nodes = new Set<string>();
  readonly #waiting: EdgeObject[] = [];
  /** Plan ids of frames that have not arrived, by the ids of new objects that go into them. */
  readonly #missingParents = new Map<string, string>();
  /** Plan ids of frames that have not arrived, by the ids of existing objects that move into them. */
  readonly #moves = new Map<string, string>();
  readonly #dropped = new Map<string, number>();
  readonly #limit = new JobLimit();
  /** Ids of the objects to lay out again, null: all; undefined: nothing is. */
  #targets: string[] | null | undefined;
  /** Whether the last change of the canvas is to be undone. */
  #isReverting = false;
  #cutTexts = 0;
  #finished = false;

  constructor(canvas: CanvasIds = emptyCanvas) {
    this.#canvas = canvas;
  }

  get header(): PlanHeader {
    return this.#header;
  }

  /** Sets title, layout and direction; the last header counts. */
  set header(header: PlanHeader) {
    this.#header = { ...header, title: shorten(header.title).replace(/\s+/g, ' ') };
  }

  get objectCount(): number {
    return this.added.length + this.links.length;
  }

  /** Whether the plan changes nothing. */
  get isEmpty(): boolean {
    return (
      this.objectCount === 0 &&
      this.updates.size === 0 &&
      this.deletions.size === 0 &&
      this.arrangement === null &&
      !this.#isReverting
    );
  }

  /** What is to be laid out again after the other changes; null: nothing. */
  get arrangement(): Arrangement | null {
    if (this.#targets === undefined) return null;
    return { targets: this.#targets, direction: this.header.direction };
  }

  /** Whether the last change of the canvas is to be undone, and nothing else done. */
  get isReverting(): boolean {
    return this.#isReverting;
  }

  /** Messages about what was left out or corrected. */
  get warnings(): string[] {
    const dropped = [...this.#dropped].map(
      ([why, count]) => `${count === 1 ? '1 object was' : `${count} objects were`} left out: ${why}.`,
    );
    return [...dropped, ...this.#limit.warnings, ...this.#corrections];
  }

  /** Messages about what was corrected. */
  get #corrections(): string[] {
    const frameless = this.added.filter(
      (object) => object.type !== 'edge' && object.parent === null && this.#missingParents.has(object.id),
    ).length;
    return [
      ...(frameless > 0
        ? [
            `${frameless === 1 ? '1 object was' : `${frameless} objects were`} placed outside: the section is missing or locked.`,
          ]
        : []),
      ...(this.#cutTexts > 0
        ? [
            `${this.#cutTexts === 1 ? '1 text was' : `${this.#cutTexts} texts were`} cut to ${maxTextLength} characters.`,
          ]
        : []),
    ];
  }

  /** The part of the plan that needs a layout. While more may arrive, with connectors that are expected. */
  get diagram(): PartialDiagram {
    const { title: _title, ...header } = this.header;
    const diagram = { ...header, objects: [...this.added] };
    return this.#finished ? diagram : withExpectedEdges(diagram);
  }

  /** What the plan changes, as a copy that a thread can receive. */
  get content(): PlanContent {
    const { diagram, added, links, existingFrames, updates, deletions, arrangement } = this;
    return structuredClone({ diagram, added, links, existingFrames, updates, deletions, arrangement });
  }

  /** Adds the next object. */
  add(object: PlanObject): void {
    if (isTooLong(wordsOf(object))) this.#cutTexts += 1;
    if (object.type === 'update') this.#update(object);
    else if (object.type === 'delete') this.#delete(object.target);
    else if (object.type === 'edge') this.#addEdge(object);
    else if (object.type === 'arrange') this.#arrange(object.targets ?? null);
    else if (object.type === 'revert') this.#isReverting = true;
    else this.#addNode(object);
  }

  /** Ends the plan: connectors whose ends have not arrived are dropped. */
  finish(): void {
    this.#finished = true;
    for (const edge of this.#waiting.splice(0)) {
      if (!this.#settleEdge(edge)) this.#drop('a connector joins what is no shape or frame');
    }
    for (const id of this.#moves.keys()) this.#forgetMove(id);
  }

  #addNode(object: FrameOrNode): void {
    const id = this.#newId(object.id);
    if (id === null || !this.#limit.addBox(object)) return;
    const parent = this.#parentOf(object, id);
    if (object.type === 'frame') {
      this.#frames.add(id);
      this.added.push({ ...object, id, parent, title: shorten(object.title) });
    } else {
      this.#nodes.add(id);
      const compartments = object.compartments?.flatMap(compartmentTexts) ?? null;
      this.added.push({ ...object, id, parent, text: shorten(object.text), compartments });
    }
    this.#collectContents(object.id, id);
    for (const edge of this.#waiting.splice(0)) if (!this.#settleEdge(edge)) this.#waiting.push(edge);
  }

  #parentOf({ parent }: FrameOrNode, id: string): string | null {
    if (parent === null) return null;
    const known = this.#ids.get(parent);
    if (known !== undefined) return this.#frames.has(known) ? known : null;
    const frame = this.#canvas.frames.get(parent);
    if (frame === undefined) this.#missingParents.set(id, parent);
    else this.existingFrames.set(id, frame);
    return null;
  }

  /** Puts objects that arrived before their frame into it, unless the frame lies within them. */
  #collectContents(planId: string, id: string): void {
    if (!this.#frames.has(id)) return;
    for (const [index, object] of this.added.entries()) {
      if (object.type === 'edge' || this.#missingParents.get(object.id) !== planId) continue;
      if (!this.#isWithin(id, object.id)) this.added[index] = { ...object, parent: id };
    }
    for (const [target, parent] of this.#moves) if (parent === planId) this.#move(target, id);
  }

  #isWithin(id: string, ancestor: string): boolean {
    if (id === ancestor) return true;
    const object = this.added.find((candidate) => candidate.id === id);
    if (object === undefined || object.type === 'edge' || object.parent === null) return false;
    return this.#isWithin(object.parent, ancestor);
  }

  #addEdge(object: EdgeObject): void {
    const id = this.#newId(object.id);
    if (id === null) return;
    const label = object.label === null ? null : shorten(object.label) || null;
    const edge = { ...object, id, label, parent: this.#frameOf(object.parent) };
    if (!this.#settleEdge(edge)) this.#waiting.push(edge);
  }

  #frameOf(parent: string | null | undefined): string | null {
    const id = this.#ids.get(parent ?? '');
    return id !== undefined && this.#frames.has(id) ? id : null;
  }

  /**
   * Resolves both ends, if they have arrived; until then a connector keeps the plan's ids. @returns Whether it is
   * settled: added, or left out because of the limit
   */
  #settleEdge(edge: EdgeObject): boolean {
    const [from, to] = [this.#end(edge.from), this.#end(edge.to)];
    if (from === undefined || to === undefined) {
      return this.#limit.hasLostAnEnd(edge) && !this.#limit.addConnector(edge);
    }
    if (!this.#limit.addConnector(edge)) return true;
    const isNew = (id: string) => this.#frames.has(id) || this.#nodes.has(id);
    (isNew(from) && isNew(to) ? this.added : this.links).push({ ...edge, from, to });
    return true;
  }

  #end(planId: string): string | undefined {
    const id = this.#ids.get(planId);
    if (id !== undefined) return this.#frames.has(id) || this.#nodes.has(id) ? id : undefined;
    return this.#canvas.ends.get(planId);
  }

  #update(object: UpdateObject): void {
    const id = this.#canvas.targets.get(object.target);
    if (id === undefined) {
      this.#drop('a change is for an object that is not on the canvas');
      return;
    }
    const before = this.updates.get(id);
    this.updates.set(id, {
      ...{ id, parent: before?.parent ?? null },
      text: object.text === null ? (before?.text ?? null) : shorten(object.text),
      color: object.color ?? before?.color ?? null,
      shape: object.shape ?? before?.shape ?? null,
      order: object.order ?? before?.order ?? null,
      style: object.style ?? before?.style ?? null,
      ends: object.ends ?? before?.ends ?? null,
    });
    if (object.parent !== null) this.#moveTo(id, object.parent);
  }

  #moveTo(id: string, planId: string): void {
    const added = this.#ids.get(planId);
    const frame = added === undefined ? this.#canvas.frames.get(planId) : added;
    if (frame === undefined) this.#moves.set(id, planId);
    else if (frame !== id && (added === undefined || this.#frames.has(added))) this.#move(id, frame);
    else this.#forgetMove(id);
  }

  #move(id: string, parent: string): void {
    this.#moves.delete(id);
    const update = this.updates.get(id);
    if (update !== undefined) this.updates.set(id, { ...update, parent });
  }

  /** Drops the move of an update; the update stays if it changes anything else. */
  #forgetMove(id: string): void {
    this.#moves.delete(id);
    this.#drop('it was to be moved into what is no frame');
    const update = this.updates.get(id);
    if (update?.parent === null && changeable.every((key) => update[key] === null)) this.updates.delete(id);
  }

  #arrange(targets: readonly string[] | null): void {
    const found = targets?.flatMap((target) => this.#canvas.targets.get(target) ?? []) ?? null;
    if (found?.length === 0) this.#drop('what is to be laid out again is not on the canvas');
    else
      this.#targets = found === null || this.#targets === null ? null : [...(this.#targets ?? []), ...found];
  }

  #delete(target: string): void {
    const id = this.#canvas.targets.get(target);
    if (id === undefined) this.#drop('a deletion is of an object that is not on the canvas');
    else this.deletions.add(id);
  }

  /** A canvas id for a new object, or null when the plan has an object of that id. */
  #newId(planId: string): string | null {
    if (this.#ids.has(planId)) {
      this.#drop('an id was used twice');
      return null;
    }
    const id = uuid();
    this.#ids.set(planId, id);
    return id;
  }

  #drop(why: string): void {
    this.#dropped.set(why, (this.#dropped.get(why) ?? 0) + 1);
  }
}

/** The text of an object that people read. */
function wordsOf(object: PlanObject): string {
  if (object.type === 'frame') return object.title;
  if (object.type === 'edge') return object.label ?? '';
  return 'text' in object ? (object.text ?? '') : '';
}

const isTooLong = (text: string): boolean => isLongerThan(plainText(text), maxTextLength);

const shorten = (text: string): string => cutText(plainText(text), maxTextLength);

/** A compartment's lines, as few texts as their limit allows. */
function compartmentTexts(compartment: string): string[] {
  const texts: string[] = [];
  for (const line of plainText(compartment).split('\n').map(shorten)) {
    const joined = texts.length === 0 ? line : `${texts.at(-1)}\n${line}`;
    if (texts.length === 0 || isTooLong(joined)) texts.push(line);
    else texts[texts.length - 1] = joined;
  }
  return texts.filter((text) => text.trim() !== '');
}
