import { COLOR, colorOf } from '../text/colors.ts';
import { showQuotes } from '../text/quotes.ts';
import { splitList } from '../text/split.ts';
import { type Group, type Own, sizeOf } from './drawing.ts';
import { BE, DETERMINER, type Member, PLACE, PLACES } from './members.ts';
import * as phrases from './phrases.ts';
import { groupOf } from './readGroup.ts';
import { arrange, lastOf, type PartReader, type Reading } from './reading.ts';
import { seesText, takeTexts } from './readTexts.ts';
import { LOOK } from './vocabulary.ts';

/** "left one blue saying Before", "the others grey", "Gamma should be orange": looks and texts of some of the things. */
export const readMembers: PartReader = (reading) => {
  const { scanner } = reading;
  const read = scanner.attempt(() => {
    const members = takePlace(reading) ?? takeName(reading);
    if (members === null || members.length === 0) return null;
    const isSaying = /says?\s*$/.test(scanner.take(BE)?.[0] ?? '');
    return takeLook(reading, members, isSaying) ? members : null;
  });
  return read !== null;
};

/** Things that a word such as "left" means, of the last group or, where this is one thing, of all. */
function takePlace(reading: Reading): readonly Member[] | null {
  const { scanner, drawing } = reading;
  const [, word] = scanner.take(PLACE) ?? [];
  const place = PLACES.find(({ words }) => word !== undefined && new RegExp(`^(?:${words})$`).test(word));
  const last = lastOf(reading);
  if (place === undefined || last === undefined) return null;
  const groups = sizeOf(last) > 1 ? [last] : drawing.groups;
  return place.of(membersOf(groups), drawing.arrangement === 'ring');
}

const membersOf = (groups: readonly Group[]): Member[] =>
  groups.flatMap((group) => Array.from({ length: sizeOf(group) }, (_, at) => ({ group, at })));

/** So many names are compared with what stands in the text, so that reading stays linear. */
const MOST_NAMES = 200;
const NAME = `([^,;.]{1,60}?)(?=\\s+${BE})`;

/** The thing whose text stands here, before "should be" and the like. */
function takeName({ scanner, drawing: { groups } }: Reading): readonly Member[] | null {
  scanner.take(DETERMINER);
  const [, name] = scanner.take(NAME) ?? [];
  return name === undefined ? null : membersNamed(groups, name);
}

function membersNamed(groups: readonly Group[], name: string): readonly Member[] {
  for (const group of groups.slice(0, MOST_NAMES)) {
    const at = group.texts.slice(0, MOST_NAMES).findIndex((text) => text.toLowerCase() === name);
    if (at !== -1) return [{ group, at }];
  }
  return [];
}

const HAS = `(?:and\\s+)?([^,;.:]{1,60}?)\\s*(?::|\\s(?:has|have|holds?|contains?|includes?|hat|haben|enthält|contient|tiene)${phrases.END}\\s*:?)\\s+`;

/** "Pros has cheap, fast", "Pros: cheap, fast": what a frame with this text holds. */
export const readHeld: PartReader = ({ scanner, drawing, quotes }) => {
  const read = scanner.attempt(() => {
    const name = scanner.take(HAS)?.[1];
    const [member] = name === undefined ? [] : membersNamed(drawing.groups, name);
    const [written = ''] = /^[^;.]+/.exec(scanner.rest) ?? [];
    if (member === undefined || member.group.thing !== 'frame' || written.trim() === '') return null;
    scanner.at += written.length;
    const texts = splitList(written).map((text) => showQuotes(text, quotes));
    setOwn(member, { contents: { ...groupOf(undefined, '', 'boxes'), texts } });
    return member;
  });
  return read !== null;
};

/** Words for the first, the middle and the last place of a row or a column. */
const WHERE = ['left|top|links|oben', 'middle|cent(?:er|re)|mitte', 'right|bottom|rechts|unten'];
const IS_AT = `(?:and\\s+)?([^,;.]{1,60}?)\\s+(?:(?:is|goes|steht|kommt)\\s+)?(?:(?:to|on|at|in)\\s+the\\s+|in\\s+der\\s+)?(${WHERE.join('|')})${phrases.END}`;

/** "Web to the left, App in the middle": the places of things that have been named. */
export const readPlaces: PartReader = (reading) => {
  const { scanner, drawing } = reading;
  const place = scanner.attempt(() => {
    const [, name, where = ''] = scanner.take(IS_AT) ?? [];
    const [member] = name === undefined ? [] : membersNamed(drawing.groups, name);
    return member === undefined ? null : { member, where };
  });
  if (place === null) return false;
  setOwn(place.member, { order: WHERE.findIndex((words) => new RegExp(`^(?:${words})$`).test(place.where)) });
  arrange(reading, /left|right|links|rechts/.test(place.where) ? 'row' : (drawing.arrangement ?? 'column'));
  return true;
};

const setOwn = ({ group, at }: Member, own: Own) => group.own.set(at, { ...group.own.get(at), ...own });

const STYLE = `(?:and\\s+)?(?:(${COLOR})|${LOOK})`;

/** Takes colours, styles and a text for some things; false if there are none. */
function takeLook(reading: Reading, members: readonly Member[], isSaying: boolean): boolean {
  const { scanner, drawing } = reading;
  const own: Own = {};
  for (let style = scanner.take(STYLE); style !== null; style = scanner.take(STYLE)) {
    const [, color] = style;
    if (color === undefined) drawing.unmet.add('A size or line style');
    own.color = color === undefined ? (own.color ?? null) : colorOf(color);
  }
  const isBare = own.color === undefined && seesText(reading);
  if (isSaying || isBare || scanner.take(phrases.NAMED) !== null) {
    const said: Group = {
      ...(members[0] as Member).group,
      count: 1,
      isPlural: false,
      texts: [],
      own: new Map([[0, {}]]),
    };
    if (!takeTexts(reading, said)) return false;
    own.text = said.texts[0] ?? '';
  }
  for (const member of members) setOwn(member, own);
  return Object.keys(own).length > 0;
}
