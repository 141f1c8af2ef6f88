import type { PlanColor } from '../../../../../src/canvas/model/plan.ts';
import { MAX_THINGS } from '../../text/limits.ts';
import { label as labelOf } from '../../text/plain.ts';
import { singular } from '../../text/words.ts';

/** Which ends of a connector have an arrowhead. `backward`: at the first thing only. */
export type ArrowEnds = 'forward' | 'backward' | 'both' | 'none';

export type Thing = {
  readonly id: number;
  text: string;
  /** Whether it asks something, or is left by answers. */
  isQuestion: boolean;
  color: PlanColor | null;
  /** The thing that it is a part of. */
  parent: Thing | null;
  /** What it has, of a class or an entity. */
  attributes: string[];
};
export type Relation = {
  from: Thing;
  to: Thing;
  label: string | null;
  ends: Exclude<ArrowEnds, 'backward'>;
  isDashed: boolean;
};
export type RelationOptions = { label?: string | null; ends?: ArrowEnds; isDashed?: boolean };

/** Things and the relations between them. The same name, in any case, is the same thing. */
export class RelationGraph {
  readonly things: Thing[] = [];
  readonly relations: Relation[] = [];
  readonly #byName = new Map<string, Thing>();
  readonly #singularKeys = new Map<string, string>();
  readonly #relationKeys = new Set<string>();
  readonly #labels = new Map<Thing, string[]>();

  /** Whether there are more things than are read. */
  get isFull(): boolean {
    return this.things.length > MAX_THINGS;
  }

  /** The thing of that name, a new one if there is none; null for a name without words, or in a graph that is full. */
  thing(name: string): Thing | null {
    const known = this.find(name);
    const text = labelOf(name);
    if (known !== null || text === '' || this.isFull) return known;
    const thing: Thing = {
      id: this.things.length,
      text,
      isQuestion: /[?？]$/.test(text),
      color: null,
      parent: null,
      attributes: [],
    };
    this.things.push(thing);
    this.#byName.set(keyOf(name), thing);
    return thing;
  }

  /** The thing that a short name stands for elsewhere: `B[Check stock]`. */
  define(shortName: string, text: string): Thing | null {
    const thing = this.find(shortName) ?? this.thing(text);
    if (thing === null) return null;
    thing.text = labelOf(text);
    this.#byName.set(keyOf(shortName), thing).set(keyOf(text), thing);
    return thing;
  }

  find(name: string): Thing | null {
    return this.#byName.get(keyOf(name)) ?? null;
  }

  /** The thing that another form of its name means: in singular or plural, or the only one whose name ends with it. */
  findLike(name: string, mayBeLonger = true): Thing | null {
    const key = singularKey(name);
    const alike = this.things.find(({ text }) => this.#singularKey(text) === key);
    if (alike !== undefined || !mayBeLonger) return alike ?? null;
    const [only, ...others] = this.things.filter(({ text }) => this.#singularKey(text).endsWith(` ${key}`));
    return others.length === 0 ? (only ?? null) : null;
  }

  /** The thing whose name differs in its ending, in German, French or Spanish: "Bestellung" for "Bestellungen". */
  findInflected(name: string): Thing | null {
    const plain = (text: string) => keyOf(text).normalize('NFD').replace(/\p{M}/gu, '');
    const key = plain(name);
    const isLike = (other: string) =>
      (other.startsWith(key) && INFLECTION.test(other.slice(key.length))) ||
      (key.startsWith(other) && INFLECTION.test(key.slice(other.length)));
    return this.things.find(({ text }) => isLike(plain(text))) ?? null;
  }

  /** The only thing whose name begins with another: "feature" for "feature branch". */
  findLonger(name: string): Thing | null {
    const key = `${keyOf(name)} `;
    const [only, ...others] = this.things.filter(({ text }) => keyOf(text).startsWith(key));
    return others.length === 0 ? (only ?? null) : null;
  }

  /** The things of a kind: "services" are all whose name has the word "service". */
  kindOf(plural: string): Thing[] {
    const kind = singularKey(plural);
    return this.things.filter(({ text }) =>
      keyOf(text)
        .split(/[^\p{L}\p{N}]+/u)
        .some((word) => singular(word) === kind),
    );
  }

  /** Computed once for each text: names are compared with all things. */
  #singularKey(text: string): string {
    const key = this.#singularKeys.get(text) ?? singularKey(text);
    this.#singularKeys.set(text, key);
    return key;
  }

  /** What the arrows from a thing say, in small letters. */
  labelsFrom(thing: Thing): readonly string[] {
    return this.#labels.get(thing) ?? [];
  }

  /** Puts a thing into another, unless it stands in one, or holds the other. */
  putInto(whole: Thing | null, part: Thing | null): void {
    if (whole === null || part?.parent !== null) return;
    for (let thing: Thing | null = whole; thing !== null; thing = thing.parent) if (thing === part) return;
    part.parent = whole;
  }

  areRelated(one: Thing, other: Thing): boolean {
    return this.relations.some(
      ({ from, to }) => (from === one && to === other) || (from === other && to === one),
    );
  }

  /** Puts a thing on the way between two others: what led from one to the other leads through it. */
  insertBetween(thing: Thing, one: Thing, other: Thing): void {
    const isWay = ({ from, to }: Relation) =>
      (from === one && to === other) || (from === other && to === one);
    const ways = this.relations.filter(isWay);
    for (const way of ways) this.relations.splice(this.relations.indexOf(way), 1);
    for (const { from, to, label, ends, isDashed } of ways) {
      this.relate(from, thing, { label, ends, isDashed });
      this.relate(thing, to, { ends, isDashed });
    }
    if (ways.length > 0) return;
    // Between two zones nothing tells of a direction.
    const isZone = this.things.some(({ parent }) => parent === one);
    if (isZone) this.relate(thing, one);
    else this.relate(one, thing);
    this.relate(thing, other);
  }

  relate(
    from: Thing,
    to: Thing,
    { label = null, ends = 'forward', isDashed = false }: RelationOptions = {},
  ): void {
    const [start, end] = ends === 'backward' ? [to, from] : [from, to];
    const key = `${start.id} ${end.id} ${label ?? ''}`;
    if (this.#relationKeys.has(key)) return;
    this.#relationKeys.add(key);
    if (label !== null) this.#labels.set(start, [...(this.#labels.get(start) ?? []), label.toLowerCase()]);
    this.relations.push({
      from: start,
      to: end,
      label,
      ends: ends === 'backward' ? 'forward' : ends,
      isDashed,
    });
  }
}

const INFLECTION = /^(?:e|n|en|er|s|es|x)$/;

/** What two names of one thing have in common. */
export function keyOf(name: string): string {
  return labelOf(name).toLowerCase();
}

const singularKey = (name: string): string => singular(keyOf(name));
