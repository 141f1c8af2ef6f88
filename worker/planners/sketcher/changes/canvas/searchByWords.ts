import { leadingDate } from '../../text/dates.ts';
import type { HiddenNames } from '../language/hideNames.ts';
import { type Relation, splitsAtRoles } from '../language/roles.ts';
import { withoutArticle } from '../language/words.ts';
import { alongside, neighboursOf } from './alongArrows.ts';
import { type Description, describe, isDescriptive } from './description.ts';
import type { Box, EditedCanvas } from './editedCanvas.ts';
import { type Features, featuresOf, likeness, SURE } from './likeness.ts';
import { type Found, fits, picked } from './matchDescription.ts';
import { inReadingOrder } from './readingOrder.ts';
import { stateOf } from './states.ts';

/** What an object is of: like a place. */
const OF = /\s(?:of|from|of the|from the|von|aus|de|du|des|del|d')\s/gi;

const SHAPE = describe('shape');

/** Likeness of a name to a text that has it behind a date. */
const UNDATED = 0.97;
const DATED = /^[^:]{1,40}:\s/;

/** Searches boxes by their texts, by what they are, and by where they are: "the cards in Done". */
export class SearchByWords {
  readonly #canvas: EditedCanvas;
  readonly #names: HiddenNames;
  readonly #features = new Map<string, Features>();

  constructor(canvas: EditedCanvas, names: HiddenNames) {
    this.#canvas = canvas;
    this.#names = names;
  }

  /** "The cards in Done", "Write notes in Release 2", "everything after Review". */
  within(text: string, boxes: readonly Box[]): Found | null {
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
    const named = this.named(withoutNoun(phrase), this.#canvas.boxes);
    const found = named.score >= SURE ? named : this.described(phrase, this.#canvas.boxes);
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
    const found = this.described(phrase, inside);
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
  byState(text: string, boxes: readonly Box[]): Found | null {
    const state = stateOf(this.#names.show(withoutNoun(withoutArticle(text))));
    const found = boxes.filter(
      (box) => box.kind === 'FRAME' && state !== null && stateOf(box.text) === state,
    );
    return found.length === 1 ? { boxes: found, score: 0.9, isSeveral: false } : null;
  }

  /** By what they are, and by their texts if the phrase has a name left. */
  described(text: string, boxes: readonly Box[]): Found | null {
    const description = describe(text);
    // "The last two" are no columns, where there are shapes.
    if (description.ordinal !== null && boxes.some((box) => fits(this.#canvas, box, SHAPE, boxes)))
      description.kind ??= 'shape';
    const fitting = boxes.filter((box) => fits(this.#canvas, box, description, boxes));
    if (isDescriptive(description)) return picked(description, inReadingOrder(this.#canvas, fitting));
    if (description.name === '') return null;
    const found = this.named(description.name, fitting);
    const inColumn = description.kind === null ? null : this.#inColumn(description, boxes);
    if (inColumn !== null && (found.score < SURE || description.isAll)) return inColumn;
    if (found.boxes.length === 0) return null;
    return picked({ ...description }, inReadingOrder(this.#canvas, found.boxes), found.score);
  }

  /** "The Doing cards": what is in that column. */
  #inColumn(description: Description, boxes: readonly Box[]): Found | null {
    const frames = this.#canvas.boxes.filter(({ kind }) => kind === 'FRAME');
    const named = this.named(description.name, frames);
    const column = named.score >= 0.9 ? named : this.byState(description.name, frames);
    const [frame, ...others] = column?.boxes ?? [];
    if (frame === undefined || others.length > 0) return null;
    const below = this.#canvas.below(frame);
    const inside = boxes.filter((box) => below.includes(box) && fits(this.#canvas, box, description, boxes));
    return inside.length === 0 ? null : picked(description, inside);
  }

  /** Those whose texts are most like a name. */
  named(name: string, boxes: readonly Box[]): Found {
    const wanted = this.#featuresOf(this.#names.show(withoutArticle(name)));
    const scored = boxes.map((box) => ({ box, score: this.#likeness(wanted, box.text) }));
    const best = scored.reduce((most, { score }) => Math.max(most, score), 0);
    const found = best === 0 ? [] : scored.filter(({ score }) => score === best).map(({ box }) => box);
    return { boxes: found, score: best, isSeveral: false };
  }

  /** "Idea" is surely "2019: Idea": nobody repeats the date. */
  #likeness(wanted: Features, text: string): number {
    const whole = likeness(wanted, this.#featuresOf(text));
    const what = whole >= UNDATED || !DATED.test(text) ? '' : (leadingDate(text)?.what ?? '');
    return likeness(wanted, this.#featuresOf(what)) === 1 ? UNDATED : whole;
  }

  /** A text as it is compared; texts are compared often. */
  #featuresOf(text: string): Features {
    const known = this.#features.get(text) ?? featuresOf(text);
    this.#features.set(text, known);
    return known;
  }
}

const withoutNoun = (phrase: string): string => describe(phrase).name || phrase;
