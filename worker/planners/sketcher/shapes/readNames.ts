import { withoutCommand } from '../instruction/command.ts';
import { splitList } from '../text/split.ts';
import { NUMBER, numberOf, singular } from '../text/words.ts';
import { type Drawing, emptyDrawing, type Group } from './drawing.ts';
import * as phrases from './phrases.ts';
import { readDrawing, wantedIn } from './readDrawing.ts';
import { groupOf } from './readGroup.ts';
import { readOrdered } from './readOrdered.ts';

/** Names that are drawn as shapes, with their title. */
export type Named = { title: string; drawing: Drawing };

const TITLED = /^(?:([^:：,.;\n]{2,60}?)[:：]\s+)?([^\n;]{3,400})$/;
/** "colour wheel with red, green, …" */
const WITH = /^([^,;]{3,40}?)\s+(?:with|of|mit|avec|con)\s+(?!a\b)(\S.*)$/is;
const MOST_WORDS = 5;

/** Reads names without a noun: "Cost, Quality, Time, each connected to the others", "sun in the middle, planets around it". */
export function readNames(text: string): Named | null {
  const [, title = '', body = ''] = TITLED.exec(withoutCommand(text)) ?? [];
  const [, head = '', list = ''] = (title === '' && WITH.exec(body)) || [];
  for (const [name, names] of [
    [head, list],
    [title, body],
  ] as const) {
    const drawing = names === '' ? null : (readHub(names) ?? readMesh(names) ?? readJoined(names));
    if (drawing !== null) return { title: name || body, drawing };
  }
  return readOrdered(wantedIn(text));
}

const JOINED = new RegExp(
  `[,\\s](?:${[phrases.CONNECTED, phrases.EACH_WITH_EACH, ...phrases.ARRANGED.map(({ source }) => source)].join('|')})`,
  'i',
);

/** A list with words about how all of it stands or is connected. */
function readJoined(body: string): Drawing | null {
  if (!JOINED.test(body)) return null;
  const drawing = readDrawing(`boxes: ${body}`);
  const { groups = [], connection, arrangement } = drawing ?? {};
  const texts = groups.flatMap((group) => group.texts);
  const isRelated = connection != null || arrangement != null;
  const areNames = texts.length > 2 && texts.every((text) => text.split(' ').length <= MOST_WORDS);
  return isRelated && areNames && groups.length <= 2 ? drawing : null;
}

const HUB = new RegExp(
  `^(?:with )?(\\S.{0,40}?)\\s+${phrases.IN_THE_MIDDLE}[,.]?\\s*(?:(?:and|with|und|et|y)\\s+)*(?:(\\S.{0,300}?),?\\s+${phrases.AROUND}|${phrases.AROUND}:?\\s*(\\S.*))\\.?$`,
  'i',
);
/** "in the middle rivalry, around it …" */
const HUB_FIRST = new RegExp(`^(${phrases.IN_THE_MIDDLE})\\s*:?\\s+(?:is\\s+)?([^,;.]{1,40})(?=[,;.])`, 'i');
/** 'Circle "Customer"' */
const NAMED_HUB = /^\p{L}+ ["“„«]([^"”“»]+)["”“»]$/u;
const COUNTED = new RegExp(`^(${NUMBER})\\s+(\\S.*)$`, 'i');

/** "sun in the middle, eight planets around it". The names may stand behind a colon, too. */
function readHub(body: string): Drawing | null {
  const [, hub, before, behind] = HUB.exec(body.replace(HUB_FIRST, '$2 $1')) ?? [];
  const around = before ?? behind;
  if (hub === undefined || around === undefined) return null;
  const groups: Group[] = [
    { ...groupOf('a', '', 'circle'), texts: [hub.replace(NAMED_HUB, '$1')] },
    { ...groupOf(undefined, '', 'circles'), texts: splitList(around).flatMap(multiply) },
  ];
  return { ...emptyDrawing(), groups, connection: 'hub', arrangement: 'ring' };
}

const MESH =
  /^(?:an?\s+)?(?:(full[- ]mesh(?:ed)?|fully[- ]connected)|ring|closed ring)(?:\s+(?:network|topology|graph|mesh))?\s+(?:of|with|between|from)\s+(\S.{1,200})$/i;

/** "full mesh of 5 routers", "ring of four switches" */
function readMesh(body: string): Drawing | null {
  const [, isFull, names] = MESH.exec(body) ?? [];
  const texts = names === undefined ? [] : splitList(names).flatMap(multiply);
  if (texts.length < 3) return null;
  const groups = [{ ...groupOf(undefined, '', 'boxes'), texts }];
  return {
    ...emptyDrawing(),
    groups,
    connection: isFull === undefined ? 'ring' : 'all',
    arrangement: 'ring',
  };
}

/** "eight planets" as Planet 1 to Planet 8. */
function multiply(name: string): string[] {
  const [, number = '', noun = ''] = COUNTED.exec(name) ?? [];
  const count = numberOf(number);
  if (count === null) return [name];
  return Array.from({ length: count }, (_, at) => `${singular(noun)} ${at + 1}`);
}
