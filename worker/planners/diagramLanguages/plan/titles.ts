import { cutText } from '../../../../src/canvas/model/cutText.ts';
import { plainText } from '../../../../src/canvas/model/plainText.ts';
import type { CompletePlan } from '../../completePlan.ts';
import { contentTitle } from './contentTitle.ts';

/** Titles that the readers give to sources without one of their own. */
const genericTitles: ReadonlySet<string> = new Set([
  ...['Flowchart', 'Graph', 'Activity diagram', 'Sequence diagram', 'State diagram', 'Class diagram'],
  ...[
    'Data model',
    'Database schema',
    'Mind map',
    'Overview',
    'Data',
    'Table',
    'Tasks',
    'Board',
    'Org chart',
  ],
  ...['Timeline', 'Project plan', 'User journey', 'Pie chart'],
]);

/** Longest title that is not from the source, in characters. */
const maxLength = 60;

/** The plan of a file: a source without a title has the name of its file, without the ending. */
export function titledByFile(plan: CompletePlan, fileName: string | null): CompletePlan {
  return withTitle(plan, (fileName ?? '').replace(/\.\w+$/, ''));
}

/** The plan of a source, with a title for one that has none of its own; where it is `''`, a name from its content. */
export function withTitle(plan: CompletePlan, title: string): CompletePlan {
  if (!genericTitles.has(plan.header.title)) return plan;
  const name = cutText(plainText(title), maxLength) || contentTitle(plan);
  if (name === null) return plan;
  return { ...plan, header: { ...plan.header, title: name } };
}
