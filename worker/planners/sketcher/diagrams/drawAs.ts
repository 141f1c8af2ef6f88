import type { PlanLayout } from '../../../../src/canvas/model/plan.ts';
import type { CompletePlan } from '../../completePlan.ts';
import { textsIn } from '../literal/withoutLosses.ts';
import { losesContent } from '../text/lostContent.ts';
import { isMarked } from '../text/outline.ts';
import { hasWords } from '../text/plain.ts';
import { drawNew } from './draw.ts';

/** Names of the kinds as texts give them: a name at the begin of a text makes the sketcher read it as that kind. */
const kindTitles: Record<PlanLayout, string> = {
  flow: 'Flow',
  tree: 'Org chart',
  kanban: 'Kanban',
  swot: 'SWOT',
  mindmap: 'Mind map',
  timeline: 'Timeline',
  grid: 'Comparison',
  ring: 'Cycle',
  sequence: 'Sequence diagram',
  state: 'State diagram',
  class: 'Class diagram',
};

/** What a text has to hold to be read as a kind, as an example. */
const kindExamples: Record<PlanLayout, string> = {
  flow: 'Draft, review, publish',
  tree: 'Director: design, engineering',
  kanban: 'To do: paint, sand; Done: clean',
  swot: 'Strengths: fair; Weaknesses: slow; Opportunities: schools; Threats: rain',
  mindmap: 'Conference: venue, speakers, tickets',
  timeline: 'January research, February design',
  grid: 'Bike vs car; cost: low, high',
  ring: 'rain, river, sea',
  sequence: 'User asks app for report, app queries database',
  state: 'from open to closed on close',
  class: 'User has many posts. User: id, name',
};

/** A text with a heading and one list below it: "Launch plan: landing page, mail". */
const HEADED = /^([^:：\n.,;!?]{1,60})[:：]\s*([^:：]+)$/u;
/** A first line without a colon, and several lines below it. */
const TITLED = /^([^:：\n]{1,60})\n\s*([^\n]+\n.+)$/su;
/** What a line below a title has: the mark of a list, or the name of a section. */
const SECTION = /^[^:：\n]{1,60}[:：]\s*\S/u;

/**
 * Draws plain text (see `plainText`) as a new diagram of the kind that the user has chosen. A text that can't be read
 * as that kind is drawn as what it is, with a warning.
 */
export function drawAs(text: string, kind: PlanLayout): CompletePlan {
  const usual = drawNew(text);
  if (usual.header.layout === kind) return usual;
  for (const { title, named } of withKind(text, kindTitles[kind])) {
    const plan = drawNew(named);
    if (plan.header.layout !== kind || losesContent(text, textsIn(plan))) continue;
    const { header } = plan;
    return header.title === title ? { ...plan, header: { ...header, title: usual.header.title } } : plan;
  }
  return { ...usual, warnings: [unreadAs(kind), ...usual.warnings] };
}

/** Ways to name a kind in a text, the best first, with the title that has the name of the kind then. */
function withKind(text: string, name: string): { title: string; named: string }[] {
  const [, heading, list] = HEADED.exec(text) ?? titledLines(text) ?? [];
  const headed = { title: `${heading} ${name}`, named: `${heading} ${name}: ${list}` };
  const others = [
    { title: name, named: `${name}: ${text}` },
    { title: name, named: `${name}\n${text}` },
  ];
  return heading === undefined ? others : [headed, ...others];
}

/** A title above a list or sections; above lines like itself, the first line is one of them. */
function titledLines(text: string): RegExpExecArray | null {
  const parts = isMarked(text) ? null : TITLED.exec(text);
  const lines = parts?.[2]?.split('\n').filter(hasWords) ?? [];
  const isTitle = lines.filter((line) => isMarked(line) || SECTION.test(line)).length * 2 > lines.length;
  return isTitle ? parts : null;
}

const unreadAs = (kind: PlanLayout): string =>
  `This text could not be read as the chosen kind of diagram, so it was drawn as what it is. Write it like “${kindExamples[kind]}”.`;
