import type { Instructions } from '../case.ts';

/**
 * Requests that can't be met are refused with a reason; a text that is no request but has words of its own gets a modest,
 * literal canvas.
 */
export const limits: Instructions = {
  'cannot: bar chart': [
    'bar chart of sales: Jan 10, Feb 20, Mar 15',
    { texts: '~Jan 10; ~Feb 20; ~Mar 15', warning: '~chart', others: 2 },
  ],
  'cannot: pie chart': [
    'draw a pie chart with 60% rent, 30% food, 10% fun',
    { texts: '~rent 60 | ~60 rent; ~food 30 | ~30 food; ~fun 10 | ~10 fun', warning: '~chart', others: 2 },
  ],
  'cannot: image': [
    'insert a photo of our office and our logo in the top right corner',
    { warning: '~image | ~picture | ~photo', count: { object: [0, 2] }, others: 2 },
  ],
  'cannot: rotate': [
    'a box "Sale" rotated by 45 degrees',
    { texts: 'Sale', count: { object: 1 }, warning: '~rotat' },
  ],
  'cannot: font': [
    'Write "Welcome" in Comic Sans, bold, 72 pt',
    { texts: 'Welcome', count: { object: 1 }, warning: '~font | ~text size' },
  ],
  'cannot: animation': [
    'animate a ball moving from left to right',
    { warning: '~animat', count: { object: [0, 2] }, others: 2 },
  ],
  'cannot: portrait': ['draw a cat', { texts: '~cat', count: { object: [1, 2] }, others: 1 }],
  'cannot: exact sizes': [
    'a rectangle 300 by 200 pixels with the text Door',
    { texts: 'Door', count: { object: 1 }, warning: '~size' },
  ],
  'cannot: map': [
    'map of Italy with the ten biggest cities',
    { count: { object: [1, 3] }, others: 3, texts: '~Italy' },
  ],
  'cannot: url': [
    'summarise https://example.com/annual-report.pdf as a mind map',
    { warning: '~link | ~page | ~open | ~read', count: { object: [1, 4] }, others: 4 },
  ],
  'cannot: logo': ['logo for my bakery', { texts: '~logo bakery', count: { object: 1 }, warning: '~logo' }],
  'cannot: essay': [
    'write an essay about climate change',
    { texts: '~essay climate change', count: { object: 1 }, warning: '~written' },
  ],
  'cannot: three dimensions': [
    '3d model of a house',
    { texts: '~house', count: { object: 1 }, warning: '~3d' },
  ],
  'cannot: line chart': [
    'line chart of visitors: 2024 100, 2025 140, 2026 210',
    { texts: '~2024 100; ~2025 140; ~2026 210', warning: '~chart', others: 1 },
  ],
  'cannot: how many': [
    'how many people live in Berlin?',
    { texts: '~people Berlin', count: { object: 1 }, warning: '~question' },
  ],
  'cannot: emoji face': ['smiley face :)', { count: { object: [1, 2] }, others: 2 }],
  'nonsense: keys': ['asdf jkl qwertz', { texts: 'asdf jkl qwertz', count: { object: 1 } }],
  'nonsense: question': [
    'what is the capital of france?',
    { texts: '~capital france', count: { object: [1, 2] }, others: 1 },
  ],
  'nonsense: feelings': [
    "i don't know what to do today",
    { texts: '~know what today', count: { object: [1, 2] }, others: 1 },
  ],
  'nonsense: greeting': ['hi', { texts: 'hi', count: { object: 1 } }],
  'nonsense: single letters': ['a b c', { texts: 'a b c | a', count: { object: [1, 3] }, others: 2 }],
  'nonsense: math': ['2 + 2 = 4', { texts: '2 + 2 = 4', count: { object: 1 } }],
  'nonsense: test': ['test', { texts: 'test', count: { object: 1 } }],
  'nonsense: greeting and more': ['hey there', { texts: 'hey there', count: { object: 1 } }],
  'topic: ideas': [
    'ideas for a team event',
    { texts: 'ideas for a team event', count: { object: 1 }, warning: '~belongs' },
  ],
  'topic: birthday': [
    "ideas for mum's 60th birthday",
    { texts: '~birthday', count: { object: 1 }, warning: '~belongs' },
  ],
  'topic: drawn': [
    'draw the water cycle',
    { texts: 'water cycle', count: { object: 1 }, warning: '~belongs' },
  ],
  'topic: spanish': ['dibuja un gato', { texts: 'gato', count: { object: 1 }, warning: '~picture' }],
  'topic: a diagram': ['make a diagram', { texts: 'diagram', count: { object: 1 }, warning: '~parts' }],
  'cannot: explain': [
    'explain how photosynthesis works',
    { texts: '~photosynthesis', count: { object: 1 }, warning: '~answered' },
  ],
  'cannot: wireframe': [
    'wireframe of a login page',
    { texts: '~wireframe login page', count: { object: 1 }, warning: '~drawn' },
  ],
  'empty: pyramid': ['maslow pyramid', { count: { frame: 5, object: 5 }, warning: '~sections empty' }],
  'empty: porter': ['5 forces of the coffee market', { count: { frame: 5, object: 5 } }],
  'empty: family tree': ['family tree', { absent: 'chief executive', warning: '~boxes empty' }],
  'plain: sentence': [
    'The quick brown fox jumps over the lazy dog.',
    { texts: '~quick brown fox', count: { object: [1, 2] }, others: 1 },
  ],
  'plain: reminder': [
    'remember to water the plants on sunday',
    { texts: '~water plants sunday', count: { object: [1, 2] }, others: 1 },
  ],
};
