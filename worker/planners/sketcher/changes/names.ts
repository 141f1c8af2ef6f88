import type { PlanBuilder } from '../plan/planBuilder.ts';
import { shorten } from '../text/plain.ts';
import { type Box, type CanvasView, SURE } from './canvas.ts';

/** Most names that a warning lists. */
const LISTED = 12;

type Wanted = {
  /** Regions or shapes only. */
  kind?: Box['kind'];
  /** Also boxes that may not be changed: for arrows. */
  toJoin?: boolean;
};

/** Finds what a person's words mean on a canvas, and tells when that had to be guessed, or could not be. */
export class Names {
  readonly #view: CanvasView;
  readonly #plan: PlanBuilder;
  /** What has been added, which arrows may join too. */
  readonly #added: Box[] = [];
  /** What was named or added last: "it". */
  #last: Box | null = null;

  constructor(view: CanvasView, plan: PlanBuilder) {
    this.#view = view;
    this.#plan = plan;
  }

  /** Takes in a shape that has just been added. */
  remember(id: string, text: string): void {
    this.#last = { id, kind: 'SHAPE', text, shape: 'RECTANGLE', parent: null };
    this.#added.push(this.#last);
  }

  /** The box that a name means; null, with a warning that lists what is there, when there is none. */
  find(name: string, { kind, toJoin = false }: Wanted = {}): Box | null {
    const fits = (box: Box) => kind === undefined || box.kind === kind;
    const joinable = toJoin ? [...this.#view.others, ...this.#added] : [];
    const boxes = [...this.#view.boxes, ...joinable].filter(fits);
    if (IT.test(name) && this.#last !== null && boxes.includes(this.#last)) return this.#last;
    const [first, ...equals] = this.#view.matches(name, boxes);
    if (first === undefined) {
      this.#plan.warn(this.#notFound(name, boxes, kind));
      return null;
    }
    if (first.score < SURE) this.#plan.warn(`“${quote(name)}” was read as “${quote(first.box.text)}”.`);
    else if (equals.length > 0)
      this.#plan.warn(
        `“${quote(name)}” matches ${equals.length + 1} objects. The first one, “${quote(first.box.text)}”, was used.`,
      );
    this.#last = first.box;
    return first.box;
  }

  /** The box that a name surely or likely means, without a word when there is none. */
  peek(name: string, kind: Box['kind']): Box | null {
    const boxes = this.#view.boxes.filter((box) => box.kind === kind);
    const [first] = this.#view.matches(name, boxes);
    return first !== undefined && first.score >= SURE ? first.box : null;
  }

  /** Every box that is named; "all", "everything", "all notes" and "all cards in Done" name each of them. */
  findEach(names: readonly string[]): Box[] {
    const all = names.length === 1 ? this.#allOf(names[0] ?? '') : null;
    const found = all ?? [...new Set(names)].flatMap((name) => this.find(name) ?? []);
    return [...new Set(found)];
  }

  #allOf(name: string): Box[] | null {
    const asked = ALL.exec(name.trim());
    if (asked === null) return null;
    const [, each, many, region] = asked;
    const within = region === undefined ? null : this.find(region, { kind: 'FRAME' });
    if (region !== undefined && within === null) return [];
    const boxes = within === null ? this.#view.boxes : this.#view.within(within.id);
    return boxes.filter((box) => isOneOf(box, each ?? many ?? ''));
  }

  #notFound(name: string, boxes: readonly Box[], kind: Box['kind'] | undefined): string {
    const locked = this.#view.matches(name, this.#view.others)[0];
    if (locked !== undefined && locked.score >= SURE)
      return `“${quote(locked.box.text)}” can’t be changed: it is locked, or outside of your selection.`;
    const what = kind === 'FRAME' ? 'No region of the canvas' : 'Nothing on the canvas';
    const texts = [...new Set(boxes.map((box) => box.text).filter((text) => text !== ''))];
    const more = texts.length > LISTED ? ` and ${texts.length - LISTED} more` : '';
    const list = texts.slice(0, LISTED).map((text) => `“${quote(text, 30)}”`);
    const there = texts.length === 0 ? '' : ` There is ${list.join(', ')}${more}.`;
    return `${what} matches “${quote(name)}”.${there}`;
  }
}

const IT = /^(?:it|that|this|them|that one)$/i;
const ALL =
  /^(?:every(?:thing|\s+(\w+))|all(?:\s+of)?(?:\s+(?:the|these))?(?:\s+(\w+))?)(?:\s+(?:in|from|of|under|within)\s+(?:the\s+)?(.+?)(?:\s+(?:column|list|section|frame))?)?$/i;

function isOneOf(box: Box, things: string): boolean {
  if (/^(?:decision|diamond|question)/i.test(things)) return box.kind === 'SHAPE' && box.shape === 'DIAMOND';
  if (/^(?:stick|note)/i.test(things)) return box.kind === 'SHAPE' && box.shape === 'STICKY';
  if (/^(?:column|frame|region|section|lane)/i.test(things)) return box.kind === 'FRAME';
  return /^$|thing|object|^(?:it|them|one)$/i.test(things) || box.kind === 'SHAPE';
}

const quote = (text: string, length = 60) => shorten(text.replace(/\s+/g, ' '), length);
