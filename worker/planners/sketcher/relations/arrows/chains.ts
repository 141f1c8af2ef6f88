import { keyOf, type RelationGraph, type RelationOptions, type Thing } from '../graph/relationGraph.ts';
import { isAnswer, readName, splitKnown, withoutBullet } from './names.ts';
import type { Chain, Group } from './statements.ts';
import type { Arrow } from './tokens.ts';

/** A thing at an end of an arrow, with what its name says about the arrow. */
type End = { thing: Thing; incoming: string | null; outgoing: string | null };

/** Adds chains of arrows to a graph, one after the other: an answer without a question answers the last one. */
export class ChainReader {
  readonly #graph: RelationGraph;
  readonly isKnown: (name: string) => boolean;
  #question: Thing | null = null;
  #last: End[] = [];

  /** @param chains All chains of the text: names that are used elsewhere are read differently */
  constructor(graph: RelationGraph, chains: readonly Chain[]) {
    this.#graph = graph;
    const names = new Set(
      chains.flatMap(({ groups }) => groups.flat().map((name) => keyOf(withoutBullet(name)))),
    );
    this.isKnown = (name) => names.has(keyOf(name)) || graph.find(name) !== null;
  }

  /** @param label What the text before the chain says about its first arrow */
  read({ groups, arrows, message }: Chain, label: string | null = null): void {
    const [first = [], ...others] = groups;
    const isNumbered = others.some((group) => group.some((name) => withoutBullet(name) !== name.trim()));
    let pending = label;
    let before = this.#last;
    if (this.#isAnswered(first, this.#question)) {
      before = this.#endsOf(this.#question);
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

  /** Reads a question that the next chain answers. */
  ask(text: string): void {
    const ends = this.#read([text], true);
    if (ends[0] !== undefined) ends[0].thing.isQuestion = true;
    this.#question = ends[0]?.thing ?? null;
  }

  /** Reads "no: cancel order" as an answer to the last question; false for other texts. */
  readAnswer(text: string): boolean {
    if (this.#question === null || !isAnswer(/^([^:：]{1,12})[:：]/.exec(text)?.[1] ?? '')) return false;
    this.#answers(this.#endsOf(this.#question), text);
    return true;
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
    for (const raw of group.flatMap((each) => splitKnown(each, this.isKnown))) {
      const { text, shortName, isQuestion, color, incoming, outgoing } = readName(raw, this.isKnown, isFirst);
      const thing = shortName === null ? this.#graph.thing(text) : this.#graph.define(shortName, text);
      if (thing === null) continue;
      thing.color = color ?? thing.color;
      thing.isQuestion ||= isQuestion;
      if (thing.isQuestion) this.#question = thing;
      if (!ends.has(thing)) ends.set(thing, { thing, incoming, outgoing });
    }
    return [...ends.values()];
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

const optionsOf = (arrow: Arrow | undefined): RelationOptions =>
  arrow === undefined ? {} : { ends: arrow.ends, isDashed: arrow.isDashed };
