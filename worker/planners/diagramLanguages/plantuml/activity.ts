import { DiagramBuilder } from '../plan/diagramBuilder.ts';
import { labelText } from '../plan/labelText.ts';
import { ActivityFlow } from './activityFlow.ts';
import { type PlantumlLine, type PlantumlSource, unquoted } from './lines.ts';

/** How a line begins, and what it does. The groups of the pattern are the arguments. */
type Rule = [
  pattern: RegExp,
  apply: (flow: ActivityFlow, first: string, second: string, third: string) => void,
];

const rules: readonly Rule[] = [
  [/^start$/i, (flow) => flow.step('Start', 'ellipse')],
  [/^(?:stop|end)$/i, (flow) => flow.stop('End')],
  [/^(?:kill|detach|break)$/i, (flow) => flow.detach()],
  [/^(?:#\w+)?:([\s\S]*)[;|<>/\]}]$/i, (flow, text) => flow.step(labelText(text))],
  [
    /^if\s*\((.*?)\)\s*(?:then|(?:is|equals)\s*\((.*?)\)\s*then)\s*(?:\((.*)\))?$/i,
    (flow, condition, is, then) => flow.openIf(labelText(condition), labelText(is || then)),
  ],
  [
    /^(?:\([^()]*\)\s*)?else ?if\s*\((.*?)\)\s*then\s*(?:\((.*)\))?$/i,
    (flow, condition, then) => flow.elseIf(labelText(condition), labelText(then)),
  ],
  [/^else\s*(?:\((.*)\))?$/i, (flow, label) => flow.nextBranch(labelText(label))],
  [/^(?:end ?if|end ?switch|end ?(?:fork|split|merge))(?:\s*\{.*\})?$/i, (flow) => flow.closeBranches()],
  [/^switch\s*\((.*)\)$/i, (flow, condition) => flow.openSwitch(labelText(condition))],
  [/^case\s*\((.*)\)$/i, (flow, label) => flow.nextBranch(labelText(label))],
  [
    /^while\s*\((.*?)\)\s*(?:is)?\s*(?:\((.*)\))?$/i,
    (flow, condition, label) => flow.openWhile(labelText(condition), labelText(label)),
  ],
  [/^end ?while\s*(?:\((.*)\))?$/i, (flow, label) => flow.closeWhile(labelText(label))],
  [
    /^repeat ?while\s*(?:\((.*?)\))?\s*(?:(?:is)?\s*\((.*?)\))?\s*(?:not\s*\((.*)\))?$/i,
    (flow, condition, yes, no) => flow.closeRepeat(labelText(condition), labelText(yes), labelText(no)),
  ],
  [/^repeat$/i, (flow) => flow.openRepeat()],
  [/^repeat\s*:(.*);$/i, (flow, text) => flow.openRepeat(labelText(text))],
  [/^(?:fork|split)$/i, (flow) => flow.openFork()],
  [/^(?:fork|split) again$/i, (flow) => flow.nextBranch('')],
  [/^-+(?:\[[^\]]*\])?-*>\s*(.*?);?$/, (flow, label) => flow.label(labelText(label))],
  [/^\|(?:#\w+\|)?([^|]+)\|(?:[^|]*)$/, (flow, lane) => flow.lane(labelText(lane))],
  [
    /^(?:partition|group|package|rectangle|card)\s+(?:#\w+\s+)?("[^"]+"|[^{]+?)\s*\{?$/i,
    (flow, title) => flow.openGroup(labelText(unquoted(title))),
  ],
  [/^(?:\}|end ?group)$/i, (flow) => flow.closeGroup()],
  [/^(?:floating )?note\s+(?:left|right)?\s*:\s*(.*)$/i, (flow, text) => flow.note(labelText(text))],
];

/** Reads the present activity syntax: steps, conditions, loops, parallel work, swim lanes. */
export function readActivity({ lines }: PlantumlSource): { builder: DiagramBuilder; unread: PlantumlLine[] } {
  const flow = new ActivityFlow(new DiagramBuilder('Activity diagram', 'flow', 'down'));
  const unread: PlantumlLine[] = [];
  for (const line of joined(lines)) {
    const found = rules
      .map(([pattern, apply]) => ({ match: pattern.exec(line.text), apply }))
      .find(({ match }) => match);
    const [, first = '', second = '', third = ''] = found?.match ?? [];
    if (found === undefined) unread.push(line);
    else found.apply(flow, first, second, third);
  }
  return { builder: flow.builder, unread };
}

/** Steps and notes of several lines as one line each. */
function joined(lines: readonly PlantumlLine[]): PlantumlLine[] {
  const result: PlantumlLine[] = [];
  let open: { at: number; parts: string[]; end: RegExp; isNote: boolean } | null = null;
  for (const { at, text } of lines) {
    if (open === null) {
      const isNote = /^(?:floating )?note\b(?!.*:)/i.test(text);
      const isStep = /^(?:#\w+)?:/.test(text) && !/[;|<>/\]}]$/.test(text);
      if (isNote) open = { at, parts: [], end: /^end ?note$/i, isNote };
      else if (isStep) open = { at, parts: [text], end: /[;|<>/\]}]$/, isNote };
      else result.push({ at, text });
      continue;
    }
    const isEnd = open.end.test(text);
    if (!isEnd || !open.isNote) open.parts.push(text);
    if (!isEnd) continue;
    const whole = open.parts.join('\\n');
    result.push({ at: open.at, text: open.isNote ? `note right : ${whole}` : whole });
    open = null;
  }
  return result;
}
