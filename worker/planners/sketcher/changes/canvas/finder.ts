import { shorten } from '../../text/plain.ts';
import type { HiddenNames } from '../language/hideNames.ts';
import { describe } from './description.ts';
import type { Box, EditedCanvas, Line } from './editedCanvas.ts';
import { findLines } from './findLines.ts';
import { featuresOf, likeness, SURE } from './likeness.ts';
import { ELSE, PRONOUN, SELECTED } from './pronouns.ts';
import { accessReason, ambiguousReason, possibleTexts, thereAreLines, thereIs } from './reasons.ts';
import { ChangeRefused, type MistakenName, OutsideSelection, refuse } from './refused.ts';
import { Search, type Wanted } from './search.ts';
import { quoted } from './wording.ts';

export type Scope = {
  /** Whether the person has selected what may change. */
  hasSelection: boolean;
  /** Texts of objects that are not shown. */
  elsewhere: readonly string[];
  names: HiddenNames;
  /** Ids of what the instruction before this one was about. */
  recent: readonly string[];
  warn(message: string): void;
};

/** Most phrases of a list that are looked for, and most of them that may mean nothing. */
const MOST_PHRASES = 200;
const MOST_REASONS = 4;

/** Finds what a person's words mean on a canvas. What can't be found, or may not be changed, is refused with a reason. */
export class Finder {
  readonly #canvas: EditedCanvas;
  readonly #scope: Scope;
  readonly #search: Search;

  constructor(canvas: EditedCanvas, scope: Scope) {
    this.#canvas = canvas;
    this.#scope = scope;
    const recent = canvas.boxes.filter(({ id }) => scope.recent.includes(id));
    this.#search = new Search(canvas, scope.names, scope.hasSelection, recent);
  }

  /** Makes boxes what "it" or "them" means next. */
  remember(boxes: readonly Box[]): void {
    this.#search.remember(boxes);
  }

  /** Ends a change. What it was about is "it" in the next one, unless it was refused. */
  endChange(isMade: boolean): void {
    this.#search.endChange(isMade);
  }

  /** Whether a phrase surely means something on the canvas. */
  isThere(phrase: string, wanted: Wanted = {}): boolean {
    const found = this.#search.search(phrase, wanted);
    const [first, ...others] = found?.score !== undefined && found.score >= SURE ? found.boxes : [];
    return first !== undefined && !(wanted.isOne === true && others.length > 0);
  }

  /** Whether a phrase is the whole text of something, and not only like it. */
  isExactly(phrase: string, wanted: Wanted = {}): boolean {
    return this.#search.named(phrase, wanted).score >= 0.95;
  }

  /** The boxes that are meant and may be changed. */
  toChange(phrase: string, wanted: Wanted = {}): Box[] {
    return this.#accessible(phrase, this.#find(phrase, wanted, true));
  }

  /** The one box that is meant and may be changed. */
  oneToChange(phrase: string, wanted: Wanted = {}): Box {
    const [box] = this.#accessible(phrase, this.#find(phrase, wanted, false));
    return box ?? this.#refuseUnknown(phrase, wanted);
  }

  /** The boxes that are meant, to join or to copy them; they may be locked. */
  toJoin(phrase: string, wanted: Wanted = {}): Box[] {
    return this.#find(phrase, wanted, true);
  }

  /** The one box that is meant, to join it or to name a place; it may be locked. */
  oneToJoin(phrase: string, wanted: Wanted = {}): Box {
    const [box] = this.#find(phrase, wanted, false);
    return box ?? this.#refuseUnknown(phrase, wanted);
  }

  /** Boxes of a list of phrases. Those that can't be changed are named in a warning, unless there are no others. */
  each(phrases: readonly string[], find: (phrase: string) => readonly Box[]): Box[] {
    const reasons: string[] = [];
    let first: ChangeRefused | null = null;
    const found = [...new Set(phrases)].slice(0, MOST_PHRASES).flatMap((phrase) => {
      if (reasons.length >= MOST_REASONS) return [];
      try {
        return find(phrase);
      } catch (error) {
        if (!(error instanceof ChangeRefused)) throw error;
        reasons.push(error.message);
        first ??= error;
        return [];
      }
    });
    if (found.length === 0) throw refusalOfAll(reasons, first);
    for (const reason of reasons) this.#scope.warn(reason);
    const boxes = [...new Set(found)];
    this.#search.remember(boxes);
    return boxes;
  }

  /** The connectors that are meant: by their ends, their label, or what they are. */
  lines(phrase: string): Line[] {
    const found = findLines(phrase, this.#canvas, this);
    if (found.length === 0) refuse(`No arrow matches “${this.show(phrase)}”. ${thereAreLines(this.#canvas)}`);
    const free = found.filter(({ access }) => access === 'free');
    if (free.length === 0)
      refuse(
        `The arrow ${found[0]?.access === 'locked' ? 'is locked. Unlock it first.' : 'is outside of your selection.'}`,
      );
    return free;
  }

  /** Connectors with that label. */
  labelled(phrase: string): Line[] {
    const label = featuresOf(this.show(phrase)).plain;
    return this.#canvas.lines.filter(({ text }) => text !== null && featuresOf(text).plain === label);
  }

  show(phrase: string): string {
    return shorten(this.#scope.names.show(phrase).replace(/\s+/g, ' ').trim(), 60);
  }

  #find(phrase: string, wanted: Wanted, isList: boolean): Box[] {
    const found = this.#search.search(phrase, wanted);
    if (found === null || found.boxes.length === 0) return this.#refuseUnknown(phrase, wanted);
    const { boxes, score, isSeveral } = found;
    if (boxes.length > 1 && !(isSeveral && isList)) this.#refuseAmbiguous(phrase, boxes);
    if (score < SURE) {
      this.#scope.warn(`“${this.show(phrase)}” was read as ${quoted(boxes[0])}.`);
    }
    this.#search.remember(boxes);
    return boxes;
  }

  /** Those that may be changed; the others are named in a warning, or are the reason why nothing is changed. */
  #accessible(phrase: string, boxes: readonly Box[]): Box[] {
    const free = boxes.filter(({ access }) => access === 'free');
    const locked = boxes.filter(({ access }) => access === 'locked');
    const isWhole = free.length > 0 && describe(phrase).isAll;
    const outside = isWhole ? [] : boxes.filter(({ access }) => access === 'outside');
    const reasons = [
      accessReason(locked, 'locked'),
      accessReason(outside, this.#scope.hasSelection ? 'outside' : 'hidden'),
    ].filter((reason) => reason !== '');
    if (free.length === 0) {
      const isOutside = locked.length === 0 && this.#scope.hasSelection;
      throw isOutside ? new OutsideSelection(reasons.join(' ')) : new ChangeRefused(reasons.join(' '));
    }
    for (const reason of reasons) this.#scope.warn(reason);
    return free;
  }

  #refuseAmbiguous(phrase: string, boxes: readonly Box[]): never {
    const name = this.show(phrase);
    refuse(ambiguousReason(this.#canvas, name, boxes), { name, texts: boxes.map(({ text }) => text) });
  }

  #refuseUnknown(phrase: string, wanted: Wanted): never {
    const name = this.show(phrase);
    if (this.#isElsewhere(name)) throw new OutsideSelection(this.#notFound(phrase, wanted));
    const boxes = this.#canvas.boxes.filter(
      ({ kind, access }) => access === 'free' && (wanted.kind === undefined || kind === wanted.kind),
    );
    const mistaken: MistakenName = { name, texts: possibleTexts(name, boxes) };
    refuse(this.#notFound(phrase, wanted), mistaken);
  }

  /** Whether a name is the text of an object that the selection does not include. */
  #isElsewhere(name: string): boolean {
    const wanted = featuresOf(name);
    return this.#scope.elsewhere.some((text) => likeness(wanted, featuresOf(text)) === 1);
  }

  #notFound(phrase: string, { kind }: Wanted): string {
    const name = this.show(phrase);
    if (this.#isElsewhere(name)) {
      return `“${name}” is outside of your selection. Select it too, or change the whole canvas.`;
    }
    if (ELSE.test(name)) return 'Name also what stays as it is: “make … green and everything else grey”.';
    if (PRONOUN.test(name) || SELECTED.test(name)) {
      return `It is not clear what “${name}” means. Name the object, or select it.`;
    }
    const what = kind === 'FRAME' ? 'No column or section' : 'Nothing on the canvas';
    const boxes = this.#canvas.boxes.filter((box) => kind === undefined || box.kind === kind);
    return `${what} matches “${name}”. ${thereIs(name, boxes)}`;
  }
}

/** Why none of several phrases can be changed: as the only reason where there is one, else all reasons together. */
function refusalOfAll(reasons: readonly string[], first: ChangeRefused | null): ChangeRefused {
  if (first !== null && reasons.length === 1) return first;
  return new ChangeRefused(reasons.join(' ') || 'Nothing was named.', first?.mistaken ?? null);
}
