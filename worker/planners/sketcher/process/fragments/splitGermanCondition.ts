/** Verbs that end a subordinate clause, and words that look like them. */
const FINITE = /^\p{Ll}{2,}(?:t|en|st)$/u;
const AUXILIARY =
  /^(?:ist|sind|war|waren|hat|haben|wird|werden|kann|können|muss|müssen|soll|sollen|darf|dürfen)$/;
const NO_VERB =
  /^(?:nicht|oft|jetzt|sofort|erst|selbst|fast|meist|sonst|bereit|seit|mit|gut|laut|halt|weit|leicht|schlecht|recht|echt|direkt|den|einen|keinen|meinen|seinen|ihren|unseren|diesen|jeden|allen|vielen|zwischen|gegen|wegen|neben|neuen|anderen|offen|zusammen|morgen|dagegen|deswegen|eben|oben|unten|innen|außen|selten|zufrieden|verschieden)$/;
const PRONOUN = /^(?:wir|ich|sie|er|es|man|ihr|du)$/;
const ARTICLE = /^(?:der|die|das|ein|eine|unser|unsere|mein|meine|sein|seine|ihre|jede[rs]?)$/;
const NOUN = /^\p{Lu}/u;

/**
 * "Der Kunde zahlt verschicken wir die Ware" as the condition and what follows from it, where no comma parts them: the
 * verb at the end of the one stands before that of the other. Null where there is no such place.
 */
export function splitGermanCondition(text: string): [condition: string, step: string] | null {
  const words = text.split(' ');
  const at = words.findIndex((_, place) => beginsMain(words, place));
  return at === -1 ? null : [words.slice(0, at).join(' '), words.slice(at).join(' ')];
}

function beginsMain(words: readonly string[], at: number): boolean {
  const [before = '', word = '', next = ''] = [words[at - 1], words[at], words[at + 1]];
  if (at === 0 || !isVerb(word) || ARTICLE.test(before) || /[,.:]$/.test(before)) return false;
  if (PRONOUN.test(next)) return isVerb(before) || !NOUN.test(before);
  if (next === '') return endsCondition(words, at);
  const isSubject = ARTICLE.test(next) || NOUN.test(next);
  return isSubject && isVerb(before);
}

/** "Vorrätig versenden", "Ware fehlt nachbestellen": what is done at the end, behind a state or the verb of the condition. */
function endsCondition(words: readonly string[], at: number): boolean {
  const [before = '', word = ''] = [words[at - 1], words[at]];
  if (!/(?:en|ern|eln)$/.test(word) || AUXILIARY.test(word)) return false;
  return at === 1 ? !NOUN.test(before) && !NO_STATE.test(before) : /t$/.test(before) && isVerb(before);
}

/** "Nicht versenden", "zu senden". */
const NO_STATE = /^(?:nicht|zu|wir|sie|alle|beide)$/i;

const isVerb = (word: string): boolean =>
  AUXILIARY.test(word) ||
  (FINITE.test(word) && !NO_VERB.test(word)) ||
  /^(?:stimmt|gibt|geht|tut)$/.test(word);
