import { EXCEPT } from '../language/exceptions.ts';
import type { HiddenNames } from '../language/hideNames.ts';
import { type Relation, splitsAtRoles } from '../language/roles.ts';
import { withoutArticle } from '../language/words.ts';
import { alongside, neighboursOf } from './alongArrows.ts';
import { type Description, describe, isDescriptive } from './description.ts';
import type { Box, EditedCanvas } from './editedCanvas.ts';
import { type Features, featuresOf, likeness, SURE } from './likeness.ts';
import { type Found, fits, picked } from './matchDescription.ts';
import { ELSE, isPlural, isReferring, SELECTED } from './pronouns.ts';
import { endsOfFlow, inReadingOrder } from './readingOrder.ts';
import { stateOf } from './states.ts';
import { readTextCondition } from './textConditions.ts';

const CONTENTS =
  /,?\s+(?:and|with|including|plus|und|mit|et|avec|y|con)\s+(?:all|everything|whatever|anything|its|the\s+(?:cards|notes|items|steps|children|contents|rest)|allem|tout|todo)\b[^\uE000]*$/i;
const POSSESSIVE =
  /^(?:(?:all|each|every|any)\s+(?:of\s+)?)?(?:its|their|ihre[nr]?|seine[nr]?|deren|dessen|ses|leurs?|sus?)\s+(.+)$/i;

const BRANCH_NOUN =
  'branch|sub-?tree|department|division|team|topic|zweig|ast|abteilung|branche|département|service|rama|departamento';
const BRANCH = new RegExp(
  `^(?:whole |entire )?(?:(.+)\\s(?:${BRANCH_NOUN})|(?:${BRANCH_NOUN})\\s(?:of\\s)?(.+))$`,
  'is',
);
const END_OF_FLOW =
  /^(?:(start|beginning|entry|anfang|début|inicio)|end|finish|exit|ende|fin|final)(?:\s+(?:node|step|circle|point|shape|ellipse|event))?$/i;

/** "What comes after …", "todo lo que está en …". */
const WHAT_IS =
  /^(?:(?:everything\s+|all\s+)?(?:that|what|whatever)\s+(?:comes|is|happens)|tout\s+ce\s+qui\s+(?:est|vient)|todo\s+lo\s+que\s+(?:está|viene))\s+/i;
/** What an object is of: like a place. */
const OF = /\s(?:of|from|of the|from the|von|aus|de|du|des|del|d')\s/gi;

/** Longest phrase that may mean something, in characters: texts of objects are shorter. */
const LONGEST_PHRASE = 300;

export type Wanted = {
  kind?: 'FRAME' | 'SHAPE';
  /** Whether it may also be a state that a column has another name for. */
  isPlace?: boolean;
  /** Whether "the City branch" and "the Sales department" are a tree's node with all below it. */
  isWhole?: boolean;
};

/** Searches a canvas for what a phrase means: by texts, by what objects are, or by what was meant before. */
export class Search {
  readonly #canvas: EditedCanvas;
  readonly #names: HiddenNames;
  readonly #hasSelection: boolean;
  readonly #selected: readonly Box[];
  readonly #features = new Map<string, Features>();
  /** What the change before this one was about: "it". */
  #last: readonly Box[] = [];
  /** What this change is about. */
  #current: readonly Box[] = [];
  /** All that was found in this instruction, for "everything else". */
  readonly #mentioned = new Set<string>();

  constructor(canvas: EditedCanvas, names: HiddenNames, hasSelection: boolean) {
    this.#canvas = canvas;
    this.#names = names;
    this.#hasSelection = hasSelection;
    this.#selected = hasSelection ? canvas.boxes.filter(({ access }) => access === 'free') : [];
  }

  /** Makes boxes what "it" or "them" means next. */
  remember(boxes: readonly Box[]): void {
    this.#current = boxes;
    for (const { id } of boxes) this.#mentioned.add(id);
  }

  /** Ends a change. What it was about is "it" in the next one, unless it was refused. */
  endChange(isMade: boolean): void {
    this.#last = isMade ? this.#current : [];
    this.#current = [];
  }

  /** What a phrase means; null if it means nothing. */
  search(phrase: string, wanted: Wanted): Found | null {
    const text = phrase
      .trim()
      .replace(/^(?:all )?of\s+/i, '')
      .replace(WHAT_IS, 'everything ');
    if (text === '' || text.length > LONGEST_PHRASE) return null;
    const fitting = this.#canvas.boxes.filter(
      ({ kind }) => wanted.kind === undefined || kind === wanted.kind,
    );
    const exact = this.#named(text, fitting);
    if (exact.score >= 0.95) return exact;
    return (
      this.#referred(text, fitting) ??
      this.#owned(text, fitting) ??
      this.#excepted(text, wanted) ??
      this.#withContents(text, wanted) ??
      this.#withText(text, wanted) ??
      this.#within(text, fitting) ??
      this.#branch(text, wanted) ??
      this.#described(text, fitting) ??
      this.#endOfFlow(text, fitting) ??
      (wanted.isPlace ? this.#byState(text, fitting) : null) ??
      (exact.boxes.length > 0 ? exact : null)
    );
  }

  /** "It", "these", "the selected ones", "everything else". */
  #referred(text: string, boxes: readonly Box[]): Found | null {
    const only = (some: readonly Box[]): Found => ({
      boxes: boxes.filter((box) => some.includes(box)),
      ...{ score: 1, isSeveral: true },
    });
    if (SELECTED.test(text)) return only(this.#selected);
    if (ELSE.test(text)) {
      const kinds = new Set(boxes.filter(({ id }) => this.#mentioned.has(id)).map(({ kind }) => kind));
      if (kinds.size === 0) return null;
      const rest = boxes.filter(({ id, kind }) => !this.#mentioned.has(id) && kinds.has(kind));
      return only(this.#hasSelection ? rest.filter((box) => this.#selected.includes(box)) : rest);
    }
    if (!isReferring(text)) return null;
    const [last, ...more] = this.#last;
    if (isPlural(text) && last?.kind === 'FRAME' && more.length === 0) return only(this.#canvas.below(last));
    if (this.#last.length > 0 && !/^(?:this|these)\b/i.test(text)) return only(this.#last);
    return only(this.#selected.length > 0 ? this.#selected : [...this.#last, ...this.#current]);
  }

  /** "Its cards": what is in or below that which was meant before. */
  #owned(text: string, boxes: readonly Box[]): Found | null {
    const noun = POSSESSIVE.exec(text)?.[1];
    const owners = this.#last.length > 0 ? this.#last : this.#selected;
    if (noun === undefined || owners.length === 0) return null;
    const owned = new Set(owners.flatMap((owner) => this.#canvas.below(owner)));
    const inside = boxes.filter((box) => owned.has(box));
    return this.#described(noun, inside) ?? { boxes: inside, score: 1, isSeveral: true };
  }

  /** "Notes that start with B". */
  #withText(text: string, wanted: Wanted): Found | null {
    const condition = readTextCondition(text, (words) => this.#names.show(words));
    if (condition === null) return null;
    const all = this.search(
      condition.rest.replace(/^(?:the|those|any)\s+(?:one|ones)$/i, 'all objects'),
      wanted,
    );
    if (all === null) return null;
    const boxes = all.boxes.filter((box) => box.text !== '' && condition.holds(box, this.#canvas));
    return { boxes, score: 1, isSeveral: true };
  }

  /** "The City branch" of a tree: with all below it, where that is wanted. */
  #branch(text: string, wanted: Wanted): Found | null {
    const name = BRANCH.exec(withoutArticle(text))?.slice(1).find(Boolean);
    if (name === undefined || this.#canvas.root() === null) return null;
    const found = this.search(name, { ...wanted, isWhole: false });
    const [top, ...others] = found?.boxes ?? [];
    if (found === null || top === undefined || others.length > 0 || found.score < SURE) return null;
    if (!wanted.isWhole) return found;
    return { ...found, boxes: [top, ...this.#canvas.below(top)], isSeveral: true };
  }

  /** "The start" and "the end" of a flow. */
  #endOfFlow(text: string, boxes: readonly Box[]): Found | null {
    const [, start] = END_OF_FLOW.exec(withoutArticle(text)) ?? [];
    const ends = END_OF_FLOW.test(withoutArticle(text)) ? endsOfFlow(this.#canvas) : null;
    const end = start === undefined ? ends?.last : ends?.first;
    return end === undefined || !boxes.includes(end) ? null : { boxes: [end], score: 1, isSeveral: false };
  }

  #excepted(text: string, wanted: Wanted): Found | null {
    const at = EXCEPT.exec(text);
    if (at === null) return null;
    const all = this.search(text.slice(0, at.index), wanted);
    if (all === null || !all.isSeveral) return null;
    const spared = text
      .slice(at.index + at[0].length)
      .split(/,\s*|\s+(?:and|und|et|y)\s+/i)
      .flatMap((phrase) => this.search(phrase, {})?.boxes ?? []);
    const kept = new Set(spared.flatMap((box) => [box, ...this.#around(box)]));
    return { ...all, boxes: all.boxes.filter((box) => !kept.has(box)) };
  }

  #around(box: Box): Box[] {
    const frame = this.#canvas.box(box.parent);
    return frame === undefined ? [] : [frame, ...this.#around(frame)];
  }

  /** "Flights and everything below it". */
  #withContents(text: string, wanted: Wanted): Found | null {
    const at = CONTENTS.exec(text);
    if (at === null) return null;
    const head = this.search(text.slice(0, at.index), wanted);
    if (head === null || (head.boxes.length > 1 && !head.isSeveral)) return head;
    const boxes = head.boxes.flatMap((box) => [box, ...this.#canvas.below(box)]);
    return { ...head, boxes: [...new Set(boxes)], isSeveral: true };
  }

  /** "The cards in Done", "Write notes in Release 2", "everything after Review". */
  #within(text: string, boxes: readonly Box[]): Found | null {
    let nothing: Found | null = null;
    for (const { left, relation, right } of splitsAtRoles(text.replace(OF, ' in '), 'any')) {
      if (left === '' || relation === 'between' || relation === 'beside') continue;
      const regions = this.#regions(right);
      const isEach = /^(?:every|each|all)\s/i.test(right);
      if (regions.length === 0 || (regions.length > 1 && !isEach)) continue;
      const found = regions.map((region) => this.#inRegion(left, relation, region, boxes));
      const all: Found = {
        boxes: found.flatMap((each) => each?.boxes ?? []),
        ...{ score: found[0]?.score ?? 1, isSeveral: isEach || (found[0]?.isSeveral ?? true) },
      };
      if (all.boxes.length > 0) return all;
      if (relation === 'in') nothing ??= all;
    }
    return nothing;
  }

  /** What a phrase for a place surely means. */
  #regions(phrase: string): Box[] {
    const named = this.#named(withoutNoun(phrase), this.#canvas.boxes);
    const found = named.score >= SURE ? named : this.#described(phrase, this.#canvas.boxes);
    return found !== null && found.score >= SURE ? found.boxes : [];
  }

  /** What is inside or below a box, or comes after or before it. */
  #inRegion(phrase: string, relation: Relation, region: Box, boxes: readonly Box[]): Found | null {
    const below = relation === 'in' || relation === 'under' ? this.#canvas.below(region) : [];
    const isBeside =
      relation === 'after' || relation === 'before' || (relation === 'under' && below.length === 0);
    const side = relation === 'before' ? 'before' : 'after';
    const inside = (isBeside ? alongside(this.#canvas, region, side) : below).filter((box) =>
      boxes.includes(box),
    );
    const found = this.#described(phrase, inside);
    if (!isBeside || found === null) return found;
    const description = describe(phrase);
    if (!isDescriptive(description)) return null;
    // "The step after Review" and "the two steps after Review" are the nearest.
    if (description.isAll && description.count === null) return found;
    if (description.ordinal !== null) return found;
    const fitting = inside.filter((box) => fits(this.#canvas, box, description, inside));
    if (description.count !== null)
      return { ...found, boxes: fitting.slice(0, description.count), isSeveral: true };
    const next = neighboursOf(this.#canvas, region, side).filter((box) => fitting.includes(box));
    return { ...found, boxes: next.length > 0 ? next : fitting.slice(0, 1), isSeveral: false };
  }

  /** A column for a state that has another name there: "in progress" is "Doing". */
  #byState(text: string, boxes: readonly Box[]): Found | null {
    const state = stateOf(this.#names.show(withoutNoun(withoutArticle(text))));
    const found = boxes.filter(
      (box) => box.kind === 'FRAME' && state !== null && stateOf(box.text) === state,
    );
    return found.length === 1 ? { boxes: found, score: 0.9, isSeveral: false } : null;
  }

  /** By what they are, and by their texts if the phrase has a name left. */
  #described(text: string, boxes: readonly Box[]): Found | null {
    const description = describe(text);
    const fitting = boxes.filter((box) => fits(this.#canvas, box, description, boxes));
    if (isDescriptive(description)) return picked(description, inReadingOrder(this.#canvas, fitting));
    if (description.name === '') return null;
    const found = this.#named(description.name, fitting);
    const inColumn = description.kind === null ? null : this.#inColumn(description, boxes);
    if (inColumn !== null && (found.score < SURE || description.isAll)) return inColumn;
    if (found.boxes.length === 0) return null;
    return picked({ ...description }, inReadingOrder(this.#canvas, found.boxes), found.score);
  }

  /** "The Doing cards": what is in that column. */
  #inColumn(description: Description, boxes: readonly Box[]): Found | null {
    const frames = this.#canvas.boxes.filter(({ kind }) => kind === 'FRAME');
    const named = this.#named(description.name, frames);
    const column = named.score >= 0.9 ? named : this.#byState(description.name, frames);
    const [frame, ...others] = column?.boxes ?? [];
    if (frame === undefined || others.length > 0) return null;
    const below = this.#canvas.below(frame);
    const inside = boxes.filter((box) => below.includes(box) && fits(this.#canvas, box, description, boxes));
    return inside.length === 0 ? null : picked(description, inside);
  }

  /** What has a name for its text, however it could be described. */
  named(name: string, { kind }: Wanted): Found {
    return this.#named(
      name,
      this.#canvas.boxes.filter((box) => kind === undefined || box.kind === kind),
    );
  }

  /** Those whose texts are most like a name. */
  #named(name: string, boxes: readonly Box[]): Found {
    const wanted = this.featuresOf(this.#names.show(withoutArticle(name)));
    const scored = boxes.map((box) => ({ box, score: likeness(wanted, this.featuresOf(box.text)) }));
    const best = scored.reduce((most, { score }) => Math.max(most, score), 0);
    const found = best === 0 ? [] : scored.filter(({ score }) => score === best).map(({ box }) => box);
    return { boxes: found, score: best, isSeveral: false };
  }

  /** A text as it is compared; texts are compared often. */
  featuresOf(text: string): Features {
    const known = this.#features.get(text) ?? featuresOf(text);
    this.#features.set(text, known);
    return known;
  }
}

const withoutNoun = (phrase: string): string => describe(phrase).name || phrase;
