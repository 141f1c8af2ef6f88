import { DiagramBuilder } from '../plan/diagramBuilder.ts';
import { labelText } from '../plan/labelText.ts';
import { type PlantumlLine, type PlantumlSource, unquoted } from './lines.ts';

const end = String.raw`\(\*\)|"[^"]*"|={2,3}[\w ]+={2,3}|[\p{L}\p{N}_]+`;
/** `"A" --> [label] "B" as b`; the first step is absent when the last one goes on. */
const link = new RegExp(
  String.raw`^(${end})?\s*-[\w-]*>\s*(?:\[([^\]]*)\]\s*)?(${end})(?:\s+as\s+([\p{L}\p{N}_]+))?$`,
  'u',
);
/** `if "condition" then`, also behind an arrow or a label. */
const condition = /^(?:-[\w-]*>\s*)?(?:\[([^\]]*)\]\s*)?if\s+(?:"([^"]*)"|(\S.*?))(?:\s+then)?$/i;

/** Reads the old activity syntax: `(*) --> "First step"`, `if "…" then`, `else`, `endif`. */
export function readOldActivity({ lines, isHorizontal }: PlantumlSource) {
  const flow = new OldActivity(isHorizontal ? 'right' : 'down');
  const unread: PlantumlLine[] = lines.filter(({ text }) => !flow.read(text));
  return { builder: flow.builder, unread };
}

class OldActivity {
  readonly builder: DiagramBuilder;
  readonly #questions: string[] = [];
  #last: string | null = null;

  constructor(direction: 'right' | 'down') {
    this.builder = new DiagramBuilder('Activity diagram', 'flow', direction);
  }

  /** Reads a line; false if it can't. */
  read(text: string): boolean {
    if (/^(?:then|\})$|^partition\b/i.test(text)) return true;
    if (/^else$/i.test(text)) this.#last = this.#questions.at(-1) ?? null;
    else if (/^end ?if$/i.test(text)) this.#questions.pop();
    else return this.#readCondition(text) || this.#readLink(text);
    return true;
  }

  #readCondition(text: string): boolean {
    const [whole, label = '', quoted, words = ''] = condition.exec(text) ?? [];
    if (whole === undefined) return false;
    const name = `question ${text}`;
    this.builder.node(name, labelText(quoted ?? words), { shape: 'diamond', color: 'yellow' });
    this.#follow(name, label);
    this.#questions.push(name);
    return true;
  }

  #readLink(text: string): boolean {
    const [, from, label = '', to, alias] = link.exec(text) ?? [];
    if (to === undefined) return false;
    if (from !== undefined) this.#last = this.#step(from, undefined, 'Start');
    this.#follow(this.#step(to, alias, 'End'), label);
    return true;
  }

  #follow(name: string, label: string): void {
    if (this.#last !== null) this.builder.edge(this.#last, name, { label: labelText(label) });
    this.#last = name;
  }

  /** Adds a step unless there is one of its name. `(*)` is the start before an arrow, and the end behind it. */
  #step(text: string, alias: string | undefined, point: string): string {
    const isPoint = text === '(*)';
    const shown = isPoint ? point : unquoted(text).replace(/^={2,3}\s*|\s*={2,3}$/g, '');
    const name = alias ?? shown;
    this.builder.node(
      name,
      labelText(shown),
      isPoint ? { shape: 'ellipse', color: 'green' } : { color: 'blue' },
    );
    return name;
  }
}
