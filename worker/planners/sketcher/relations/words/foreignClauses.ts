import type { VerbClass } from './verbs.ts';

/** What a clause in German, French or Spanish relates. `subject` is '' where it goes on with the last one. */
export type ForeignClause = { subject: string; object: string; phrase: string; verbClass: VerbClass };

/** `A` is the subject, `B` the object; what stands between and behind them is the verb. */
const sources: readonly (readonly [VerbClass, string])[] = [
  ['join', 'A(?:ist|sind) (?:direkt )?mit B verbunden'],
  ['join', 'A(?:(?:ist|sind) )?(?:direkt )?verbunden mit B'],
  ['join', 'A(?:(?:est|sont) )?(?:reliée?s?|connectée?s?) (?:à|aux?|avec) B'],
  ['join', 'A(?:est[áa]n? )?conectad[oa]s? (?:con|al?) B'],
  ['act', 'A(?:ruft|rufen) B (?:auf|ab)'],
  ['act', 'A(?:hängt|hängen) von B ab'],
  ['act', 'A(?:greift|greifen) auf B zu'],
  [
    'act',
    'A(?:sendet|senden|schickt|schicken|liefert|liefern|envoient?|envía[ns]?) \\S+(?: \\S+){0,2}? (?:an|à|aux?|al?) B',
  ],
  [
    'act',
    'A(?:(?:hängt|hängen) ab von|(?:be)?nutz(?:t|en)|verwende[tn]|brauch(?:t|en)|speicher[tn] in|lies?t aus|lesen aus|schreib(?:t|en) in|gehör(?:t|en) zu|steuer[tn]|liest) B',
  ],
  [
    'act',
    'A(?:(?:appelle|utilise|consulte|interroge)(?:nt)?|dépend(?:ent)? d(?:es?|u)|lit|lisent|écri(?:t|vent) dans) B',
  ],
  ['act', 'A(?:llaman?(?: al?)?|dependen? del?|usan?|utilizan?|leen?|escriben? en|consultan?|guardan? en) B'],
  ['contain', 'A(?:enthält|enthalten|contien(?:t|nent|en?)) B'],
];

const forms = sources.map(([verbClass, source]) => ({
  verbClass,
  pattern: new RegExp(
    `^${source.replace('A', '(?:(?<subject>\\S.{0,60}?) )?').replace('B', '(?<object>\\S.{0,60}?)')}$`,
    'dis',
  ),
}));

const ARTICLE =
  /^(?:(?:der|die|das|den|dem|des|eine?[nmrs]?|les?|la|une?|el|los|las|un[ao]?)\s+|l['’])(?=\S)/i;

const nameOf = (text: string): string => text.replace(ARTICLE, '');

/** Reads a clause with one of some verbs that relate things; null for others. */
export function foreignClause(text: string): ForeignClause | null {
  for (const { verbClass, pattern } of forms) {
    const { groups: { subject = '', object = '' } = {}, indices } = pattern.exec(text) ?? {};
    const [from, to] = indices?.groups?.object ?? [];
    if (from === undefined || to === undefined) continue;
    const words = [text.slice(subject.length, from), text.slice(to)].map((part) => part.trim());
    const phrase = words.filter((part) => part !== '').join(' … ');
    return { subject: nameOf(subject), object: nameOf(object), phrase, verbClass };
  }
  return null;
}
