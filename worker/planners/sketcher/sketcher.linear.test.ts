import fc from 'fast-check';
import { expect, test } from 'vitest';
import { costOf, expectLinear, filled, floorMs } from '../../../test/support/linearTime.ts';
import { plannerCanvas } from '../../../test/support/plannerCanvas.ts';
import type { PlannerCanvas } from '../planner.ts';
import { sketchPlan } from './sketchPlan.ts';

/** A canvas as large as a planner is ever shown, half of it boxes of which several have the same name. */
const canvas = plannerCanvas([
  ...Array.from({ length: 190 }, (_, at) => ({
    id: `s${at}`,
    kind: 'SHAPE' as const,
    text: ['a', `Step number ${at}`, `Verify the email ${at}`][at % 3] ?? '',
    shape: 'RECTANGLE' as const,
    parent: null,
  })),
  ...Array.from({ length: 189 }, (_, at) => ({
    id: `c${at}`,
    kind: 'CONNECTOR' as const,
    text: null,
    from: `s${at}`,
    to: `s${at + 1}`,
  })),
]);

/** First length of a text to compare on that canvas, where each phrase is looked for in all its texts. */
const onCanvas = 400;

const sketchOn = (on: PlannerCanvas | null) => (instruction: string) =>
  void sketchPlan({ instruction, canvas: on });

const begins = ['', 'a,', 'a ', '"', 'flow: ', 'kanban: ', 'org chart: ', 'ERD: ', 'compare ', 'timeline: '];
const commands = ['delete ', 'connect a to ', 'add ', 'rename ', 'move ', 'label arrow from a and ', 'if '];
const units = [
  ...[' ', '\n', '\n ', '\t', '\r\n', '\u00A0', ',', ', ', ';', ': ', '. ', '…', '?', '!', '。', '、'],
  ...['(', ')', '[', ']', '[a](', '{', '}', '<', '>', '<b>', '<!--', '`', '**', '__', '|', '| a |\n'],
  ...[
    '"',
    "'",
    " '",
    ' ‘',
    '’',
    '“',
    '”',
    '«',
    '-',
    '- ',
    '–',
    ' - ',
    '---',
    '->',
    ' -> ',
    '-yes->',
    '→',
    '=>',
    'a? -> b. ',
    'not a -> b; a -> c; ',
    '1 a 2 b 3 c ',
  ],
  ...[
    'a',
    'a ',
    'a, ',
    'a\n',
    'a. ',
    'a: b; ',
    'é',
    'a\u0301',
    '一',
    '🎉',
    '1',
    '1. ',
    '\n- ',
    '\n# ',
    '\n  - a: b',
  ],
  ...['and ', 'the ', 'in ', 'to ', 'if a then b. ', 'if not a, ', ' is not ', ' for ', 'system ', 'please '],
  ...[
    'repeat until a, ',
    'while a, b. ',
    'either a or b, ',
    'depending on a: b: c, ',
    'a? yes: b. no: ',
    'meanwhile a, ',
  ],
  ...[
    'liked ',
    'must have ',
    'two engineers under a, ',
    ' reports to a. ',
    ' has ',
    'delete a, ',
    '; delete a',
  ],
  ...['add a; ', ', otherwise ', 'go back to a, ', ' labelled ', 'jan ', '\uE000'],
  ...[
    '3 red boxes ',
    'a red, ',
    'in a row, ',
    ' with a box in it',
    'connected to ',
    '3 by 4 grid of ',
    'A to B, ',
  ],
  ...[
    'all boxes purple, ',
    'a (red), ',
    'color ',
    'draw a picture of ',
    'bar chart of ',
    'what is ',
    'www.a ',
  ],
];
const ends = ['', 'x', ': b', ')', '"', '?', '\n'];

const textOf = fc
  .tuple(
    fc.constantFrom(...begins, ...commands),
    fc.array(fc.constantFrom(...units), { minLength: 1, maxLength: 3 }),
    fc.constantFrom('', 'word', 'many words'),
    fc.constantFrom(...ends),
  )
  .map(([begin, some, words, end]) => {
    // All begin with a letter: names and numbers are read in different ways.
    const word = (at: number) => (words === 'many words' ? `w${at.toString(36)}` : words);
    return filled(begin, (at) => some[at % some.length] + word(at), end);
  });

test.each<[string, (length: number) => string]>([
  ['line breaks after a comma', filled('a,', () => '\n', 'x')],
  ['spaces in lines of their own', filled('a,', () => '\n ', 'x')],
  ['spaces in place of reserved characters', filled('connect ', () => '\uE000', 'x')],
  ['spaces in place of tags', filled('a,', () => '<b>', 'x')],
  ['one name many times', filled('delete ', () => 'a, ', 'a')],
  ['many names', filled('delete ', (at) => `${at.toString(36)}, `, 'a')],
  ['many steps', filled('', (at) => `${at.toString(36)}, if ${at} then go back to ${at - 1}; `, 'a')],
  ['many names of an org chart', filled('org chart: ', (at) => `${at.toString(36)}, `, 'x report to y')],
  ['small words at the end of a title', filled('draw a flow ', () => 'and ', 'x')],
  ['links without an end', filled('', () => '[a](', '')],
  ['clauses of relations', filled('', (at) => `${at.toString(36)} depends on b${at} and `, 'a')],
  ['parts of a system', filled('architecture: ', (at) => `x${at} (a, b), `, 'c calls d')],
  ['transitions', filled('states: ', (at) => `from ${at} to ${at + 1} on x, `, 'a')],
  ['labels of arrows without an end', filled('a ', () => '-(b', '-> c')],
  ['messages', filled('', (at) => `a -> b: ${at}, `, 'c')],
  ['answers', filled('a? ', () => 'yes -> b, no -> a? ', 'c')],
  ['exceptions', filled('make all green ', () => 'except a, ', 'b')],
  ['conditions of texts', filled('delete notes ', () => 'that start with a ', 'b')],
  ['dates', filled('move a ', () => 'from b to ', 'c')],
  ['reasons', filled('delete a, ', () => 'because it is a, ', 'x')],
  ['work that is told of', filled('we fixed the a', (at) => ` and cleaned b${at}`, '')],
  ['headings', filled('two more ', () => 'more ', 'threats: a, b')],
  ['an order of names', filled('a first', (at) => `, then b${at}`, '')],
  ['questions about what may happen', filled('', () => 'what if a ', '? then b')],
  ['remarks', filled('delete a', () => ", it's a", '')],
  ['numbered commands', filled('', (at) => `${(at % 9) + 1}) delete a `, 'x')],
  ['places along arrows', filled('delete everything ', () => 'after a ', 'b')],
  ['the same for others', filled('make a red', () => ' and do the same for b', '')],
  ['targets of what is added', filled('add a', () => ' that leads to b', '')],
  ['connections of what is added', filled('add a ', () => 'connected to b by ', 'c')],
  ['conditions of steps', filled('', () => 'if not a, also b, ', 'c')],
  ['wishes in part', filled('make a red and ', () => 'more ', 'bigger')],
  ['answers of their own', filled('a? b -> c', (at) => `; ${at.toString(36)} -> d`, ' -> back to a')],
  ['lines before a question', filled('', () => 'a\n', 'b?\nyes -> c')],
  ['pairs of names', filled('a to b', (at) => `, b to ${at.toString(36)}`, '')],
  ['hyphens between names', filled('network: a', () => ' - a', '?')],
  ['things to draw', filled('', (at) => `3 red boxes a${at}, `, 'a row')],
  ['numbers and colours that share a noun', filled('', () => 'a red, ', 'a blue box')],
  ['places of things', filled('a box ', () => 'with a box in it ', 'in a row')],
  ['texts of things', filled('3 boxes: ', (at) => `${at.toString(36)} and `, 'in a row')],
  ['colours of texts', filled('', (at) => `a${at} (red), `, 'all others blue')],
  ['wishes that can’t be met', filled('', () => 'draw a picture of ', 'a cat')],
  ['values of a chart', filled('bar chart of sales: ', (at) => `Jan ${at}, `, 'Feb 2')],
  ['shapes of a flow', filled('a start circle', () => ', then a red box "a"', ', yes to "a"')],
  ['ways between shapes', filled('"a" to "b"', () => ', no back to "a"', ' because of b')],
  ['roles', filled('', () => 'a can b, c and d; ', 'e can f')],
  ['frames around parts', filled('a calls b. ', () => 'put a and b in a frame. ', '')],
  ['two verbs of one subject', filled('the a calls the b', () => ', the b reads and writes to the c', '')],
  ['places before verbs', filled('der A ist im B', () => ', am B hängen drei C und ein D', '')],
  ['chats', filled('', (at) => `A: hi ${at}\nB: b\n`, '')],
  ['an order of tasks', filled('tasks: a after b', (at) => `, c${at} after a and b`, '')],
  ['numbers of objects', filled('a has two kids', (at) => `, B${at}, pods A and C, the d has 2 e by f`, '')],
  ['parts that act', filled('a reads b', () => ', which the service reads', '')],
  ['speakers', filled('', (at) => `A -> B: hi! ${at}, you\nB -> A: a; b\n`, '')],
  ['messages of a sequence', filled('sequence: ', (at) => `a${at} tells b, b checks it, `, 'c pays')],
  ['parts without a verb', filled('LAN: a connects to b', (at) => `; b to c${at}, d`, '')],
  ['entities', filled('', (at) => `Each a${at} has many boxes. `, '')],
  ['members of a family', filled('mum Ann', (at) => `, her kids B${at}, C`, '')],
  ['names around a hub', filled('a in the middle, ', (at) => `b${at}, `, 'c around it')],
  ['names in a circle', filled('a', (at) => `, b${at}`, ' in a circle')],
  ['single ones of several', filled('9 boxes', () => ', the left one red', ', others grey')],
  ['fields of a matrix', filled('', (at) => `high cost low value ${at}: a, `, '')],
  ['sides of a comparison', filled('a vs b: ', (at) => `cost ${at} low / high, `, '')],
  [
    'places beside others',
    filled('a box "A"', (at) => `, box "B${at}" right of it, box "C${at}" left of A`, ''),
  ],
  ['lines of boxes', filled('boxes A, B in one row', () => ', C, D in a second row', '')],
  ['one in the other', filled('nested: ', (at) => `n${at} > `, 'end')],
  ['rows and columns', filled('matrix with rows ', (at) => `Ann ${at}, `, ' and columns Mon, Tue')],
  ['what frames hold', filled('frames "A", "B". ', (at) => `A has c${at}. B to the left. `, '')],
  ['new ends of arrows', filled('a box A', (at) => `, an arrow from A to a circle B${at}`, '')],
  ['things that are no shapes', filled('', (at) => `4 racks${at} with 3 boxes each, `, 'a row')],
  ['a list in the form of its heading', filled('cycle: ', (at) => `a${at}, `, 'back to b')],
  ['sets', filled('venn diagram: ', (at) => `a${at}: b; `, 'both: c')],
  ['ends of arrows', filled('a box A, arrows from it to b', (at) => ` and c${at}`, '')],
  ['names between dashes', filled('', (at) => `a - b - c${at}\n`, '')],
  ['clauses of other languages', filled('', (at) => `a${at} ruft b und `, 'c auf')],
  ['question marks', filled('if ', () => '?', ' x')],
  ['boxes to tick in one line', filled('todo: ', (at) => `[${at % 2 ? 'x' : ' '}] a${at} `, '')],
  ['lists with plus and minus', filled('', (at) => `${at % 2 ? '+' : '-'} a${at}\n`, '')],
  ['places of things in sections', filled('four quadrants: a, b. put c', () => ' in the first and d', '')],
  ['known names before lists', filled('swot: ', (at) => `strengths are a${at} and b, `, 'c')],
  ['pronouns', filled('org chart: a; ', (at) => `reporting to her: B${at}, and so does C${at}. `, '')],
  ['dashes after the opening', filled('retro', () => ' - a', ': b')],
  ['contrasts', filled('a is red', (at) => ` but a${at} is b`, '')],
  ['spans of time', filled('move a', (at) => `, a${at} by a day`, ' later')],
  ['questions about what is there', filled('is a', (at) => ` b${at}?`, ' c?')],
  ['steps that are told', filled('after a', () => ' we b, then c', '')],
  ['additions with places', filled('add a to b', (at) => ` and c${at} to b`, ' as a new branch with d')],
  ['what the next command is about', filled('take a', () => ', rename it to b', '')],
  ['what is there instead', filled('a', () => ' instead of b', '')],
  ['days side by side', filled('', (at) => `${['mon', 'tue', 'wed'][at % 3]} a${at} `, '')],
  ['times', filled('', (at) => `${at % 24}:00 a, `, '9:00 b')],
  ['amounts side by side', filled('list: ', (at) => `${at} a${at.toString(36)} `, '')],
  ['brackets side by side', filled('list: ', (at) => `a${at} (b, c) `, 'd')],
  ['numbers of sections', filled('', (at) => `${1 + (at >> 2)}.${at % 4} a `, '')],
  ['pros and cons side by side', filled('pros ', () => 'cons a, ', '')],
  ['signs in one line', filled('a + b', () => ' - c,', '')],
  ['what each may do', filled('', (at) => `a${at} can b, c; `, '')],
  ['columns without marks', filled('kanban ', (at) => `${['to do', 'doing', 'done'][at % 3]}: a${at} `, '')],
  ['words before a first section', filled('kanban with ', () => 'to do ', ': a; done: b')],
  ['spans of time behind names', filled('gantt: ', (at) => `a${at} Jan-Feb, `, 'b')],
  ['spans without an end', filled('gantt: ', () => 'a Jan - ', ', b')],
  ['fields of what is added', filled('add a table A with fields a', (at) => `, b${at}`, '')],
  ['remarks before a list', filled('Notes\n', (at) => `a${at}: b, c\n`, '- d')],
])('reads %s in linear time', (_, text) => {
  expectLinear(text, sketchOn(null));
  expectLinear(text, sketchOn(canvas), onCanvas);
});

test('names of a list that mean the same are looked for once', () => {
  const best = (text: string) =>
    Math.min(...Array.from({ length: 5 }, () => costOf(() => sketchOn(canvas)(text))));
  const often = best(filled('delete ', () => 'a, ', 'a')(4_000));
  expect(often).toBeLessThanOrEqual(30 * Math.max(floorMs, best('delete a')));
});

test('reads every list against every list in linear time', () => {
  const names = (length: number) => filled('', (at) => `${at.toString(36)}, `, '')(length / 2);
  expectLinear((length) => `${names(length)} -> ${names(length).replaceAll(',', 'x,')}`, sketchOn(null));
});

test('reads any mixture of marks and words in linear time', { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(textOf, fc.boolean(), (text, changes) =>
      expectLinear(text, sketchOn(changes ? canvas : null), changes ? onCanvas : undefined),
    ),
    // The same texts each time: whether a machine is slow must not depend on chance.
    { numRuns: 100, seed: 4_000 },
  );
});
