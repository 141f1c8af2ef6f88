import { mostLike } from '../../text/words.ts';
import { keyOf, type RelationGraph, type RelationOptions, type Thing } from '../graph/relationGraph.ts';
import { circumstanceIn, isAnswer, isStateWithEvent, readName, splitKnown, withoutBullet } from './names.ts';
import type { Chain, Group } from './statements.ts';
import type { Arrow } from './tokens.ts';

/** A thing at an end of an arrow, with what its name says about the arrow. */
type End = { thing: Thing; incoming: string | null; outgoing: string | null };

/** Adds chains of arrows to a graph, one after the other: an answer without a question answers the last one. */
export class ChainReader {
  readonly #graph: RelationGraph;
  readonly isKnown: (name: string) => boolean;
  /** Questions that have been asked, the innermost last. */
  readonly #questions: Thing[] = [];
  /** Names that arrows lead to. */
  readonly #targets: ReadonlySet<string>;
  #last: readonly End[] = [];

  /**
   * @param chains All chains of the text: names that are used elsewhere are read differently
   * @param areStates Whether the text names a diagram of states
   */
  constructor(graph: RelationGraph, chains: readonly Chain[], areStates: boolean) {
    this.#graph = graph;
    const names = new Set(
      chains.flatMap(({ groups }) => groups.flat().map((name) => keyOf(withoutBullet(name)))),
    );
    this.#targets = new Set(chains.flatMap(({ groups }) => groups.slice(1).flat().map(keyOf)));
    const isUsed = (name: string) => names.has(keyOf(name)) || graph.find(name) !== null;
    const ends = new Set(chains.flatMap(({ groups }) => groups.slice(1).flat()));
    const told = [...ends].flatMap((name) => circumstanceIn(name) ?? []);
    // "A -> B on start, B -> C on stop": where B is used by itself, "on" says when behind all names.
    const words = new Set(told.filter(({ bare }) => isUsed(bare)).map(({ word }) => word));
    const states = [...ends].filter((name) => isStateWithEvent(name, areStates));
    const events = new Set(
      [
        ...told.filter(({ word }) => words.has(word)),
        ...states.flatMap((name) => circumstanceIn(name) ?? []),
      ].map(({ bare }) => keyOf(bare)),
    );
    this.isKnown = (name) => isUsed(name) || events.has(keyOf(name));
  }

  /** @param label What the text before the chain says about its first arrow */
  read({ groups, arrows, message }: Chain, label: string | null = null): void {
    const [first = [], ...others] = groups;
    const isNumbered = others.some((group) => group.some((name) => withoutBullet(name) !== name.trim()));
    let pending = label;
    let before: readonly End[] = this.#last;
    const answered = this.#answeredBy(first);
    if (answered !== null) {
      before = this.#endsOf(answered);
      pending = first[0] ?? null;
    } else if (first.length > 0) before = this.#read(isNumbered ? first : first.map(withoutBullet), true);
    for (const [at, group] of others.entries()) {
      const arrow = arrows[at];
      const isLast = at === others.length - 1;
      if (this.#isAnswered(group, before[0]?.thing ?? null)) {
        if (isLast && message !== null) this.#answers(before, `${group[0]}: ${message}`);
        pending = group[0] ?? null;
        continue;
      }
      const ends = this.#read(group, false);
      const options = { ...optionsOf(arrow), label: arrow?.label ?? (isLast ? message : null) ?? pending };
      this.#join(before, ends, options);
      pending = null;
      before = ends;
    }
    this.#last = before;
  }

  /** Reads a question that the next chain answers, and the lines that lead to it. */
  ask(text: string, steps: readonly string[]): void {
    let before: readonly End[] = [];
    for (const name of [...steps, text]) {
      const ends = this.#read([name], true);
      this.#join(before, ends, {});
      before = ends;
    }
    const [end] = before;
    if (end === undefined) return;
    end.thing.isQuestion = true;
    this.#remember(end.thing);
    this.#last = before;
  }

  /** Reads "no: cancel order" as an answer to the last question; false for other texts. */
  readAnswer(text: string): boolean {
    const answered = this.#answeredBy([/^([^:：]{1,12})[:：]/.exec(text)?.[1] ?? '']);
    if (answered === null) return false;
    this.#answers(this.#endsOf(answered), text);
    return true;
  }

  #remember(question: Thing): void {
    if (!this.#questions.includes(question)) this.#questions.push(question);
  }

  /**
   * The question that what stands before an arrow answers: the innermost one that has no such answer yet. Beside "yes" and
   * "no" an answer is a short name that is used for nothing else, such as "high", right behind the question or behind
   * another answer of that kind.
   */
  #answeredBy([text = '', ...others]: Group): Thing | null {
    if (others.length > 0) return null;
    const isYesOrNo = isAnswer(text);
    if (!isYesOrNo && (text.split(' ').length > mostWordsOfAnswer || this.#isThing(text))) return null;
    return (
      this.#questions.findLast((question) => {
        const answers = this.#graph.labelsFrom(question);
        return isYesOrNo
          ? !answers.includes(text.toLowerCase()) && (answers.length === 0 || answers.some(isAnswer))
          : !answers.some(isAnswer) && (answers.length > 0 || this.#last[0]?.thing === question);
      }) ?? null
    );
  }

  #isThing(name: string): boolean {
    return /[?？]$/.test(name.trim()) || this.#targets.has(keyOf(name)) || this.#graph.find(name) !== null;
  }

  /** "yes: ship, no: cancel" */
  #answers(from: readonly End[], text: string): void {
    for (const part of text.split(/[,;，]\s*(?=[\p{L}]{1,9}\s*[:：])/u)) {
      const [, label, name] = /^([^:：]{1,12})[:：]\s*(.+)$/s.exec(part) ?? [];
      if (label !== undefined && name !== undefined) this.#join(from, this.#read([name], false), { label });
    }
  }

  #isAnswered(group: Group, asked: Thing | null): boolean {
    return group.length === 1 && asked?.isQuestion === true && isAnswer(group[0] ?? '');
  }

  #endsOf(thing: Thing | null): End[] {
    return thing === null ? [] : [{ thing, incoming: null, outgoing: null }];
  }

  #read(group: Group, isFirst: boolean): End[] {
    const ends = new Map<Thing, End>();
    for (const raw of group.flatMap((each) => splitKnown(this.#withoutReturn(each), this.isKnown))) {
      const { text, shortName, isQuestion, color, incoming, outgoing } = readName(raw, this.isKnown, isFirst);
      const thing = shortName === null ? this.#graph.thing(text) : this.#graph.define(shortName, text);
      if (thing === null) continue;
      thing.color = color ?? thing.color;
      thing.isQuestion ||= isQuestion;
      if (thing.isQuestion) this.#remember(thing);
      if (!ends.has(thing)) ends.set(thing, { thing, incoming, outgoing });
    }
    return [...ends.values()];
  }

  /** "Back to the draft", where "draft" is a thing, as that. */
  #withoutReturn(name: string): string {
    const wanted = BACK_TO.exec(name)?.[1];
    if (wanted === undefined || this.#graph.find(name) !== null) return name;
    if (/^(?:start|beginning)$/i.test(wanted) && !this.isKnown(wanted))
      return this.#graph.things[0]?.text ?? name;
    if (this.isKnown(wanted)) return wanted;
    return mostLike(wanted, this.#graph.things, ({ text }) => text, LIKE)?.text ?? name;
  }

  #join(before: readonly End[], after: readonly End[], options: RelationOptions): void {
    for (const from of before) {
      for (const to of after) {
        const label = options.label ?? from.outgoing ?? to.incoming;
        this.#graph.relate(from.thing, to.thing, { ...options, label });
      }
    }
  }
}

/** Likeness from which a thing is the one that is meant. */
const LIKE = 0.4;
const BACK_TO = /^\s*(?:(?:go|goes|return|returns|loop|jump)\s+)?back to\s+(?:the\s+|step\s+)?(\S.*)$/is;
/** Longest answer beside "yes" and "no", in words. */
const mostWordsOfAnswer = 4;

const optionsOf = (arrow: Arrow | undefined): RelationOptions =>
  arrow === undefined ? {} : { ends: arrow.ends, isDashed: arrow.isDashed };
