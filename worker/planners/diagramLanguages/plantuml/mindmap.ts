import type { CompletePlan } from '../../completePlan.ts';
import { labelText } from '../plan/labelText.ts';
import { mindmapPlan, type Topic } from '../plan/outline.ts';
import type { DiagramSource } from '../source/diagramSource.ts';
import { unreadLine } from '../source/unreadLine.ts';
import { type PlantumlLine, plantumlLines } from './lines.ts';

/** `** text`, `--_ text`, `+[#orange] text`: the number of marks is the level. */
const topicLine = /^(\*+|\++|-+|#+)(?:\[#[^\]]*\])?_?\s+(\S.*)$/;

/** Reads a mind map or a work breakdown structure: topics by the number of marks before them. */
export function readPlantumlMindmap(source: DiagramSource): CompletePlan | null {
  const { lines, title } = plantumlLines(source.text);
  const top: Topic = { text: '', children: [] };
  const open: { level: number; topic: Topic }[] = [{ level: 0, topic: top }];
  const warnings: string[] = [];
  for (const { at, text } of joined(lines)) {
    const [, marks = '', words] = topicLine.exec(text) ?? [];
    if (words === undefined) warnings.push(unreadLine(source, at, text, 'for example “** topic”'));
    else {
      while ((open.at(-1)?.level ?? 0) >= marks.length) open.pop();
      const topic: Topic = { text: labelText(words), children: [] };
      open.at(-1)?.topic.children.push(topic);
      open.push({ level: marks.length, topic });
    }
  }
  const plan = mindmapPlan(top.children, title || 'Mind map');
  if (plan === null) return null;
  const layout = /^\s*@startwbs/i.test(source.text) ? 'tree' : 'mindmap';
  const header = { ...plan.header, layout } as const;
  return { ...plan, header, warnings: [...warnings.slice(0, 10), ...plan.warnings] };
}

/** Topics of several lines, `**:first`, `second;`, as one line each. */
function joined(lines: readonly PlantumlLine[]): PlantumlLine[] {
  const result: PlantumlLine[] = [];
  let open: PlantumlLine | null = null;
  for (const line of lines) {
    if (/^(?:left|right) side$/i.test(line.text)) continue;
    const begins: RegExpExecArray | null = open === null ? /^([*+#-]+[^:\s]*):(.*)$/.exec(line.text) : null;
    if (open !== null) open.text += `\\n${line.text}`;
    else if (begins !== null) open = { at: line.at, text: `${begins[1]} ${begins[2]}` };
    else result.push(line);
    if (open === null || !line.text.endsWith(';')) continue;
    result.push({ ...open, text: open.text.slice(0, -1) });
    open = null;
  }
  return open === null ? result : [...result, open];
}
