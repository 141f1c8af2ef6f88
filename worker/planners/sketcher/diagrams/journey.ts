import type { PlanColor } from '../../../../src/canvas/model/plan.ts';
import { PlanBuilder } from '../plan/planBuilder.ts';
import type { SketchRequest } from '../reading/request.ts';
import { cardsOf } from './board.ts';

type Stage = { title: string; cards: readonly string[] };

/** What usually happens at a stage: what people do, how they feel, what would help. */
const STAGES: readonly (Stage & { names: RegExp })[] = [
  {
    title: 'Discover',
    names: /discover|aware|hear|find|learn about|need/i,
    cards: ['Hears of it from a friend', 'Curious', 'Say in one line what it does'],
  },
  {
    title: 'Consider',
    names: /consider|compar|research|evaluat|choose|browse|search|book/i,
    cards: ['Compares with alternatives', 'Unsure about the price', 'Show prices and examples'],
  },
  {
    title: 'Begin',
    names: /begin|start|sign|regist|onboard|set ?up|install|arriv|first/i,
    cards: ['Signs up and looks around', 'Impatient', 'Lead to a first success in minutes'],
  },
  {
    title: 'Buy',
    names: /buy|purchase|pay|order|check ?out|subscri/i,
    cards: ['Enters details and pays', 'Cautious', 'Show all costs before the last step'],
  },
  {
    title: 'Receive',
    names: /receiv|deliver|unbox|unpack|wait/i,
    cards: ['Waits, then opens the parcel', 'Excited', 'Keep informed until it is there'],
  },
  {
    title: 'Use',
    names: /\buse|using|daily|retain|return|engage|visit|stay/i,
    cards: ['Comes back for daily work', 'Confident', 'Offer shortcuts'],
  },
  {
    title: 'Get help',
    names: /help|support|problem|issue|complain|service/i,
    cards: ['Looks for an answer', 'Frustrated', 'Answer within the hour'],
  },
  {
    title: 'Recommend',
    names: /recommend|share|advoca|loyal|review|refer/i,
    cards: ['Tells others', 'Proud', 'Make sharing easy'],
  },
];
const USUAL = ['Discover', 'Consider', 'Begin', 'Use', 'Recommend'];

const LINES: readonly { name: string; color: PlanColor; question: string }[] = [
  { name: 'Does', color: 'blue', question: 'What happens here?' },
  { name: 'Feels', color: 'pink', question: 'How does it feel?' },
  { name: 'Improve', color: 'green', question: 'What would help?' },
];

/** A column for each stage of a journey: what people do, how they feel, what would help them. */
export function drawJourney(request: SketchRequest): PlanBuilder {
  const plan = new PlanBuilder(request.title || 'User journey', 'kanban');
  if (request.items.length === 0) plan.warn('No stages given, so these are typical ones.');
  const stages =
    request.items.length === 0
      ? STAGES.filter((stage) => USUAL.includes(stage.title))
      : request.items.map((item) => ({ title: item.text, cards: cardsOf(item.children) }));
  const frames = stages.map((stage) => ({ stage, id: plan.frame(stage.title) }));
  for (const { stage, id } of frames) {
    const given = stage.cards.length > 0 && request.items.length > 0;
    const usual = STAGES.find((known) => known.names.test(stage.title));
    if (given) {
      for (const card of stage.cards) plan.node(card, { shape: 'sticky', color: 'blue', parent: id });
      continue;
    }
    for (const [at, line] of LINES.entries()) {
      plan.node(`${line.name}: ${usual?.cards[at] ?? line.question}`, {
        shape: 'sticky',
        color: line.color,
        parent: id,
      });
    }
  }
  return plan;
}
