import { expect, test } from 'vitest';
import { drawNew } from '../diagrams/draw.ts';
import { readChart } from './readChart.ts';
import { readLimits } from './readLimits.ts';

test.each([
  ['make a diagram', 'Nothing to draw'],
  ['hello', 'Nothing to draw'],
  ['Hey there!', 'Nothing to draw'],
  ['zeichne mir ein Diagramm', 'Nothing to draw'],
  ['Draw me a cat', 'Pictures'],
  ['dibuja un gato', 'Pictures'],
  ['please draw me a picture of a cat', 'Pictures'],
  ['logo for my bakery', 'logos'],
  ['map of Italy with the ten biggest cities', 'maps'],
  ['animate a ball moving from left to right', 'Animations'],
  ['summarise https://example.com/report.pdf', 'Links'],
  ['write an essay about climate change', 'written'],
  ['Explain how photosynthesis works', 'answered'],
  ['what is the capital of France?', 'Questions'],
  ['2 + 2 = 4', 'Formulas'],
  ['draw a pie chart of our budget', 'Charts'],
])('draws the words of "%s", and says why', (text, why) => {
  const { objects = [], warnings = [] } = readLimits(text)?.finish() ?? {};
  expect(objects).toMatchObject([{ type: 'node' }]);
  expect(warnings).toEqual([expect.stringContaining(why)]);
  // An example of what works.
  expect(warnings[0]).toMatch(/“.+”/);
});

test('draws the values of a chart', () => {
  const drawn = (text: string) =>
    readChart(text)
      ?.finish()
      .objects.map((object) => ('text' in object ? object.text : object.type));
  expect(drawn('bar chart of sales: Jan 10, Feb 20')).toEqual(['Jan 10', 'Feb 20']);
  expect(drawn('pie chart with 60% rent and 40% food')).toEqual(['60% rent', '40% food']);
});

test.each([
  'draw a house: roof, walls, door',
  'draw the water cycle',
  'image upload flow',
  'video production process: script, shoot, edit',
  'mind map of bees',
  'user story map',
  'map of the customer journey',
  'what are the steps of onboarding?',
  'what are the advantages and disadvantages of electric cars',
  'explain the hiring process',
  'picture of our checkout flow',
  'write a SWOT analysis of our bakery',
  'write copy -> choose photos -> publish',
  'flow chart of an order',
])('leaves "%s" to the readers', (text) => expect(readLimits(text)).toBeNull());

test('leaves charts with values, and shapes, to the readers before', () => {
  expect(drawNew('bar chart of sales: Jan 10, Feb 20').objects).toHaveLength(2);
  expect(drawNew('draw a star').warnings).toEqual([expect.stringContaining('The shape of a star')]);
});
