import { expect, test } from 'vitest';
import { readLimits } from './readLimits.ts';

/** The texts that are drawn, and the warning. */
function drawn(text: string) {
  const plan = readLimits(text)?.finish();
  const texts = plan?.objects.map((object) => ('text' in object ? object.text : object.type));
  return plan === undefined ? null : { texts, warning: plan.warnings.join() };
}

test.each([
  ['please draw me a picture of a cat', 'Picture of a cat', 'Pictures'],
  ['logo for my bakery', 'Logo for my bakery', 'logos'],
  ['map of Italy with the ten biggest cities', 'Map of Italy with the ten biggest cities', 'maps'],
  ['animate a ball moving from left to right', 'Animate a ball moving from left to right', 'Animations'],
  ['summarise https://example.com/report.pdf', 'Summarise https://example.com/report.pdf', 'Links'],
  ['write an essay about climate change', 'Write an essay about climate change', 'written'],
  ['what is the capital of France?', 'What is the capital of France?', 'Questions'],
  ['2 + 2 = 4', '2 + 2 = 4', 'Formulas'],
])('draws the words of "%s" and says what can’t be done', (text, words, what) => {
  const wish = drawn(text);
  expect(wish?.texts).toEqual([words]);
  expect(wish?.warning).toContain(what);
  // An example of what works.
  expect(wish?.warning).toMatch(/“.+”/);
});

test('draws the values of a chart', () => {
  expect(drawn('bar chart of sales: Jan 10, Feb 20')?.texts).toEqual(['Jan 10', 'Feb 20']);
  expect(drawn('pie chart with 60% rent and 40% food')?.texts).toEqual(['60% rent', '40% food']);
});

test.each([
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
])('leaves "%s" to other readers', (text) => expect(drawn(text)).toBeNull());
