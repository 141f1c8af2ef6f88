type Answers = { yes: string; no: string };

const english: Answers = { yes: 'Yes', no: 'No' };
const word = (words: string) => new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, 'giu');

/** Small words that are frequent in a language, and in no other one of the list. */
const languages: readonly { words: RegExp; answers: Answers }[] = [
  { words: word('the|and|if|is|are|to|of|an|with|then|it|for|or'), answers: english },
  {
    words: word(
      'der|die|das|den|dem|ein|eine[nmrs]?|und|oder|nicht|wenn|ist|wird|mit|zum|zur|von|falls|sonst|auf',
    ),
    answers: { yes: 'Ja', no: 'Nein' },
  },
  {
    words: word('le|les|des|du|une?|et|ou|si|est|pas|avec|sinon|pour|dans|au|aux|on|il|qu'),
    answers: { yes: 'Oui', no: 'Non' },
  },
  {
    words: word('el|los|las|del|una?|y|o|si|está|es|con|sino|para|en|al|por|se'),
    answers: { yes: 'Sí', no: 'No' },
  },
];
/** Fewest small words by which a language is known. */
const FEWEST = 2;

/** "Yes" and "no" in the language of a text, by its letters or its small words; English where that is not clear. */
export function answersIn(text: string): Answers {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return { yes: 'はい', no: 'いいえ' };
  if (/\p{Script=Han}/u.test(text)) return { yes: '是', no: '否' };
  const typed = languages.find(({ answers }) => word(answers.yes).test(text));
  if (typed !== undefined) return typed.answers;
  const [first, second] = languages
    .map(({ words, answers }) => ({ answers, count: (text.match(words) ?? []).length }))
    .toSorted((a, b) => b.count - a.count);
  const isClear = first !== undefined && first.count >= FEWEST && first.count > (second?.count ?? 0);
  return isClear ? first.answers : english;
}
