import { capitalise } from '../../text/plain.ts';
import { singular } from '../../text/words.ts';
import type { RelationGraph, Thing } from '../graph/relationGraph.ts';
import type { RelationKind } from '../graph/relationKinds.ts';
import { ALL_OF } from './clauses.ts';
import { NUMBER_OF_ENTITIES, QUANTITY } from './fields.ts';
import { nounOf } from './predicate.ts';

/** Finds the things of a graph that the names in sentences mean, and makes those that are new. */
export class ThingNames {
  readonly #graph: RelationGraph;
  readonly #kind: RelationKind | null;
  /** Whether the first word of a name says what it is: "base de données". */
  readonly #isHeadFirst: boolean;
  /** Things of a list, which may be called by a shorter name. */
  readonly #listed = new Set<Thing>();

  constructor(graph: RelationGraph, kind: RelationKind | null, isHeadFirst: boolean) {
    this.#graph = graph;
    this.#kind = kind;
    this.#isHeadFirst = isHeadFirst;
  }

  /** The thing that a name means: of the same name in singular or plural, or one whose name ends with it. */
  thing(raw: string): Thing | null {
    const noun = nounOf(raw);
    const isEntity = this.#kind === 'entity';
    const name = isEntity ? capitalise(singular(noun.slice(this.quantityOf(noun).length))) : noun;
    const known =
      this.#graph.find(name) ??
      (this.#isHeadFirst ? this.#graph.findInflected(name) : this.#graph.findLike(name));
    const longer = known === null ? this.#graph.findLonger(name) : null;
    const isShortened = longer !== null && (this.#isHeadFirst || this.#listed.has(longer));
    return known ?? (isShortened ? longer : this.#graph.thing(name));
  }

  /** The things that a name means: "both services" are several. */
  things(raw: string): Thing[] {
    const kind = raw.replace(ALL_OF, '');
    const all = kind === raw ? [] : this.#graph.kindOf(kind);
    const one = all.length > 0 ? null : this.thing(raw);
    return one === null ? all : [one];
  }

  /** "A waiting ticket" is the state "waiting", if there is one. */
  state(name: string): Thing | null {
    const known = this.#graph.find(name);
    if (known !== null || this.#kind !== 'state') return known ?? this.#graph.thing(name);
    const words = ` ${name.toLowerCase()} `;
    return (
      this.#graph.things.find(({ text }) => words.includes(` ${text.toLowerCase()} `)) ??
      this.#graph.thing(name)
    );
  }

  /** Adds a name of a list. */
  list(name: string): void {
    const thing = this.thing(name);
    if (thing !== null) this.#listed.add(thing);
  }

  /** The number before a name, '' without one. */
  quantityOf(name: string): string {
    const number = this.#kind === 'entity' ? NUMBER_OF_ENTITIES.exec(name) : null;
    return (QUANTITY.exec(name) ?? number)?.[0] ?? '';
  }
}
