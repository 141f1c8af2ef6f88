import { splitCommas, splitList } from '../../text/split.ts';
import type { RelationGraph, Thing } from '../graph/relationGraph.ts';
import type { RelationKind } from '../graph/relationKinds.ts';
import type { Between } from './between.ts';
import type { Clause } from './clause.ts';
import { ALL_OF, readSentence, type Sentence } from './clauses.ts';
import { type Declaration, declarationIn, membersIn } from './declarations.ts';
import { CARDINALITY, isField, QUANTITY, singularOf, withoutKind } from './fields.ts';
import { labelOf } from './label.ts';
import { messageOf } from './messages.ts';
import { Names } from './names.ts';
import { ThingNames } from './thingNames.ts';
import { areTransitions, transitionsIn } from './transitions.ts';

/**
 * How much of a text was understood, in clauses. `rest`: pieces that are none; `named`: clauses of proper names;
 * `ranks`: clauses about who stands above whom, as in a hierarchy; `leaders`: those that speak of people only.
 */
export type Understood = Record<'clauses' | 'transitions' | 'named' | 'rest' | 'ranks' | 'leaders', number>;

/** Adds what sentences say of things to a graph. */
export class WordReader {
  readonly #graph: RelationGraph;
  readonly #kind: RelationKind | null;
  readonly understood: Understood = { clauses: 0, transitions: 0, named: 0, rest: 0, ranks: 0, leaders: 0 };
  readonly #names: ThingNames;
  readonly #sentences = new Map<string, Sentence>();
  /** The clause after each clause. */
  readonly #next: ReadonlyMap<Clause, Clause | undefined>;
  /** Who sent the last message of a sequence. */
  #sender: Thing | null = null;
  /** Whether sentences are read as transitions of states. */
  readonly #areTransitions: boolean;
  /** Names that clauses speak of. */
  readonly #mentioned: ReadonlySet<string>;
  /** Whether what contains others is a frame. */
  readonly #drawsFrames: boolean;
  /** Names that do something or are related to: no attributes. */
  readonly #subjects = new Set<string>();

  /** @param sentences All sentences of the text: what acts in one of them is a thing in all of them */
  constructor(graph: RelationGraph, kind: RelationKind | null, sentences: readonly string[]) {
    this.#graph = graph;
    this.#kind = kind;
    this.#drawsFrames = kind === null || kind === 'system';
    const clauses: Clause[] = [];
    const names = new Names(sentences);
    this.#names = new ThingNames(graph, kind, names.isForeign);
    for (const text of sentences) {
      const sentence = readSentence(text, names, clauses.at(-1), kind === 'sequence');
      this.#sentences.set(text, sentence);
      clauses.push(...sentence.clauses);
    }
    this.#next = new Map(clauses.map((clause, at) => [clause, clauses[at + 1]]));
    for (const { subjects } of clauses)
      for (const subject of subjects) this.#subjects.add(singularOf(subject));
    this.#mentioned = new Set(
      clauses.flatMap(({ subjects, objects }) => [...subjects, ...objects].map(singularOf)),
    );
    this.#areTransitions = kind === 'state' || (kind === null && areTransitions(sentences));
  }

  /** Reads a sentence; false if nothing in it relates things. */
  read(sentence: string): boolean {
    const rest = this.#readDeclarations(sentence);
    if (rest === '') return true;
    return (
      this.#readCardinality(rest) ||
      this.#readTransitions(rest) ||
      this.#readClauses(rest) ||
      this.#readNames(rest) ||
      rest !== sentence
    );
  }

  /** Adds what stands between two things, when all that leads from one to the other is known. */
  addBetween(pieces: readonly Between[]): void {
    for (const { name, ends } of pieces) {
      const [one, other] = [this.#names.thing(ends[0]), this.#names.thing(ends[1])];
      const thing = this.#names.thing(name);
      if (thing === null || one === null || other === null || new Set([thing, one, other]).size < 3) continue;
      this.#graph.insertBetween(thing, one, other);
      this.understood.clauses += 1;
    }
  }

  /** "User (id, name), Post (title)", "Data layer: Postgres, Redis", "Shape with area()". @returns What is left */
  #readDeclarations(sentence: string): string {
    if (this.#kind === 'state' || this.#kind === 'sequence') return sentence;
    const section = /[:：]\s/.test(sentence) ? declarationIn(sentence) : null;
    const isSpokenOf =
      section !== null && [section.name, ...section.parts].some((name) => this.#isMentioned(name));
    if (this.#kind === null && !isSpokenOf) return sentence;
    const parts = section === null ? splitCommas(sentence) : [sentence];
    const left: string[] = [];
    let last: Thing | null = null;
    for (const part of parts) {
      const declared = section ?? this.#declarationIn(part);
      if (declared !== null) last = this.#declare(declared.name, declared.parts);
      else if (last !== null && isMember(part)) this.#addParts(last, splitList(part));
      else {
        left.push(part);
        last = null;
      }
    }
    this.understood.clauses += parts.length - left.length;
    return left.join(', ');
  }

  /** "Dog extends Animal with bark()" relates two classes, too; elsewhere, what relates things declares nothing. */
  #declarationIn(part: string): Declaration | null {
    const members = this.#kind === 'class' || this.#kind === 'entity' ? membersIn(part) : null;
    const relates =
      this.#kind !== 'class' && members !== null && readSentence(members.name).clauses.length > 0;
    if (members?.parts.every((name) => this.#isOwn(name)) && !relates) return members;
    return readSentence(part).clauses.length > 0 ? null : declarationIn(part);
  }

  /** Whether something can be a member of another thing: it is counted nowhere, and does nothing itself. */
  #isOwn(name: string): boolean {
    return !QUANTITY.test(name) && !this.#subjects.has(singularOf(name)) && this.#graph.find(name) === null;
  }

  #declare(name: string, parts: readonly string[]): Thing | null {
    // "Dog extends Animal: bark()"
    const [clause] = this.#kind === 'class' ? readSentence(name).clauses : [];
    if (clause !== undefined) this.#addClause(clause);
    const whole = this.#names.thing(clause?.subjects[0] ?? name);
    if (whole !== null) this.#addParts(whole, parts);
    return whole;
  }

  #addParts(whole: Thing, parts: readonly string[]): void {
    if (this.#drawsFrames) for (const part of parts) this.#graph.putInto(whole, this.#names.thing(part));
    else whole.attributes.push(...parts);
  }

  /** "Customer 1..n Order" */
  #readCardinality(sentence: string): boolean {
    const counts =
      this.#kind === 'entity' ? splitCommas(sentence).map((part) => CARDINALITY.exec(part)) : [null];
    if (counts.includes(null)) return false;
    for (const [, from = '', label = '', to = ''] of counts.filter((count) => count !== null)) {
      const [start, end] = [this.#names.thing(from), this.#names.thing(to)];
      if (start !== null && end !== null) this.#graph.relate(start, end, { label, ends: 'none' });
    }
    return true;
  }

  #readTransitions(sentence: string): boolean {
    if (!this.#areTransitions) return false;
    const transitions = transitionsIn(sentence);
    const found = transitions.filter((transition) => transition !== null);
    if (found.length === 0 || found.length < transitions.length) return false;
    for (const { from, to, label } of found) {
      const [start, end] = [this.#names.state(from), this.#names.state(to)];
      if (start !== null && end !== null) this.#graph.relate(start, end, { label });
    }
    this.understood.clauses += found.length;
    this.understood.transitions += found.length;
    return true;
  }

  #readClauses(sentence: string): boolean {
    const { clauses, names, rest } = this.#sentences.get(sentence) ?? readSentence(sentence);
    if (clauses.length === 0) return false;
    for (const name of names) this.#names.list(name);
    for (const clause of clauses)
      if (this.#kind === 'sequence') this.#addMessage(clause);
      else this.#addClause(clause);
    this.understood.clauses += clauses.length;
    this.understood.named += clauses.filter(isOfNames).length;
    this.understood.rest += rest.length;
    this.understood.ranks += clauses.filter(({ phrase }) => RANK.test(phrase)).length;
    this.understood.leaders += clauses.filter(({ phrase }) => LEADS.test(phrase)).length;
    return true;
  }

  #addClause(clause: Clause): void {
    const { subjects, objects, verb } = clause;
    const isInside = this.#drawsFrames && INSIDE.test(clause.phrase);
    for (const subject of subjects.flatMap((name) => this.#names.things(name))) {
      for (const object of objects) {
        if (this.#isAttribute(clause, object)) subject.attributes.push(withoutKind(object));
        else if (verb.verbClass === 'contain' && this.#drawsFrames)
          this.#graph.putInto(subject, this.#names.thing(object));
        else if (isInside) this.#graph.putInto(this.#names.thing(object), subject);
        else this.#relate(subject, object, clause);
      }
    }
  }

  /** What is said to nobody goes to whoever acts next, or back to whoever spoke last. */
  #addMessage(clause: Clause): void {
    const isActor = (name: string) => this.#subjects.has(singularOf(name));
    const { to, text } = messageOf(clause, isActor);
    for (const name of clause.subjects) {
      const sender = this.#names.thing(name);
      const next = to ?? this.#next.get(clause)?.subjects[0];
      const receiver = next === undefined ? (this.#sender ?? sender) : this.#names.thing(next);
      if (sender !== null && receiver !== null) this.#graph.relate(sender, receiver, { label: text });
      this.#sender = sender;
    }
  }

  /** What something has is a part of it in a class, unless it has a life of its own or there are many of it. */
  #isAttribute({ verb, objects }: Clause, object: string): boolean {
    if (verb.verbClass !== 'have' || QUANTITY.test(object) || this.#subjects.has(singularOf(object)))
      return false;
    if (this.#graph.find(object) !== null) return false;
    return this.#kind === 'class' || (this.#kind === 'entity' && isField(object, objects));
  }

  #relate(subject: Thing, name: string, clause: Clause): void {
    const quantity = this.#names.quantityOf(name);
    const isCounted =
      this.#kind === 'entity' || clause.verb.verbClass === 'have' || this.#subjects.has(singularOf(name));
    const object = this.#names.thing(isCounted ? name.slice(quantity.length) : name);
    if (object === null) return;
    if (clause.source !== null) {
      const source = this.#names.thing(clause.source);
      if (source !== null) this.#graph.relate(source, subject);
    }
    const [from, to] = clause.isPassive ? [object, subject] : [subject, object];
    const isMirror = /^(?:belong|have)$/.test(clause.verb.base) && this.#graph.areRelated(from, to);
    if (isMirror) return;
    const ends = /^(?:join|mutual)$/.test(clause.verb.verbClass) ? 'none' : 'forward';
    // "Router, switch and PCs connected to the switch": nothing is joined to itself.
    if (ends === 'none' && from === to) return;
    this.#graph.relate(from, to, { ends, label: labelOf(clause, isCounted ? quantity.trim() : '') });
  }

  /** A list of names in a diagram whose kind is named. */
  #readNames(sentence: string): boolean {
    const names = splitList(sentence);
    const areNames =
      (this.#kind !== null || names.some((name) => this.#isMentioned(name))) &&
      names.every((name) => name.split(' ').length <= 5 && !/ (?:is|are) /.test(name));
    if (!areNames) return false;
    for (const name of names) this.#names.list(name);
    return true;
  }

  /** Reads a sentence beside arrows, if it begins with things that they join. */
  readKnown(sentence: string): boolean {
    const { clauses } = this.#sentences.get(sentence) ?? readSentence(sentence);
    const isKnown = (name: string) => ALL_OF.test(name) || this.#graph.find(name) !== null;
    const areKnown = ({ subjects, objects }: Clause) =>
      subjects.every(isKnown) || (objects.length > 0 && objects.every(isKnown));
    return clauses.length > 0 && clauses.every(areKnown) && this.#readClauses(sentence);
  }

  /** Whether a clause speaks of a name, or of its first word: "feature" for "feature branch". */
  #isMentioned(name: string): boolean {
    const key = singularOf(name);
    return this.#mentioned.has(key) || this.#mentioned.has(key.split(' ', 1)[0] ?? '');
  }
}

/** Whether what follows the members of a thing behind a comma is one more. */
const isMember = (part: string): boolean =>
  /^(?:and\s+|und\s+|et\s+)?(?:[\p{Ll}_]|\S+\(\))/u.test(part) && readSentence(part).clauses.length === 0;

/** What says that the subject is in the object, or a part of it. */
const INSIDE =
  /^(?:(?:is|are|runs?|lives?|stands?|sits?|lies?|located|steht|stehen|liegt|liegen|ist|sind|est|sont|se trouve(?:nt)?|está[n]?) )?(?:in|inside|within|im|dans|en)$|^part of$/i;

const RANK =
  /^(?:reports?|leads?|manages?|supervises?|oversees?|heads?|runs|has|have|includes?|is|are|works?|leite[tn]|führ(?:t|en)|hat|haben|ist|sind|umfasst|berichte[nt]|untersteh(?:t|en)) ?(?:to|for|under|by|an|von|Herr|Frau)?$/;
const LEADS = /^(?:reports? to|leads?|supervises?|oversees?|leite[tn]|berichte[nt] an|untersteh(?:t|en))$/;

const isOfNames = ({ subjects, objects }: Clause): boolean =>
  [...subjects, ...objects].every((name) => /^\p{Lu}/u.test(name));
