import { EXCEPT } from '../language/exceptions.ts';
import type { HiddenNames } from '../language/hideNames.ts';
import { withoutArticle } from '../language/words.ts';
import { answerBranch } from './answerBranch.ts';
import type { Box, EditedCanvas } from './editedCanvas.ts';
import { SURE } from './likeness.ts';
import type { Found } from './matchDescription.ts';
import { ELSE, isPlural, isReferring, SELECTED } from './pronouns.ts';
import { endsOfFlow } from './readingOrder.ts';
import { SearchByWords } from './searchByWords.ts';
import { readTextCondition } from './textConditions.ts';

const CONTENTS =
  /,?\s+(?:and|with|including|plus|und|mit|et|avec|y|con)\s+(?:all|every(?:thing|body|one)|whatever|anything|its|the\s+(?:cards|notes|items|steps|children|contents|rest)|allem|tout|todo)\b[^\uE000]*$/i;
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
/** The shape that the others hang from. */
const MIDDLE =
  /^(?:cent(?:re|er)|middle|root|hub|(?:cent(?:re|er)|central|middle|main|root)\s+(?:node|topic|idea|box|shape|bubble))$/i;

/** "What comes after …", "todo lo que está en …". */
const WHAT_IS =
  /^(?:(?:everything\s+|all\s+)?(?:that|what|whatever)\s+(?:comes|is|happens)|tout\s+ce\s+qui\s+(?:est|vient)|todo\s+lo\s+que\s+(?:está|viene))\s+/i;
/** "Everything about Sound": the thing itself, too. */
const ABOUT = /^(?:everything|all)\s+(?:about|around|concerning|related to)\s+(.+)$/i;
/** "Everything in there": what is in that which was meant before. */
const IN_IT =
  /^(everything|all(?:\s+(?:the\s+)?\S+)?|the\s+\S+)\s+(?:that\s+(?:is|are)\s+)?(?:in|inside|of|under|below)\s+(?:there|it|them|that(?:\s+one)?)$/i;
/** Longest phrase that may mean something, in characters: texts of objects are shorter. */
const LONGEST_PHRASE = 300;

export type Wanted = {
  kind?: 'FRAME' | 'SHAPE';
  /** Whether it may also be a state that a column has another name for. */
  isPlace?: boolean;
  /** Whether "the City branch" and "the Sales department" are a tree's node with all below it. */
  isWhole?: boolean;
  /** Whether it must mean a single object. */
  isOne?: boolean;
  /** What is only meant by its name, or by a pronoun. */
  except?: readonly Box[];
};

/** Whether a name surely means one column, such as "idea" the column "Ideas". */
const isColumn = ({ boxes: [box, ...others], score }: Found) =>
  score >= 0.9 && others.length === 0 && box?.kind === 'FRAME';

/** Searches a canvas for what a phrase means: by its words, or by what was meant before. */
export class Search {
  readonly #canvas: EditedCanvas;
  readonly #names: HiddenNames;
  readonly #hasSelection: boolean;
  readonly #selected: readonly Box[];
  readonly #byWords: SearchByWords;
  /** What the change before this one was about, in this instruction or the one before: "it". */
  #last: readonly Box[] = [];
  /** What this change is about. */
  #current: readonly Box[] = [];
  /** All that was found in this instruction, for "everything else". */
  readonly #mentioned = new Set<string>();

  /** @param recent What the instruction before this one was about */
  constructor(canvas: EditedCanvas, names: HiddenNames, hasSelection: boolean, recent: readonly Box[]) {
    this.#canvas = canvas;
    this.#byWords = new SearchByWords(canvas, names);
    this.#names = names;
    this.#hasSelection = hasSelection;
    this.#selected = hasSelection ? canvas.boxes.filter(({ access }) => access === 'free') : [];
    this.#last = hasSelection ? [] : recent;
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
      .replace(/^(?:all )?of\s+(?!(?:them|these|it)\b)/i, '')
      .replace(/^(?:having|avoir|haber)\s+/i, '')
      .replace(WHAT_IS, 'everything ')
      .replace(ABOUT, '$1 and everything in it')
      .replace(IN_IT, 'its $1');
    if (text === '' || text.length > LONGEST_PHRASE) return null;
    const fitting = this.#canvas.boxes.filter(
      ({ kind }) => wanted.kind === undefined || kind === wanted.kind,
    );
    const exact = this.#byWords.named(text, fitting);
    if (exact.score >= 0.95 || (wanted.isPlace && isColumn(exact))) return exact;
    const others = fitting.filter((box) => !(wanted.except ?? []).includes(box));
    return (
      this.#referred(text, fitting) ??
      this.#owned(text, fitting) ??
      this.#excepted(text, wanted) ??
      this.#withContents(text, wanted) ??
      this.#withText(text, wanted) ??
      this.#byWords.within(text, others) ??
      this.#branch(text, wanted) ??
      this.#answerBranch(text, fitting) ??
      this.#described(text, others, exact) ??
      (others.length < fitting.length ? this.#described(text, fitting, exact) : null) ??
      this.#endOfFlow(text, fitting) ??
      (wanted.isPlace ? this.#byWords.byState(text, fitting) : null) ??
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
    if (/^all\b/i.test(text) && this.#selected.length + this.#current.length === 0) return null;
    return only(this.#selected.length > 0 ? this.#selected : [...this.#last, ...this.#current]);
  }

  /** "Its cards": what is in or below that which was meant before. */
  #owned(text: string, boxes: readonly Box[]): Found | null {
    const noun = POSSESSIVE.exec(text)?.[1];
    const owners = this.#last.length > 0 ? this.#last : this.#selected;
    if (noun === undefined || owners.length === 0) return null;
    const owned = new Set(owners.flatMap((owner) => this.#canvas.below(owner)));
    const inside = boxes.filter((box) => owned.has(box));
    return this.#byWords.described(noun, inside) ?? { boxes: inside, score: 1, isSeveral: true };
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

  /** "The no branch" of a flow. */
  #answerBranch(text: string, boxes: readonly Box[]): Found | null {
    const found = answerBranch(this.#canvas, text, (words) => this.#names.show(words)).filter((box) =>
      boxes.includes(box),
    );
    return found.length === 0 ? null : { boxes: found, score: 1, isSeveral: true };
  }

  /** By what they are; "roses" may be a color or a word of a text. */
  #described(text: string, boxes: readonly Box[], exact: Found): Found | null {
    const found = this.#byWords.described(text, boxes);
    return found?.boxes.length === 0 && exact.score >= SURE ? exact : found;
  }

  /** "The start" and "the end" of a flow, and the middle of a map. */
  #endOfFlow(text: string, boxes: readonly Box[]): Found | null {
    const root = MIDDLE.test(withoutArticle(text)) ? this.#canvas.root() : null;
    if (root !== null && boxes.includes(root)) return { boxes: [root], score: 1, isSeveral: false };
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

  /** What has a name for its text, however it could be described. */
  named(name: string, { kind }: Wanted): Found {
    return this.#byWords.named(
      name,
      this.#canvas.boxes.filter((box) => kind === undefined || box.kind === kind),
    );
  }
}
