import { actorOf } from '../clauses/actionText.ts';
import type { Clause } from '../clauses/splitClauses.ts';
import { textOf, type Word } from '../words/readWords.ts';
import { isBe, isParticiple, isPreposition, isThirdPerson } from '../words/wordClasses.ts';
import { isCondition } from './conditionClauses.ts';

/** Who and what the clauses before were about: what "it" means, and who does what has no subject of its own. */
export class ActorMemory {
  #actor = '';
  /** Who acted last: what "she" means. */
  #person = '';
  /** Who has acted so far. */
  readonly #persons = new Set<string>();
  /** The clause before. */
  #last: Clause | null = null;
  /** "is" or "are" of the last passive, for a participle that shares it. */
  #passiveIs = 'is';

  /** Who does what a clause says; a pronoun where nobody is known, '' for a command. */
  actorIn(clause: Clause, clauses: readonly Clause[], at: number): string {
    const own = actorOf(clause);
    const before = clauses[at - 1];
    if (clause.link === 'relative' && own === '')
      return (clause.isThing ? objectOf(before) : '') || antecedentOf(before?.words ?? []);
    if (/^(?:it|they|he|she)$/.test(own)) return this.#referent(own) || own;
    if (own !== '' || before === undefined || isCondition(before)) return own;
    return !isCommand(clause) || before.verb?.modal != null || /[^s]s$/.test(this.#actor) ? this.#actor : '';
  }

  /** What a pronoun means: the object or the things of the clause before, else who did it. */
  #referent(pronoun: string): string {
    const last = this.#last;
    if (last === null || /^(?:he|she)$/.test(pronoun)) return this.#person;
    const behind = last.words.slice((last.verb?.main ?? 0) + 1);
    const phrase = pronoun === 'it' ? objectOf(last) : pluralIn(behind);
    return phrase || this.#actor;
  }

  /** An action with the auxiliary that it shares: "recorded" of "is inspected and recorded" as "is recorded". */
  withAuxiliary({ verb }: Clause, action: string): string {
    return verb?.isPassive === true && verb.at === verb.main ? `${this.#passiveIs} ${action}` : action;
  }

  remember(actor: string, clause: Clause): void {
    const { words, verb } = clause;
    if (/^(?:it|they|he|she|we|you|either)$/i.test(actor)) return;
    this.#last = clause;
    if (actor === '') return;
    this.#actor = actor;
    const isActing = verb !== null && !verb.isPassive && !verb.isState;
    const isThing = isCondition(clause) && isBe(words[verb?.at ?? 0] as Word);
    const isPerson = clause.link !== 'while' && !/^\p{Lu}+$/u.test(actor);
    if ((isPerson && isActing && !isThing) || this.#persons.has(actor)) this.#person = actor;
    if (isActing && !isCondition(clause)) this.#persons.add(actor);
    const first = words[verb?.at ?? 0]?.lower ?? '';
    if (verb?.isPassive && /^(?:is|are)$/.test(first)) this.#passiveIs = first;
  }
}

/** Whether the verb has the form of a command: "check". */
function isCommand({ words, verb }: Clause): boolean {
  const main = words[verb?.main ?? 0];
  return main !== undefined && verb?.at === verb?.main && !isThirdPerson(main) && !isParticiple(main);
}

/** The noun phrase at the end of a clause, which "who" means. */
function antecedentOf(words: readonly Word[]): string {
  const start = words.findLastIndex((word) => word.tags.has('Determiner') || isPreposition(word));
  return plain(words.slice(words[start]?.tags.has('Determiner') ? start : start + 1));
}

/** The object right behind the verb, which "which" means. */
function objectOf(clause: Clause | undefined): string {
  const words = clause?.words.slice((clause.verb?.main ?? 0) + 1) ?? [];
  const end = words.findIndex(({ tags }) => tags.has('Preposition'));
  return words[0]?.tags.has('Determiner') ? plain(words.slice(0, end === -1 ? words.length : end)) : '';
}

/** The last phrase of several things: "to [the parents]". */
function pluralIn(words: readonly Word[]): string {
  const end = words.findLastIndex(({ tags }) => tags.has('Plural'));
  const start = words.findLastIndex(({ tags }, at) => at < end && tags.has('Determiner'));
  return end === -1 || start === -1 || end - start > 3 ? '' : plain(words.slice(start, end + 1));
}

const plain = (words: readonly Word[]): string => textOf(words).replace(/[,.]$/, '');
