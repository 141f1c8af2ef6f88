import type { PlanColor } from '../../../../src/canvas/plan.ts';
import type { SketchRequest } from '../reading/request.ts';
import { Sketch } from '../sketch.ts';
import { cardsOf } from './board.ts';

type Stage = { title: string; cards: readonly string[] };

const usual: readonly Stage[] = [
  { title: 'Discover', cards: ['Hears of it from a friend', 'Curious', 'Say in one line what it does'] },
  {
    title: 'Consider',
    cards: ['Compares with alternatives', 'Unsure about the price', 'Show prices and examples'],
  },
  { title: 'Begin', cards: ['Signs up and looks around', 'Impatient', 'Lead to a first success in minutes'] },
  { title: 'Use', cards: ['Comes back for daily work', 'Confident', 'Offer shortcuts'] },
  { title: 'Recommend', cards: ['Tells others', 'Proud', 'Make sharing easy'] },
];
const LINES: readonly { name: string; color: PlanColor; question: string }[] = [
  { name: 'Does', color: 'blue', question: 'What happens here?' },
  { name: 'Feels', color: 'pink', question: 'How does it feel?' },
  { name: 'Improve', color: 'green', question: 'What would help?' },
];

/** A column for each stage of a journey: what people do, how they feel, what would help them. */
export function drawJourney(request: SketchRequest): Sketch {
  const sketch = new Sketch(request.title || 'User journey', 'kanban');
  if (request.items.length === 0) sketch.warn('No stages were given: the journey shows usual ones.');
  const stages =
    request.items.length === 0
      ? usual
      : request.items.map((item) => ({ title: item.text, cards: cardsOf(item.children) }));
  const frames = stages.map((stage) => ({ stage, id: sketch.frame(stage.title) }));
  for (const { stage, id } of frames) {
    const given = stage.cards.length > 0 && request.items.length > 0;
    if (given) {
      for (const card of stage.cards) sketch.node(card, { shape: 'sticky', color: 'blue', parent: id });
      continue;
    }
    for (const [at, line] of LINES.entries()) {
      sketch.node(`${line.name}: ${stage.cards[at] ?? line.question}`, {
        shape: 'sticky',
        color: line.color,
        parent: id,
      });
    }
  }
  return sketch;
}
