import { isVerb } from '../../text/verbs.ts';

/**
 * How a verb relates its subject to its object. `join`: without a direction or a label; `mutual`: without a direction; `lead`: an arrow that needs no label;
 * `contain`: the object is a part; `have`: the object belongs to the subject; `act`: an arrow with the verb as label.
 */
export type VerbClass = 'join' | 'mutual' | 'lead' | 'contain' | 'have' | 'act';

const words = (text: string): string[] => text.trim().split(/\s+/);

/** Verbs that relate two things at any time; those of actions, which come one after the other, are in `text/verbs.ts`. */
const classes: Readonly<Record<VerbClass, readonly string[]>> = {
  join: words('connect link join attach wire pair'),
  mutual: words('marry border neighbour neighbor'),
  lead: words('lead point flow go'),
  contain: words('contain include comprise consist'),
  have: words('have own'),
  act: words(`access alert attend authenticate balance belong breed cache call communicate consume control depend deploy
    drive eat emit fear employ enrol enroll expose extend feed fetch forward give hate hit host hunt implement influence inherit
    invoke know like live listen load love manage monitor need notify oversee parent persist poll power produce protect
    proxy publish pull push query rate read receive refer reference rely replicate require route run scrape send serve
    share sit speak store stream subscribe supply support sync talk teach trigger trust use watch work write`),
};

/** Verbs that hardly ever tell a step of a process. */
const steady = new Set([
  ...classes.join,
  ...classes.mutual,
  ...words(`depend rely inherit extend implement belong communicate consume eat expose feed forward host hunt include contain
    publish proxy query control refer replicate require scrape subscribe talk use know like love hate fear influence`),
]);

const irregular: Readonly<Record<string, [base: string, form: VerbForm['form']]>> = {
  ...{
    has: ['have', 'third'],
    had: ['have', 'participle'],
    goes: ['go', 'third'],
    proxies: ['proxy', 'third'],
  },
  ...{ fed: ['feed', 'participle'], led: ['lead', 'participle'], sent: ['send', 'participle'] },
  ...{ written: ['write', 'participle'], eaten: ['eat', 'participle'], driven: ['drive', 'participle'] },
  ...{ taught: ['teach', 'participle'], given: ['give', 'participle'], known: ['know', 'participle'] },
};

/** A verb in a text: its class, and the form that it has there. */
export type VerbForm = {
  verbClass: VerbClass;
  base: string;
  form: 'base' | 'third' | 'participle' | 'ing';
  /** Whether it is a verb of relations. */
  isRelation: boolean;
  isSteady: boolean;
};

const classOf = new Map(
  Object.entries(classes).flatMap(([name, verbs]) => verbs.map((verb) => [verb, name as VerbClass] as const)),
);

/** Reads a word as a form of a verb, or null. */
export function verbForm(word: string): VerbForm | null {
  const forms = formsOf(word.toLowerCase());
  for (const [base, form] of forms) {
    const verbClass = classOf.get(base);
    if (verbClass !== undefined)
      return { verbClass, base, form, isRelation: true, isSteady: steady.has(base) };
  }
  const [base, form] = forms.find(([base]) => isVerb(base)) ?? [];
  if (base === undefined || form === undefined) return null;
  return { verbClass: 'act', base, form, isRelation: false, isSteady: false };
}

/** Verbs that hardly ever tell a step of a process with such a preposition: "reads from", "works with". */
const STEADY_PHRASE =
  /^(?:reads?|loads?|fetch(?:es)?|pulls?) from|^(?:writes?|points?|pointing|routes?|leads?|leading|speaks?) to|^(?:stores?|stored|runs?|hosted|deployed) (?:in|on)|^(?:flows?|drains?|evaporates?) (?:in)?to|^works? with|^part of/i;

export function isSteadyPhrase(phrase: string): boolean {
  return STEADY_PHRASE.test(phrase);
}

/** A word that takes the place of a verb in a sentence, such as "borrows" in "a member borrows books". */
export function unknownVerb(word: string): VerbForm | null {
  if (!/^\p{Ll}{2,}[^s\P{Ll}]s$/u.test(word)) return null;
  return { verbClass: 'act', base: word.slice(0, -1), form: 'third', isRelation: false, isSteady: false };
}

/** "uses" for "use": the label of an arrow whose sentence is passive. */
export function thirdPerson(base: string): string {
  if (/[^aeiou]y$/.test(base)) return base.replace(/y$/, 'ies');
  return /(?:s|x|z|ch|sh|o)$/.test(base) ? `${base}es` : `${base}s`;
}

const endings: readonly [pattern: RegExp, form: VerbForm['form'], bases: readonly string[]][] = [
  [/ies$/, 'third', ['y']],
  [/es$/, 'third', ['e', '']],
  [/s$/, 'third', ['']],
  [/ied$/, 'participle', ['y']],
  [/ed$/, 'participle', ['e', '']],
  [/(\p{L})\1ed$/u, 'participle', ['$1']],
  [/ing$/, 'ing', ['', 'e']],
  [/(\p{L})\1ing$/u, 'ing', ['$1']],
  [/$/, 'base', ['']],
];

/** Base forms that a word may come from, the likeliest first. */
function formsOf(lower: string): (readonly [base: string, form: VerbForm['form']])[] {
  const known = irregular[lower];
  if (known !== undefined) return [known];
  return endings.flatMap(([pattern, form, bases]) =>
    pattern.test(lower) ? bases.map((base) => [lower.replace(pattern, base), form] as const) : [],
  );
}
