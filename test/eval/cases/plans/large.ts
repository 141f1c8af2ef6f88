import type { Plans } from '../case.ts';

/** A small generator of pseudo-random numbers (mulberry32), so that every run measures the same plans. */
function randomOf(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

const verbs = [
  'Check',
  'Send',
  'Approve',
  'Record',
  'Compare',
  'Archive',
  'Plan',
  'Assign',
  'Review',
  'Confirm',
];
const nouns = [
  'order',
  'invoice',
  'contract',
  'delivery',
  'report',
  'budget',
  'ticket',
  'request',
  'payment',
  'offer',
];

/** "Check order", "Send invoice", …: up to 100 different texts, then numbered ones. */
function activity(at: number): string {
  const text = `${verbs[at % 10]} ${nouns[(at + Math.floor(at / 10)) % 10]}`;
  return at < 100 ? text : `${text} ${Math.floor(at / 100) + 1}`;
}

const activities = (count: number): string[] => Array.from({ length: count }, (_, at) => activity(at));

/** A process: a main line with decisions, side steps that come back, and jumps ahead. */
function process(count: number, seed: number): string {
  const random = randomOf(seed);
  const texts = activities(count);
  const lines = texts
    .slice(1)
    .map((text, at) => `${texts[Math.max(0, at - (random(4) === 0 ? random(6) : 0))]} -> ${text}`);
  const jumps = Array.from({ length: Math.floor(count / 8) }, () => {
    const from = random(count - 8);
    return `${texts[from]} -> ${texts[from + 2 + random(6)]}: jump`;
  });
  return `flow down: Process of ${count}\n${[...lines, ...jumps].join('\n')}`;
}

/** Departments with chains inside and some connections between them. */
function departments(count: number, size: number, seed: number): string {
  const random = randomOf(seed);
  const texts = activities(count * size);
  const groups = Array.from({ length: count }, (_, at) => texts.slice(at * size, (at + 1) * size));
  const inside = groups.map((group) => group.join(' -> '));
  const between = groups.slice(1).map((group, at) => `${groups[at]?.at(-1)} -> ${group[random(2)]}`);
  return `flow right: Departments\n${groups.map((group, at) => `[Department ${at + 1}] ${group.join('; ')}`).join('\n')}\n${[...inside, ...between].join('\n')}`;
}

/** A tree in which every text has up to `width` children. */
function tree(layout: 'mindmap' | 'tree down', count: number, width: number): string {
  const texts = activities(count);
  return `${layout}: Tree of ${count}\n${texts
    .slice(1)
    .map((text, at) => `${texts[Math.floor(at / width)]} -> ${text}`)
    .join('\n')}`;
}

/** A graph without direction, of average degree three. */
function network(count: number, seed: number): string {
  const random = randomOf(seed);
  const texts = activities(count);
  const line = texts.slice(1).map((text, at) => `${texts[random(at + 1)]} -> ${text}`);
  const more = Array.from({ length: Math.floor(count / 2) }, () => {
    const from = random(count);
    return `${texts[from]} -> ${texts[(from + 1 + random(count - 1)) % count]}`;
  });
  return `flow right: Network of ${count}\n${[...new Set([...line, ...more])].join('\n')}`;
}

/** Layers in which everything leads to two or three of the next layer. */
function layers(depth: number, width: number, seed: number): string {
  const random = randomOf(seed);
  const texts = activities(depth * width);
  const lines = texts.slice(0, -width).flatMap((text, at) => {
    const first = (Math.floor(at / width) + 1) * width;
    const [a, b] = [random(width), random(width)];
    return [...new Set([a, b])].map((to) => `${text} -> ${texts[first + to]}`);
  });
  return `flow right: Layers\n${lines.join('\n')}`;
}

/** Plans of 40 to 200 shapes. */
export const large: Plans = {
  'plan: process of 40': [process(40, 1)],
  'plan: process of 60': [process(60, 2)],
  'plan: process of 120': [process(120, 3)],
  'plan: chain of 80': [`flow right: Chain\n${activities(80).join(' -> ')}`],
  'plan: six departments of ten': [departments(6, 10, 4), { count: { frame: 6 } }],
  'plan: ten departments of twelve': [departments(10, 12, 5), { count: { frame: 10 } }],
  'plan: mind map of 60': [tree('mindmap', 60, 4)],
  'plan: mind map of 120': [tree('mindmap', 120, 5)],
  'plan: org chart of 60': [tree('tree down', 60, 4)],
  'plan: org chart of 120': [tree('tree down', 120, 6)],
  'plan: network of 30': [network(30, 6)],
  'plan: network of 60': [network(60, 7)],
  'plan: layers of 6 by 6': [layers(6, 6, 8)],
  'plan: layers of 8 by 8': [layers(8, 8, 9)],
  'plan: kanban of 100': [
    `kanban: Big board\n${['Ideas', 'Next', 'Doing', 'Review', 'Done']
      .map(
        (column, at) =>
          `[${column}] ${activities(100)
            .slice(at * 20, at * 20 + 20)
            .join('; ')}`,
      )
      .join('\n')}`,
  ],
  'plan: 200 stickies': [
    `grid: Wall\n${activities(200)
      .map((text) => `{${text}}`)
      .join('; ')}`,
    { count: { sticky: 200 } },
  ],
  'plan: process of 200': [process(200, 10)],
};
