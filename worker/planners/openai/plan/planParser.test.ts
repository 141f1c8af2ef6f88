import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlannerEvent } from '../../planner.ts';
import { PlannerError } from '../../plannerError.ts';
import { PlanParser } from './planParser.ts';

const frame = { type: 'frame', id: 'f', title: 'To do', parent: null, slot: null };
const node = {
  type: 'node',
  id: 'n',
  shape: 'sticky',
  text: 'Prüfen „sofort“ 🎉 \\ { } [ ] "ja"\n日本語',
  color: null,
  parent: 'f',
  order: 0,
};
const edge = { type: 'edge', id: 'e', from: 'f', to: 'n', label: null, style: 'dashed' };
const header = { title: 'Plan 🎉', layout: 'kanban', direction: null };
const plan = JSON.stringify({ ...header, objects: [frame, node, edge] });

const expected = [
  { type: 'header', header },
  { type: 'object', object: frame },
  { type: 'object', object: node },
  { type: 'object', object: edge },
];

/** Everything that comes out of these pieces of text. */
function parse(...pieces: string[]): PlannerEvent[] {
  const parser = new PlanParser();
  return [...pieces.flatMap((piece) => parser.push(piece)), ...parser.finish()];
}

function failureOf(...pieces: string[]): PlannerError {
  try {
    parse(...pieces);
  } catch (error) {
    if (error instanceof PlannerError) return error;
    throw error;
  }
  throw new Error('the text was accepted');
}

/** The text cut at these places. */
function cut(text: string, places: readonly number[]): string[] {
  const ends = [...places].sort((a, b) => a - b);
  return [...ends, text.length].map((end, index) => text.slice(ends[index - 1] ?? 0, end));
}

describe('a plan that comes in as text', () => {
  it('is its header, then its objects in order', () => {
    expect(parse(plan)).toEqual(expected);
  });

  it('is the same, wherever it is cut in two', () => {
    for (let place = 0; place <= plan.length; place += 1) {
      expect(parse(...cut(plan, [place])), `cut at ${place}`).toEqual(expected);
    }
  });

  it('is the same, one character at a time', () => {
    expect(parse(...plan.split(''))).toEqual(expected);
  });

  it('is the same, however it is cut, escaped and indented', () => {
    const texts = fc.constantFrom(
      plan,
      JSON.stringify(JSON.parse(plan), null, 2),
      plan.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
      `\`\`\`json\n${plan}\n\`\`\`\n`,
    );
    fc.assert(
      fc.property(texts, fc.array(fc.nat({ max: plan.length }), { maxLength: 20 }), (text, places) => {
        expect(parse(...cut(text, places))).toEqual(expected);
      }),
    );
  });

  it('gives out every object with the very character that completes it', () => {
    const parser = new PlanParser();
    const given: [text: string, type: string][] = [];
    let read = '';
    for (const character of plan) {
      read += character;
      for (const event of parser.push(character)) given.push([read, event.type]);
    }
    const endOf = (object: object) =>
      plan.slice(0, plan.indexOf(JSON.stringify(object)) + JSON.stringify(object).length);
    expect(given).toEqual([
      [endOf(frame), 'header'],
      [endOf(frame), 'object'],
      [endOf(node), 'object'],
      [endOf(edge), 'object'],
    ]);
  });

  it.each([
    ['a Markdown fence', '```json\n', '\n```'],
    ['a sentence before it', 'Here is the plan:\n', ''],
    ['a sentence after it', '', '\n\nTell me if {anything} is missing.'],
    ['braces', 'Here {is} it, {all of\nit}, {', ''],
    ['white space', '\n\n  ', '\n '],
  ])('may stand within %s', (_what, before, after) => {
    expect(parse(`${before}${plan}${after}`)).toEqual(expected);
    expect(parse(...`${before}${plan}${after}`.split(''))).toEqual(expected);
  });
});

describe('the header of a plan', () => {
  it('comes before the first object also when the model gave none', () => {
    expect(parse(`{"objects":[${JSON.stringify(frame)}]}`)).toEqual([
      { type: 'header', header: { title: '', layout: 'flow', direction: null } },
      { type: 'object', object: frame },
    ]);
  });

  it('comes again when the model says more of it after the objects', () => {
    const events = parse(`{"layout":"tree","objects":[${JSON.stringify(frame)}],"title":"Late"}`);
    expect(events).toEqual([
      { type: 'header', header: { title: '', layout: 'tree', direction: null } },
      { type: 'object', object: frame },
      { type: 'header', header: { title: 'Late', layout: 'tree', direction: null } },
    ]);
  });

  it('comes alone from a plan without objects', () => {
    expect(parse(JSON.stringify({ ...header, objects: [] }))).toEqual([{ type: 'header', header }]);
  });

  it.each([
    [
      { title: 7, layout: 'spiral', direction: 'up' },
      { title: '', layout: 'flow', direction: null },
    ],
    [
      { title: 'T', layout: null, direction: 'down' },
      { title: 'T', layout: 'flow', direction: 'down' },
    ],
    [
      { title: { title: 'inner' }, layout: 'grid' },
      { title: '', layout: 'grid', direction: null },
    ],
  ])('has what is meant where it can be known: %j', (sent, read) => {
    expect(parse(JSON.stringify({ ...sent, objects: [] }))).toEqual([{ type: 'header', header: read }]);
  });
});

describe('objects that are not of the agreed form', () => {
  it('are left out and counted', () => {
    const objects = [frame, { type: 'node' }, 7, null, 'x', [frame], { type: 'cloud', id: 'c' }, node];
    expect(parse(JSON.stringify({ ...header, objects }))).toEqual([
      expected[0],
      { type: 'object', object: frame },
      { type: 'object', object: node },
      {
        type: 'warning',
        message: "6 of the model's objects were left out because they are not valid.",
      },
    ]);
  });
});

describe('a text that is no plan', () => {
  it('is truncated when it breaks off within the white space before its first property', () => {
    expect(failureOf('{', '\n ', ' ')).toMatchObject({ code: 'OUTPUT_TRUNCATED' });
    expect(parse('{', '\n ', ' ', plan.slice(1))).toEqual(expected);
  });

  it('is truncated wherever it breaks off, and what came before has been given out', () => {
    for (let end = 1; end < plan.length; end += 1) {
      expect(failureOf(plan.slice(0, end)), `broken off at ${end}`).toMatchObject({
        code: 'OUTPUT_TRUNCATED',
        retryable: true,
      });
    }
    const parser = new PlanParser();
    expect(parser.push(plan.slice(0, -3))).toEqual(expected.slice(0, -1));
  });

  it.each(['I am sorry, but I cannot do that.', '[1, 2]', 'null', '{title: "T"}', '{}', '{"title": T}'])(
    'is invalid: %j',
    (text) => {
      expect(failureOf(text)).toMatchObject({ code: 'OUTPUT_INVALID', retryable: true });
    },
  );

  it.each(['', ' \n '])('is empty: %j', (text) => {
    expect(failureOf(text)).toMatchObject({ code: 'OUTPUT_EMPTY', retryable: true });
  });

  it('is invalid when none of its objects is of the agreed form', () => {
    const text = JSON.stringify({ ...header, objects: [{ type: 'cloud' }, 7, 7] });
    expect(failureOf(text)).toMatchObject({
      code: 'OUTPUT_INVALID',
      message: "None of the model's objects is valid.",
    });
  });
});

describe('the time that a text takes', () => {
  /** Milliseconds of the processor, which other work of the machine does not change. */
  const timeOf = (text: string) => {
    const began = process.cpuUsage();
    const parser = new PlanParser();
    for (let at = 0; at < text.length; at += 20) parser.push(text.slice(at, at + 20));
    try {
      parser.finish();
    } catch (error) {
      expect(error).toBeInstanceOf(PlannerError);
    }
    return process.cpuUsage(began).user / 1_000;
  };

  it.each([
    ['prose', 'Well, then. '],
    ['braces', '{ '],
    ['braces before quotation marks', '{"'],
    ['a brace and white space', '{          '],
    ['beginnings of thoughts', '<think>'],
    ['ends of thoughts', '</think>'],
    ['thoughts with drafts', '<think>{"title": "T"}</think>'],
    ['beginnings of marks', '<th'],
    ['fences', '```json\n'],
    ['brackets', '['],
    ['objects', '{"objects":['],
    ['escapes', '{"\\'],
  ])('grows with its length alone: %s', (_what, piece) => {
    const textOf = (length: number) => piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
    const [short, long] = [textOf(100_000), textOf(800_000)];
    // The first run is slower than all others.
    timeOf(short);
    const shortest = Math.min(timeOf(short), timeOf(short));
    // Eight times the text; what grows with the square takes 64 times as long. Few milliseconds can't be compared.
    expect(Math.min(timeOf(long), timeOf(long)) / Math.max(shortest, 20)).toBeLessThan(32);
  });
});

/** Texts of models that are held to no form. */
const objectsText = [frame, node, edge].map((object) => JSON.stringify(object));
const [frameText, nodeText, edgeText] = objectsText;

describe('a plan that is no JSON in the strict sense', () => {
  it.each([
    ['commas too many', `{"title":"Plan 🎉","layout":"kanban","objects":[${objectsText.join(',')},],}`],
    [
      'comments',
      `{"title":"Plan 🎉", // the title\n"layout":"kanban","objects":[${frameText}, // a column\n${nodeText},/* an arrow */${edgeText}]}`,
    ],
    [
      'a comment at its beginning',
      `{ // here it is\n"title":"Plan 🎉","layout":"kanban","objects":[${objectsText}]}`,
    ],
    ['names without quotation marks', `{title:"Plan 🎉",layout:"kanban",objects:[${objectsText}]}`],
    ['an object around it', JSON.stringify({ plan: JSON.parse(plan) })],
    ['a list around it', `[${plan}]`],
    ['a fence that is left open', `\`\`\`\n{title:"Plan 🎉",layout:"kanban",objects:[${objectsText}]}`],
    ['other JSON before it', `{"type":"node"} is an object. \`\`\`json\n${plan}\n\`\`\``],
    ['thoughts with braces before it', `<think>Say {"objects": []}? {"title": "No"}</think>\n${plan}`],
    [
      'thoughts with braces, and then no strict JSON',
      `<think>{"objects": [{"type": "node"}]}?</think>{title:"Plan 🎉",layout:"kanban",objects:[${objectsText}]}`,
    ],
    ['an object without null properties', plan.replaceAll(/,"\w+":null/g, '')],
  ])('is read all the same: %s', (_what, text) => {
    for (const pieces of [[text], text.split(''), text.match(/[\s\S]{1,7}/g) ?? []]) {
      const events = parse(...pieces);
      expect(events.filter(({ type }) => type === 'object')).toEqual(expected.slice(1));
      expect(events.findLast(({ type }) => type === 'header')).toEqual({ type: 'header', header });
    }
  });

  it.each([
    ['a list of its objects', `[${objectsText}]`],
    ['its objects, line by line', objectsText.join('\n')],
  ])('may be %s', (_what, text) => {
    const events = parse(...text.split(''));
    expect(events.filter(({ type }) => type === 'object')).toEqual(expected.slice(1));
  });

  it.each([
    ['one object alone', frameText],
    ['one object in place of the list', `{"objects":${frameText}}`],
  ])('may be %s', (_what, text) => {
    expect(parse(text ?? '').filter(({ type }) => type === 'object')).toEqual([expected[1]]);
  });

  it('gives each object once, and those before the fault at once', () => {
    const parser = new PlanParser();
    const before = parser.push(`{"objects":[${frameText},${nodeText},`);
    expect(before.filter(({ type }) => type === 'object')).toEqual(expected.slice(1, 3));
    expect(parser.push(`${edgeText},]}`).filter(({ type }) => type === 'object')).toEqual([expected[3]]);
    expect(parser.finish()).toEqual([]);
  });

  it('may have two objects alike', () => {
    const events = parse(`{"objects":[${frameText},${frameText}]}`);
    expect(events.filter(({ type }) => type === 'object')).toEqual([expected[1], expected[1]]);
  });
});

describe('a second answer', () => {
  it('gives only what the first has not given', () => {
    const first = new PlanParser();
    first.push(`{"objects":[${frameText},`);
    const second = new PlanParser(first.emittedIds);
    const objects = [...second.push(plan), ...second.finish()].filter(({ type }) => type === 'object');
    expect(objects).toEqual(expected.slice(2));
  });
});
