import { singular } from '../../text/words.ts';
import { fragmentsOf } from './fragments.ts';
import { DETERMINER, isPreposition } from './predicate.ts';

/** Longest name that is found by its recurrence, in words. */
const mostWords = 4;
/** Longest text in which names are looked for, in fragments. */
const mostFragments = 400;

const FOREIGN =
  /(?<![\p{L}'’])(?:der|die|das|den|dem|ein|eine[mnr]?|im|ins|zum|zur|vom|beim|ist|sind|mit|von|le|la|les|une?|du|aux?|est|sont|avec|dans|hat|haben|jede[rsnm]?|zu|chaque|ont|el|los|las|una|al|del|con|está|cada|tienen?)(?![\p{L}'’])|(?<!\p{L})[ld]['’]\p{L}/giu;
/** Second parts of German verbs, which stand behind the object. */
export const SEPARABLE = /\s(?:auf|ab|an|zu|ein|aus|vor|weiter|zurück|verbunden)$/;
/** A German clause without articles, by its verb between nouns: "Kunde bestellt bei Shop", "Shop fragt Lager". */
const GERMAN_CLAUSE =
  /(?<!\p{L})\p{Lu}[\p{L}-]+ (?!(?:sen|me|lef|buil|kep|len|bough|brough|taugh|caugh|go|los|spen|se|ge|pu|le)t )\p{Ll}{2,}t (?:(?:bei|beim|an|nach|von|mit|zu|für|um|auf|in) )?(?=\p{Lu})/gu;
const ENGLISH = /\b(?:the|of|to|is|are|with)\b/i;

/** The names that recur in a text: what ends one clause and begins another is a name, whatever its words are. */
export class Names {
  /** In which fragment a text of a few words is the end; -1 for several. */
  readonly #ends = new Map<string, number>();
  readonly #begins = new Map<string, number>();
  /** How often a word is the middle one of three. */
  readonly #middles = new Map<string, number>();
  /** Whether the text is in a language with articles other than English. */
  readonly isForeign: boolean;

  constructor(sentences: readonly string[]) {
    const text = sentences.join(' ');
    const marks = [...(text.match(FOREIGN) ?? []), ...(text.match(GERMAN_CLAUSE) ?? [])];
    this.isForeign = marks.length > 1 && !ENGLISH.test(text);
    const fragments = sentences.flatMap((sentence) => fragmentsOf(sentence)).slice(0, mostFragments);
    for (const [at, fragment] of fragments.entries()) {
      const words = bareWords(fragment.text.replace(SEPARABLE, ''));
      const [, middle = '', last] = words;
      if (words.length === 3 && last !== undefined)
        this.#middles.set(middle, (this.#middles.get(middle) ?? 0) + 1);
      for (let count = 1; count <= Math.min(mostWords, words.length); count += 1) {
        note(this.#ends, keyOf(words.slice(-count)), at);
        note(this.#begins, keyOf(words.slice(0, count)), at);
      }
    }
  }

  /** How many words at the beginning are a name, with its article; 0 if none are. */
  atBegin(words: readonly string[]): number {
    const bare = bareWords(words.join(' '));
    const count = longest(bare.length - 1, (some) => {
      const key = keyOf(bare.slice(0, some));
      return recurs(this.#ends, this.#begins, key);
    });
    return count === 0 ? 0 : count + words.length - bare.length;
  }

  /** Whether a word stands between two others again and again, and so is a verb: "pike eats carp, carp eats algae". */
  isBetween(word: string): boolean {
    return /^\p{Ll}{3,}$/u.test(word) && !isPreposition(word) && (this.#middles.get(word) ?? 0) > 1;
  }

  /** How many words at the end are a name. */
  atEnd(words: readonly string[]): number {
    return longest(words.length - 1, (some) => recurs(this.#begins, this.#ends, keyOf(words.slice(-some))));
  }

  /** Whether a text stands at the begin or the end of several pieces. */
  recurs(text: string): boolean {
    const key = keyOf(bareWords(text));
    const [begin, end] = [this.#begins.get(key), this.#ends.get(key)];
    return begin === -1 || end === -1 || (begin !== undefined && end !== undefined && begin !== end);
  }

  /** A name as it begins a clause elsewhere: "Kunde" for "dem Kunden". */
  nominative(text: string): string {
    const forms = /[^n]n$/.test(text) ? [text.slice(0, -1), text.replace(/en$/, '')] : [];
    const begins = (form: string) => this.#begins.has(keyOf(bareWords(form)));
    return begins(text) ? text : (forms.find((form) => form !== text && begins(form)) ?? text);
  }

  /** Whether a text is a name that stands elsewhere too. */
  has(text: string): boolean {
    const key = keyOf(bareWords(text));
    return this.#ends.has(key) && this.#begins.has(key);
  }
}

/** Whether a text stands at both places, in different fragments. */
function recurs(elsewhere: Map<string, number>, here: Map<string, number>, key: string): boolean {
  const at = elsewhere.get(key);
  return at !== undefined && (at === -1 || at !== here.get(key));
}

function longest(most: number, isName: (count: number) => boolean): number {
  for (let count = Math.min(mostWords, most); count > 0; count -= 1) if (isName(count)) return count;
  return 0;
}

function note(places: Map<string, number>, key: string, at: number): void {
  const known = places.get(key);
  places.set(key, known === undefined || known === at ? at : -1);
}

const ARTICLE =
  /^(?:(?:der|die|das|den|dem|eine?[nmrs]?|les?|la|une?|el|los|las|un[ao]?)\s+|l['’]\s*)(?=\S)/i;
/** The words of a text without its article; "A" before a verb stays. */
function bareWords(text: string): string[] {
  const bare = /^A \p{Ll}+s /u.test(text) ? text : text.replace(DETERMINER, '').replace(ARTICLE, '');
  return bare
    .replaceAll(/(?<!\p{L})([ld]['’])(?=\p{L})/giu, '$1 ')
    .split(/\s+/)
    .filter((word) => word !== '');
}
const keyOf = (words: readonly string[]): string => singular(words.join(' ').toLowerCase());
