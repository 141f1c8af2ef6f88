import { namesLines } from '../canvas/lineWords.ts';
import { type Clause, completeParts, phrasesOf } from '../grammar/clause.ts';
import type { Command } from '../grammar/command.ts';
import { readGroup } from '../imperatives/readCombine.ts';
import { restyled } from '../imperatives/restyled.ts';
import { withoutArticle } from '../language/words.ts';
import { groupsOf, isPlaced } from './statement.ts';

const NOT =
  /^(.*?)(?:\b(?:it|that)(?:['’]s|\s+is|\s+should\s+(?:be|say|read))|\b(?:is|was|are|were|should\s+(?:be|say|read)|heißt|es heißt|c['’]est|es)\b)\s+(?:in\s+|on\s+|called\s+|spelled\s+)?(.+?),?\s+(?:and\s+)?(?:not|rather\s+than|instead\s+of|nicht|pas|no)\s+(.+)$/is;

/** "It should say Sea food, not Seafood", "the launch was in 2023, not 2022", "Location is a weakness, not a strength". */
export function readCorrection(clause: Clause): Command[] | null {
  const [subject = '', right = '', wrong = ''] = groupsOf(NOT, clause.text) ?? [];
  if (right === '') return null;
  const isThere = subject !== '' && clause.isThere(subject);
  if (isThere && clause.isThere(right, { kind: 'FRAME' }) && clause.isThere(wrong, { kind: 'FRAME' })) {
    return [{ kind: 'move', what: phrasesOf(subject, clause), place: { relation: 'in', of: right } }];
  }
  const styled = isThere && /^an?\s/i.test(right) ? restyled(`${subject} ${right}`, clause) : null;
  if (styled !== null) return styled;
  const text = clause.names.show(right.replace(/^(?:an?|in)\s+/i, ''));
  const from = wrong.replace(/^(?:an?|in)\s+/i, '');
  return [{ kind: 'replaceWords', from, to: text, within: isThere ? subject : null }];
}

const NAMED =
  /^(.+?)\s+(?:(?:(?:is|are|was|has\s+been)\s+)?(?:now\s+|from now on\s+)?(?:called|named|renamed\s+to|replaced\s+(?:by|with)(?:\s+an?)?)|(?:should|must|needs? to|has to|shall|ought to)\s+(?:now\s+|rather\s+|really\s+)?(?:be\s+(?:called|named|renamed(?:\s+to)?|labell?ed|titled)|read|say)|becomes?|now\s+(?:reads?|says?)|hei(?:ß|ss)t\s+(?:jetzt|nun|ab jetzt)|s['’]appelle(?:\s+(?:maintenant|désormais))?|se llama(?:\s+ahora)?|ahora se llama)\s*:?\s+(.+)$/is;
/** "Database and Cache in a frame called Storage". */
const GROUPED =
  /\sin(?:to)?\s+(?:an?|one)\s+(?:new\s+)?(?:frame|group|section|box)\s+(?:called|named|titled)\s/i;
const IS_NOW = /^(.+?)\s+(?:is|are|was)\s+now\s+(\uE000\d+\uE001)$/is;
const TO_BE_NAMED = /^(.+?)\s+(?:soll(?:te)?|muss)\s+(?:jetzt\s+|nun\s+)?(.+?)\s+heißen$/is;

/** "Review is now called Check, Draft becomes Outline". */
export function readNaming(clause: Clause): Command[] | null {
  const parts = completeParts(clause.text, (part) => NAMED.test(part));
  const commands = parts.flatMap((text) => readName({ ...clause, text }) ?? []);
  return commands.length < parts.length ? null : commands;
}

function readName(clause: Clause): Command[] | null {
  if (GROUPED.test(clause.text)) return readGroup(clause.text, clause);
  const [what, to] =
    groupsOf(NAMED, clause.text) ?? groupsOf(TO_BE_NAMED, clause.text) ?? isNowNamed(clause) ?? [];
  if (what === undefined || to === undefined) return null;
  const styled = restyled(`${what} ${to}`, clause);
  if (styled !== null && !clause.names.isQuoted(to)) return styled;
  const text = clause.names.show(to);
  if (namesLines(what)) return [{ kind: 'labelLines', which: what, text }];
  return [
    {
      kind: 'rename',
      what: what.replace(/^(?:the\s+)?(?:text|name|title|label)\s+(?:of|on|in)\s+/i, ''),
      to: text,
    },
  ];
}

/** "Draft is now 'Outline'". */
function isNowNamed(clause: Clause): string[] | null {
  const groups = groupsOf(IS_NOW, clause.text);
  return groups?.[1] !== undefined && clause.names.isQuoted(groups[1]) && !clause.isThere(groups[1])
    ? groups
    : null;
}

const LOOKS =
  /^(.+?)\s+(?:should|must|needs? to|has to|have to|shall)\s+(?:all\s+)?(?:be|look|become|turn)\s+(.+)$/is;
const TO_LOOK = /^(.+?)\s+(?:soll(?:en|te|ten)?|muss|müssen)\s+(.+?)\s+(?:sein|werden)$/is;
const SHOULD_BE = /^(.+?)\s+(?:should|must)\s+be\s+(.+)$/is;

/** "The decisions should be yellow", "Review in red". */
export function readLooks(clause: Clause): Command[] | null {
  const [what, looks] = groupsOf(LOOKS, clause.text) ?? groupsOf(TO_LOOK, clause.text) ?? [];
  const phrase = what === undefined ? clause.text : `${what} ${looks}`;
  const dashed = /^(.+?)\s+(?:in\s+|as\s+)?(?:dashed|dotted)$/is.exec(phrase)?.[1];
  if (dashed !== undefined && namesLines(dashed) && !/,$/.test(dashed)) {
    return [{ kind: 'restyleLines', which: dashed, style: 'dashed', color: null }];
  }
  const commands = restyled(phrase, clause);
  if (commands?.every((command) => isAboutMeant(command, clause))) return commands;
  const [subject, name] = groupsOf(SHOULD_BE, clause.text) ?? [];
  if (subject === undefined || name === undefined || !clause.isThere(subject)) return null;
  const isName = clause.names.isQuoted(name) || /^\p{Lu}/u.test(clause.names.show(name));
  return isName ? [{ kind: 'rename', what: subject, to: clause.names.show(name) }] : null;
}

const isAboutMeant = (command: Command, clause: Clause): boolean =>
  command.kind === 'restyleLines' ||
  (command.kind === 'restyle' && command.what.every((phrase) => isMeant(phrase, clause)));

const isMeant = (phrase: string, { isThere }: Clause): boolean =>
  isThere(phrase) || /^(?:(?:everything|all|the)\s+)?(?:else|rest|others?)$/i.test(phrase);

const INSTEAD =
  /^(.+?),?\s+(?:instead\s+of|rather\s+than|statt|anstelle\s+von|anstatt|au\s+lieu\s+de|en\s+(?:vez|lugar)\s+de)\s+(.+)$/is;
/** Most words of a new name. */
const MOST_WORDS = 6;
/** "Remove Mountains and put Forest instead", "Berge löschen und dafür Wald", "statt Berge Wald". */
const REMOVED_FOR = [
  /^(?:lösche?|entfern|entferne|streiche?|delete|remove|drop)\s+(.{1,80}?)(?:,|,?\s+(?:und|and))\s+(?:(?:nimm|füge?|setze?)\s+)?(?:dafür|stattdessen)\s+(.{1,80}?)(?:\s+(?:ein|hinzu))?$/is,
  /^(.{1,80}?)\s+(?:löschen|entfernen|streichen|weg|raus)(?:,|,?\s+und)\s+(?:dafür|stattdessen)\s+(.{1,80}?)(?:\s+(?:hinzufügen|einfügen|nehmen|rein|hin))?$/is,
];
const INSTEAD_FIRST =
  /^(?:(?:instead\s+of|statt|anstatt|anstelle\s+von)\s+)(?:der\s+|die\s+|das\s+|des\s+|the\s+)?(\S+(?:\s+\S+){0,3}?),?\s+(\S.*)$/is;

/** What is removed for something new, which gets its place. */
export function readReplacement(clause: Clause): Command[] | null {
  for (const pattern of REMOVED_FOR) {
    const [what, to] = groupsOf(pattern, clause.text) ?? [];
    if (what !== undefined && to !== undefined) return renamedTo(what, to, clause);
  }
  return null;
}

function renamedTo(what: string, to: string, clause: Clause): Command[] | null {
  const isNew = !clause.isThere(to) && !isPlaced(to, clause) && !/,|\s(?:and|und)\s/i.test(to);
  return isNew && clause.isThere(what, { isOne: true })
    ? [{ kind: 'rename', what, to: clause.names.show(withoutArticle(to)) }]
    : null;
}

const WE_HAVE =
  /^(?:(?:use|take|nimm)\s+|(?:we|i|they)\s+(?:(?:now|will|want\s+to|should)\s+)*(?:call\s+(?:it|this|that)|use|have|take|do|get|want|buy|need)\s+)/i;

/** "Tea instead of Coffee": the new name of what is there. */
export function readExchange(clause: Clause): Command[] | null {
  const first = groupsOf(INSTEAD_FIRST, clause.text);
  const [said, what] = first === null ? (groupsOf(INSTEAD, clause.text) ?? []) : [first[1], first[0]];
  const to = said?.replace(WE_HAVE, '');
  if (to === undefined || what === undefined || to.split(' ').length > MOST_WORDS) return null;
  if (/^(?:we|i|they|you|it)\s|\s(?:is|are|was|were|should|goes|leads?)\s/i.test(to)) return null;
  if (clause.isThere(to) || !clause.isThere(what, { isOne: true })) return null;
  return [{ kind: 'rename', what, to: clause.names.show(withoutArticle(to)) }];
}
