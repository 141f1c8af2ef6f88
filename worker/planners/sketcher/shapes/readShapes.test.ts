import { expect, test } from 'vitest';
import type { PlanObject } from '../../../../src/canvas/model/plan.ts';
import { readShapes } from './readShapes.ts';

/** What is drawn, in short: "red ellipse A", "[Team] > rect Ana", "A -> B", "A -- B" for a line. */
function drawn(text: string): string[] | null {
  const plan = readShapes(text)?.finish();
  if (plan === undefined) return null;
  const names = new Map(
    plan.objects.flatMap((object) => (object.type === 'edge' ? [] : [[object.id, nameOf(object)]])),
  );
  return plan.objects.map((object) => {
    if (object.type === 'edge')
      return `${names.get(object.from)} ${object.ends === 'none' ? '--' : '->'} ${names.get(object.to)}`;
    const parent = 'parent' in object && object.parent !== null ? `[${names.get(object.parent)}] > ` : '';
    if (object.type === 'frame') return `${parent}[${object.title}]`;
    return object.type === 'node'
      ? `${parent}${[object.color, object.shape, object.text].filter(Boolean).join(' ')}`
      : object.type;
  });
}

const nameOf = (object: PlanObject): string =>
  object.type === 'node' ? object.text : object.type === 'frame' ? object.title : '';

const times = (count: number, what: string) => Array.from({ length: count }, () => what);

test.each<[string, string[]]>([
  ['5 red diamonds', times(5, 'red diamond')],
  ['draw me three empty circles please', times(3, 'ellipse')],
  ['3 yellow stickies and 2 pink stickies', [...times(3, 'yellow sticky'), ...times(2, 'pink sticky')]],
  ['a red, a green and two blue boxes', ['red rect', 'green rect', 'blue rect', 'blue rect']],
  ['two boxes in red and blue', ['red rect', 'blue rect']],
  ['drei gelbe Haftnotizen nebeneinander', times(3, 'yellow sticky')],
  ['cinq losanges bleus', times(5, 'blue diamond')],
  ['two red circles and three blue ones', [...times(2, 'red ellipse'), ...times(3, 'blue ellipse')]],
  ['dos notas amarillas y tres rosas', [...times(2, 'yellow sticky'), ...times(3, 'pink sticky')]],
])('draws as many as "%s" asks for, in their colours', (text, expected) =>
  expect(drawn(text)).toEqual(expected),
);

test.each<[string, string[]]>([
  ['a box that says salt and pepper', ['rect Salt and pepper']],
  ['sticky note: call mum', ['sticky Call mum']],
  ['sticky notes numbered 1 to 3', ['sticky 1', 'sticky 2', 'sticky 3']],
  ['4 boxes labelled A to D', ['rect A', 'rect B', 'rect C', 'rect D']],
  ['two circles named "Supply, demand" and "Price"', ['ellipse Supply, demand', 'ellipse Price']],
  ['green sticky "Buy milk", red sticky "Pay rent"', ['green sticky Buy milk', 'red sticky Pay rent']],
  ['3 boxes with the text TODO', times(3, 'rect TODO')],
  ['a red square labelled STOP next to a green one labelled GO', ['red rect STOP', 'green rect GO']],
  ['2 sticky notes with my goals: run, read more', ['text My goals', 'sticky Run', 'sticky Read more']],
  ['put these on sticky notes: bike shed, new fridge', ['sticky Bike shed', 'sticky New fridge']],
  ['write "Welcome" in red', ['red text Welcome']],
  ['heading "Ideas" with two sticky notes below', ['text Ideas', 'sticky', 'sticky']],
])('writes the texts that "%s" gives, and no others', (text, expected) =>
  expect(drawn(text)).toEqual(expected),
);

test.each<[string, string[]]>([
  [
    'three circles A, B, C connected in a triangle',
    ['ellipse A', 'ellipse B', 'ellipse C', 'A -- B', 'B -- C', 'C -- A'],
  ],
  [
    'a blue box Work and a red circle Stop, connected',
    ['blue rect Work', 'red ellipse Stop', 'Work -> Stop'],
  ],
  ['a circle X connected to two boxes Y and Z', ['ellipse X', 'rect Y', 'rect Z', 'X -- Y', 'X -- Z']],
  [
    '3 boxes A, B and C, each connected to all others',
    ['rect A', 'rect B', 'rect C', 'A -- B', 'A -- C', 'B -- C'],
  ],
  ['two boxes with an arrow from Input to Output', ['rect Input', 'rect Output', 'Input -> Output']],
  ['3 boxes: A, B, C; connect A to B and B to C', ['rect A', 'rect B', 'rect C', 'A -> B', 'B -> C']],
])('connects what "%s" connects', (text, expected) => expect(drawn(text)).toEqual(expected));

test.each<[string, string[]]>([
  ['a frame "Team" with 2 boxes in it: Ana, Bo', ['[Team]', '[Team] > rect Ana', '[Team] > rect Bo']],
  ["a box 'A' with two boxes 'B' and 'C' inside it", ['[A]', '[A] > rect B', '[A] > rect C']],
  ['a circle inside a box called Home', ['[Home]', '[Home] > ellipse']],
  [
    'two frames named Now and Next, each with 1 note',
    ['[Now]', '[Now] > sticky', '[Next]', '[Next] > sticky'],
  ],
])('puts into frames what "%s" puts into them', (text, expected) => expect(drawn(text)).toEqual(expected));

test.each<[string, object, number]>([
  ['a 3 by 4 grid of sticky notes', { layout: 'grid', columns: 3 }, 12],
  ['circles in a 2x5 grid', { layout: 'grid', columns: 2 }, 10],
  ['empty 5x5 grid', { layout: 'grid', columns: 5 }, 25],
  ['two columns of three cards', { layout: 'grid', columns: 2 }, 6],
  ['3 rows of 4 circles', { layout: 'grid', columns: 4 }, 12],
  ['8 boxes in 2 rows', { layout: 'grid', columns: 4 }, 8],
  ['ein Raster aus 3 mal 4 Notizzetteln', { layout: 'grid', columns: 3 }, 12],
  ['seven blue boxes in a row', { layout: 'grid', columns: 7 }, 7],
  ['6 boxes below each other', { layout: 'grid', columns: 1 }, 6],
  ['ring of 6', { layout: 'ring' }, 12],
  ['8 circles around a box', { layout: 'ring' }, 9],
  ['binary tree with 7 nodes', { layout: 'tree' }, 13],
])('arranges "%s"', (text, header, objects) => {
  const plan = readShapes(text)?.finish();
  expect(plan?.header).toMatchObject(header);
  expect(plan?.objects).toHaveLength(objects);
});

test.each<[string, string]>([
  ['a box "Sale" rotated by 45 degrees', 'Rotation'],
  ['a rectangle 300 by 200 pixels with the text Door', 'size'],
  ['Write "Welcome" in Comic Sans, bold, 72 pt', 'font'],
  ['5 purple triangles', 'shape of a triangle'],
])('says what of "%s" it left out', (text, what) =>
  expect(readShapes(text)?.finish().warnings.join()).toContain(what),
);

test.each([
  'box office revenue 2026',
  'note taking app onboarding',
  'circle of life presentation: birth, school, work',
  'Boxes arrive at the dock, workers scan them, then the boxes are stored',
  'kanban board with columns To do, Doing, Done',
  'three steps: wash, rinse, repeat',
  'A -> B -> C',
  'org chart: CEO, CTO, CFO',
])('leaves "%s" to other readers', (text) => expect(drawn(text)).toBeNull());

test('calls a drawing by what stands before its texts', () => {
  expect(readShapes('Three tiers stacked vertically: View, Logic, Data')?.header.title).toBe(
    'Three tiers stacked vertically',
  );
});

test.each<[string, string[]]>([
  ['A, B, C, each connected to the others', ['A -- B', 'A -- C', 'B -- C']],
  ['Cycle: A, B and C, all linked to every other', ['A -- B', 'A -- C', 'B -- C']],
  ['A, B, C connected with arrows', ['A -> B', 'B -> C']],
  ['two boxes A and B, arrows from A to B and from B to A saying "x"', ['A -> B', 'B -> A']],
  ['a box labelled A, arrows from it to B and C', ['A -> B', 'A -> C']],
])('joins all that "%s" names', (text, edges) => {
  expect(drawn(text)?.filter((each) => / -[->] /.test(each))).toEqual(edges);
});

test('puts what others stand around into the middle', () => {
  const nodes = readShapes('8 circles around a red box')?.finish().objects;
  expect(nodes?.filter((node) => node.type === 'node' && node.order === -1)).toMatchObject([
    { shape: 'rect' },
  ]);
});

test('draws names around another one, as many as there are', () => {
  const plan = readShapes('Space: sun in the middle, three planets around it');
  expect(plan?.header).toMatchObject({ title: 'Space', layout: 'ring' });
  expect(drawn('sun in the middle, three planets around it')?.slice(-3)).toEqual([
    'Sun -- Planet 1',
    'Sun -- Planet 2',
    'Sun -- Planet 3',
  ]);
});

test('counts names that are all connected, or each with the next', () => {
  expect(drawn('full mesh of 3 routers')?.filter((each) => each.includes('--'))).toHaveLength(3);
  expect(drawn('ring of four switches')?.filter((each) => each.includes('--'))).toHaveLength(4);
});

test('joins what is there already', () => {
  const edges = readShapes('two blue circles and a red square, the circles point to the square')
    ?.finish()
    .objects.filter(({ type }) => type === 'edge');
  expect(edges).toHaveLength(2);
});

test('puts names into frames', () => {
  expect(
    drawn('frame "A" with Ann and Ben, frame "B" with Cem')?.filter((each) => each.includes('>')),
  ).toEqual(['[A] > rect Ann', '[A] > rect Ben', '[B] > rect Cem']);
});

test.each([
  'I want to be in a circle of friends, family and books',
  'The children sit in a circle, sing and dance',
])('"%s" is no list', (text) => expect(drawn(text)).toBeNull());

test.each<[string, string[]]>([
  ['three boxes, the first one red, the others grey', ['red rect', 'neutral rect', 'neutral rect']],
  ['2 boxes, the first one says Start, the last End', ['rect Start', 'rect End']],
  ['2 boxes A and B, B should be green', ['rect A', 'green rect B']],
  ['three circles in a ring, bottom one blue', ['ellipse', 'blue ellipse', 'ellipse']],
])('gives single things what "%s" says of them', (text, expected) => expect(drawn(text)).toEqual(expected));

test.each<[string, object, string[]]>([
  [
    'car park: 2 rows of 2 spaces',
    { title: 'Car park', columns: 2 },
    ['Space 1', 'Space 2', 'Space 3', 'Space 4'],
  ],
  ['2 tables with 1 seat each', { layout: 'grid' }, ['[Table 1]', '[Table 2]']],
  ['6 chairs around a table', { layout: 'ring' }, ['Table', 'Chair 1']],
])('numbers the things of "%s"', (text, header, names) => {
  const plan = readShapes(text)?.finish();
  expect(plan?.header).toMatchObject(header);
  expect(drawn(text)?.map((each) => each.replace('rect ', ''))).toEqual(expect.arrayContaining(names));
});

test.each<[string, string[]]>([
  ['Seasons as a ring: spring, summer, autumn', ['spring -> summer', 'summer -> autumn', 'autumn -> spring']],
  ['cycle with three steps a b c', ['a -> b', 'b -> c', 'c -> a']],
  ['egg, larva, beetle and back to egg', ['egg -> larva', 'larva -> beetle', 'beetle -> egg']],
  ['rock cycle: x -> y -> z -> x', ['x -> y', 'y -> z', 'z -> x']],
])('closes the ring of "%s"', (text, edges) =>
  expect(
    drawn(text)
      ?.filter((each) => each.includes('->'))
      .map((each) => each.toLowerCase()),
  ).toEqual(edges),
);

test.each<[string, string[]]>([
  ['Pyramid: a at the bottom, b, c at the top', ['rect C', 'rect B', 'rect A']],
  ['layers of the earth: crust, mantle, core', ['rect Crust', 'rect Mantle', 'rect Core']],
])('stacks the levels of "%s"', (text, expected) => {
  expect(drawn(text)).toEqual(expected);
  expect(readShapes(text)?.finish().header).toMatchObject({ columns: 1 });
});

test('says in one warning all that it left out', () => {
  const warnings = readShapes('the word HI in a big star')?.finish().warnings;
  expect(warnings).toHaveLength(1);
  expect(warnings?.[0]).toMatch(/size.*star/);
});

test.each<[string, string[]]>([
  ['a red square left of a blue circle, joined by a dashed arrow', ['red rect', 'blue ellipse', ' -> ']],
  ['ein rotes Quadrat und daneben ein blauer Kreis', ['red rect', 'blue ellipse']],
  ["un carré rouge à gauche d'un cercle bleu", ['red rect', 'blue ellipse']],
  ['box named A, box named B above it', ['rect B', 'rect A']],
  [
    'Circle labeled Sun, circle labeled Earth right of it, circle Moon next to Earth',
    ['ellipse Sun', 'ellipse Earth', 'ellipse Moon'],
  ],
  ['a house made of a square and a circle on top', ['ellipse', 'rect']],
  ['boxes A, B in one row and C, D in a second row', ['rect A', 'rect B', 'rect C', 'rect D']],
  ['a triangle of A, B, C', ['rect A', 'rect B', 'rect C', 'A -- B', 'B -- C', 'C -- A']],
  ['nested boxes: Europe > Italy > Rome', ['[Europe]', '[Europe] > [Italy]', '[Italy] > rect Rome']],
  ['concentric circles: me, family, town', ['[town]', '[town] > [family]', '[family] > rect me']],
  ['spectrum: left - middle - right', ['rect left', 'rect middle', 'rect right']],
  [
    'big box "Clinic" with two boxes in it: "Ward" in red, "Lab" in blue',
    ['[Clinic]', '[Clinic] > red rect Ward', '[Clinic] > blue rect Lab'],
  ],
  [
    '3 boxes: Web, App, DB. Web to the left, App in the middle, DB on the right',
    ['rect Web', 'rect App', 'rect DB'],
  ],
  [
    'two frames "Pros" and "Cons". Pros has cheap, fast. Cons has noisy',
    ['[Pros]', '[Pros] > rect cheap', '[Pros] > rect fast', '[Cons]', '[Cons] > rect noisy'],
  ],
  [
    '2 frames: "Room 1" (bed 1, bed 2) and "Room 2" (bed 3, bed 4)',
    [
      '[Room 1]',
      '[Room 1] > rect bed 1',
      '[Room 1] > rect bed 2',
      '[Room 2]',
      '[Room 2] > rect bed 3',
      '[Room 2] > rect bed 4',
    ],
  ],
  ['box named A, an arrow from A to a circle B', ['rect A', 'ellipse B', 'A -> B']],
  [
    'a box labeled A next to a box labeled B with an arrow pointing from A to B',
    ['rect A', 'rect B', 'A -> B'],
  ],
  ['box A above boxes B and C', ['[]', '[] > rect A', '[]', '[] > rect B', '[] > rect C']],
  ['a star in the middle of four squares', ['rect', ...times(4, 'rect')]],
  ['flag: three boxes side by side, green, white and red', ['green rect', 'neutral rect', 'red rect']],
  [
    'boss in the middle, and 2 boxes around',
    ['ellipse boss', 'ellipse box 1', 'ellipse box 2', 'boss -- box 1', 'boss -- box 2'],
  ],
])('draws "%s" where its parts stand', (text, expected) => {
  const inSmall = (all: readonly string[] | null) => all?.join('\n').toLowerCase();
  expect(inSmall(drawn(text))).toBe(inSmall(expected));
});
