import { capitalise } from '../../text/plain.ts';
import { splitCommas, splitList } from '../../text/split.ts';
import { singular } from '../../text/words.ts';
import type { RelationGraph, Thing } from '../graph/relationGraph.ts';
import type { RelationKind } from '../graph/relationKinds.ts';
import { type Clause, readSentence, type Sentence } from './clauses.ts';
import { declarationIn } from './declarations.ts';
import { messageOf } from './messages.ts';
import { nounOf } from './predicate.ts';
import { areTransitions, transitionsIn } from './transitions.ts';
import { isSteadyPhrase, thirdPerson } from './verbs.ts';

/** How much of a text was understood, in clauses. `steady`: those that hardly ever tell a step of a process. */
export type Understood = { clauses: number; steady: number; transitions: number; rest: number };

/** Adds what sentences say of things to a graph. */
export class WordReader {
  readonly #graph: RelationGraph;
  readonly #kind: RelationKind | null;
  readonly understood: Understood = { clauses: 0, steady: 0, transitions: 0, rest: 0 };
  readonly #sentences = new Map<string, Sentence>();
  /** The clause after each clause. */
  readonly #next: ReadonlyMap<Clause, Clause | undefined>;
  /** Who sent the last message of a sequence. */
  #sender: Thing | null = null;
  /** Whether sentences are read as transitions of states. */
  readonly #areTransitions: boolean;
  /** Names that do something or are related to: no attributes. */
  readonly #subjects = new Set<string>();

  /** @param sentences All sentences of the text: what acts in one of them is a thing in all of them */
  constructor(graph: RelationGraph, kind: RelationKind | null, sentences: readonly string[]) {
    this.#graph = graph;
    this.#kind = kind;
    const clauses: Clause[] = [];
    for (const text of sentences) {
      const sentence = readSentence(text, clauses.at(-1), kind === 'sequence');
      this.#sentences.set(text, sentence);
      clauses.push(...sentence.clauses);
    }
    this.#next = new Map(clauses.map((clause, at) => [clause, clauses[at + 1]]));
    for (const { subjects } of clauses)
      for (const subject of subjects) this.#subjects.add(singularOf(subject));
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

  /** "User (id, name), Post (title)", "Data layer: Postgres, Redis", "Shape with area()". @returns What is left */
  #readDeclarations(sentence: string): string {
    if (this.#kind === null || this.#kind === 'state' || this.#kind === 'sequence') return sentence;
    const section = /[:：]\s/.test(sentence) ? declarationIn(sentence) : null;
    const parts = section === null ? splitCommas(sentence) : [sentence];
    const left: string[] = [];
    for (const part of parts) {
      const declared = section ?? (readSentence(part).clauses.length > 0 ? null : declarationIn(part));
      if (declared === null) left.push(part);
      else this.#declare(declared.name, declared.parts);
    }
    this.understood.clauses += parts.length - left.length;
    return left.join(', ');
  }

  #declare(name: string, parts: readonly string[]): void {
    const whole = this.#thing(name);
    if (whole === null) return;
    if (this.#kind === 'system') for (const part of parts) this.#putInto(whole, part);
    else whole.attributes.push(...parts);
  }

  #putInto(whole: Thing, name: string): void {
    const part = this.#thing(name);
    if (part !== null && part !== whole && !isWithin(whole, part)) part.parent = whole;
  }

  /** "Customer 1..n Order" */
  #readCardinality(sentence: string): boolean {
    const [, from, numbers, to] = this.#kind === 'entity' ? (CARDINALITY.exec(sentence) ?? []) : [];
    const [start, end] = [from, to].map((name) => (name === undefined ? null : this.#thing(name)));
    if (numbers === undefined || start == null || end == null) return false;
    this.#graph.relate(start, end, { label: numbers, ends: 'none' });
    return true;
  }

  #readTransitions(sentence: string): boolean {
    if (!this.#areTransitions) return false;
    const transitions = transitionsIn(sentence);
    const found = transitions.filter((transition) => transition !== null);
    if (found.length === 0 || found.length < transitions.length) return false;
    for (const { from, to, label } of found) {
      const [start, end] = [this.#state(from), this.#state(to)];
      if (start !== null && end !== null) this.#graph.relate(start, end, { label });
    }
    this.understood.clauses += found.length;
    this.understood.transitions += found.length;
    return true;
  }

  /** "A waiting ticket" is the state "waiting", if there is one. */
  #state(name: string): Thing | null {
    const known = this.#graph.find(name);
    if (known !== null || this.#kind !== 'state') return known ?? this.#graph.thing(name);
    const words = ` ${name.toLowerCase()} `;
    return (
      this.#graph.things.find(({ text }) => words.includes(` ${text.toLowerCase()} `)) ??
      this.#graph.thing(name)
    );
  }

  #readClauses(sentence: string): boolean {
    const { clauses, rest } = this.#sentences.get(sentence) ?? readSentence(sentence);
    if (clauses.length === 0) return false;
    for (const clause of clauses)
      if (this.#kind === 'sequence') this.#addMessage(clause);
      else this.#addClause(clause);
    this.understood.clauses += clauses.length;
    this.understood.steady += clauses.filter((clause) => isSteady(clause)).length;
    this.understood.rest += rest.length;
    return true;
  }

  #addClause(clause: Clause): void {
    const { subjects, objects, verb } = clause;
    for (const name of subjects) {
      const subject = this.#thing(name);
      if (subject === null) continue;
      for (const object of objects) {
        if (this.#isAttribute(clause, object)) subject.attributes.push(withoutKind(object));
        else if (verb.verbClass === 'contain' && this.#kind === 'system') this.#putInto(subject, object);
        else this.#relate(subject, object, clause);
      }
    }
  }

  /** What is said to nobody goes to whoever acts next, or back to whoever spoke last. */
  #addMessage(clause: Clause): void {
    const isActor = (name: string) => this.#subjects.has(singularOf(name));
    const { to, text } = messageOf(clause, isActor);
    for (const name of clause.subjects) {
      const sender = this.#thing(name);
      const next = to ?? this.#next.get(clause)?.subjects[0];
      const receiver = next === undefined ? (this.#sender ?? sender) : this.#thing(next);
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
    const quantity = this.#quantityOf(name);
    const isCounted =
      this.#kind === 'entity' || clause.verb.verbClass === 'have' || this.#subjects.has(singularOf(name));
    const object = this.#thing(isCounted ? name.slice(quantity.length) : name);
    if (object === null) return;
    if (clause.source !== null) {
      const source = this.#thing(clause.source);
      if (source !== null) this.#graph.relate(source, subject);
    }
    const [from, to] = clause.isPassive ? [object, subject] : [subject, object];
    const isMirror = /^(?:belong|have)$/.test(clause.verb.base) && this.#graph.areRelated(from, to);
    if (isMirror) return;
    const ends = /^(?:join|mutual)$/.test(clause.verb.verbClass) ? 'none' : 'forward';
    this.#graph.relate(from, to, { ends, label: labelOf(clause, isCounted ? quantity.trim() : '') });
  }

  /** A list of names in a diagram whose kind is named. */
  #readNames(sentence: string): boolean {
    const names = splitList(sentence);
    const areNames =
      this.#kind !== null && names.every((name) => name.split(' ').length <= 5 && !/ (?:is|are) /.test(name));
    if (!areNames) return false;
    for (const name of names) this.#thing(name);
    return true;
  }

  #quantityOf(name: string): string {
    const number = this.#kind === 'entity' ? NUMBER_OF_ENTITIES.exec(name) : null;
    return (QUANTITY.exec(name) ?? number)?.[0] ?? '';
  }

  /** The thing that a name means: of the same name in singular or plural, or one whose name ends with it. */
  #thing(raw: string): Thing | null {
    const noun = nounOf(raw);
    const isEntity = this.#kind === 'entity';
    const name = isEntity ? capitalise(singular(noun.slice(this.#quantityOf(noun).length))) : noun;
    return this.#graph.find(name) ?? this.#graph.findLike(name) ?? this.#graph.thing(name);
  }
}

const QUANTITY =
  /^(?:(?:zero|one|0|1) or (?:more|many)|at least one|up to \w+|many|several|multiple|various|one|exactly one|a single|lots of|\d+)\s+(?=\S)/i;
/** Elsewhere "two app servers" is a name. */
const NUMBER_OF_ENTITIES = /^(?:two|three|four|five|six)\s+(?=\S)/i;
const CARDINALITY =
  /^(\S.{0,40}?)\s+((?:\d|[nm*]|one|many|zero)\s*(?:\.\.|:|-to-|-|\sto\s)\s*(?:\d|[nm*]|one|many|more))\s+(\S.{0,40})$/i;
const FIELD = /^(?:fields?|attributes?|columns?|properties|property|methods?)\s*:?\s+(?=\S)/i;
const ATTRIBUTE =
  /(?:^|[\s_])(?:id|name|e-?mail|title|date|price|status|address|phone|amount|number|description|text|body|type|age|url|password|quantity|total|colou?r|size|code|isbn|sku|birthday|role)$/i;

/** Whether something that an entity has is a field of it: one by its name, or listed beside one. */
const isField = (object: string, objects: readonly string[]): boolean =>
  FIELD.test(object) || objects.some((each) => ATTRIBUTE.test(each) && !QUANTITY.test(each));

const withoutKind = (text: string): string => text.replace(FIELD, '');

function labelOf({ verb, phrase, circumstance, isPassive }: Clause, quantity: string): string | null {
  const own =
    verb.verbClass === 'join' || verb.verbClass === 'lead' ? '' : isPassive ? thirdPerson(verb.base) : phrase;
  const said = circumstance === '' || isPassive ? own : own.replace(/ (?:to|on|in|from|at|with)$/, '');
  return [said, quantity, isPassive ? '' : circumstance].filter((part) => part !== '').join(' ') || null;
}

/** What sends, calls and stores all the time, rather than once in a process. */
const SYSTEM_PART =
  /(?:^|[\s-])(?:apis?|gateways?|(?:web)?servers?|(?:micro)?services?|databases?|db|queues?|brokers?|caches?|prox(?:y|ies)|load balancers?|front-?end|back-?end|browsers?|clients?|apps?|workers?|topics?|buckets?|webhooks?|kafka|redis|postgres(?:ql)?|mysql|mongo(?:db)?|rabbitmq|elasticsearch|s3|nginx|cdn)$/i;

const isSteady = ({ verb, subjects, objects, phrase }: Clause): boolean =>
  verb.isSteady ||
  [...subjects, ...objects].every((name) => SYSTEM_PART.test(name)) ||
  isSteadyPhrase(phrase) ||
  (verb.verbClass === 'have' && objects.some((object) => QUANTITY.test(object)));

function isWithin(inner: Thing, outer: Thing): boolean {
  for (let thing: Thing | null = inner; thing !== null; thing = thing.parent)
    if (thing === outer) return true;
  return false;
}

const singularOf = (text: string): string => singular(nounOf(text).replace(QUANTITY, '').toLowerCase());
