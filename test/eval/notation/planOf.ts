import {
  type Plan,
  type PlanColor,
  type PlanNode,
  type PlanObject,
  type PlanShape,
  planColor,
  planHeader,
} from '../../../src/canvas/model/plan.ts';

/**
 * Reads a plan in a short notation, one line each:
 *
 * ```
 * flow right: Title
 * [Frame] First; <Question?>     a frame with its contents
 *   [Inner] {Note #yellow}       a frame in the frame above it, by indentation
 *   Second                       more contents of that frame
 * First -> <Question?> -> (End): yes
 * First --> Second               dashed
 * Order | id, date | place()     compartments with a line for each part
 * ```
 *
 * `<decision>`, `(ellipse)`, `{sticky}`, `"heading"`; else a rectangle, on a board a sticky. `#red` colours. Connectors
 * join what is called so, and add what is not there yet. @throws Error for a line that is none of these
 */
export function planOf(notation: string): Plan {
  const [first = '', ...lines] = notation.split('\n');
  const [, layout, direction, title] = /^(\w+)(?: (\w+))?: (.*)$/.exec(first) ?? [];
  const header = planHeader.parse({ layout, direction: direction ?? null, title });
  const reader = new PlanReader(header.layout === 'kanban' || header.layout === 'swot' ? 'sticky' : 'rect');
  for (const line of lines) reader.read(line);
  return { ...header, objects: reader.objects };
}

const marks: readonly [RegExp, PlanShape][] = [
  [/^<(.*)>$/, 'diamond'],
  [/^\((.*)\)$/, 'ellipse'],
  [/^\{(.*)\}$/, 'sticky'],
  [/^"(.*)"$/, 'text'],
];

class PlanReader {
  readonly #frames: PlanObject[] = [];
  readonly #nodes: PlanNode[] = [];
  readonly #edges: PlanObject[] = [];
  /** Frames around the line that is read, with their indentation. */
  #open: { indentation: number; id: string }[] = [];
  readonly #ids = new Map<string, string>();
  readonly #usual: PlanShape;

  constructor(usual: PlanShape) {
    this.#usual = usual;
  }

  get objects(): PlanObject[] {
    return [...this.#frames, ...this.#nodes, ...this.#edges];
  }

  read(line: string): void {
    const indentation = line.length - line.trimStart().length;
    const text = line.trim();
    this.#open = this.#open.filter((frame) => frame.indentation < indentation);
    const frame = /^\[([^\]]*)\](.*)$/.exec(text);
    if (frame) this.#readFrame(frame[1] ?? '', frame[2] ?? '', indentation);
    else if (/ --?> /.test(text)) for (const chain of text.split('; ')) this.#readChain(chain);
    else this.#addAll(text);
  }

  #readFrame(title: string, contents: string, indentation: number): void {
    const id = `f${this.#frames.length + 1}`;
    const { text } = withColor(title);
    const slot = /^(strengths|weaknesses|opportunities|threats)$/i.test(text) ? text.toLowerCase() : null;
    this.#frames.push({ type: 'frame', id, title: text, parent: this.#open.at(-1)?.id ?? null, slot });
    if (!this.#ids.has(text)) this.#ids.set(text, id);
    this.#open.push({ indentation, id });
    this.#addAll(contents);
  }

  #addAll(texts: string): void {
    for (const text of texts.split(';')) if (text.trim() !== '') this.#add(text.trim());
  }

  #add(marked: string): string {
    const [name = '', ...compartments] = marked.split(' | ');
    const { shape, text, color } = unmark(name.trim());
    const id = `n${this.#nodes.length + 1}`;
    this.#nodes.push({
      ...{ type: 'node', id, shape: shape ?? this.#usual, text, color },
      ...{ parent: this.#open.at(-1)?.id ?? null, order: null },
      compartments:
        compartments.length === 0 ? null : compartments.map((each) => each.replaceAll(', ', '\n')),
    });
    if (!this.#ids.has(text)) this.#ids.set(text, id);
    return id;
  }

  #readChain(chain: string): void {
    const [, path = '', label] = /^(.*?)(?:: (.*))?$/s.exec(chain) ?? [];
    const parts = path.split(/ (--?>) /);
    for (let at = 0; at + 2 < parts.length; at += 2) {
      const [from = '', arrow, to = ''] = parts.slice(at, at + 3);
      const isLast = at + 3 === parts.length;
      this.#edges.push({
        ...{ type: 'edge', id: `e${this.#edges.length + 1}`, from: this.#idOf(from), to: this.#idOf(to) },
        ...{ label: isLast ? (label ?? null) : null, style: arrow === '-->' ? 'dashed' : null },
      });
    }
  }

  #idOf(marked: string): string {
    return this.#ids.get(unmark(marked.trim()).text) ?? this.#add(marked.trim());
  }
}

function withColor(marked: string): { text: string; color: PlanColor | null } {
  const [, text = '', color = ''] = /^(.*?)(?: #(\w+))?$/s.exec(marked) ?? [];
  return { text: text.trim(), color: color === '' ? null : planColor.parse(color) };
}

function unmark(marked: string): { shape: PlanShape | null; text: string; color: PlanColor | null } {
  for (const [mark, shape] of marks) {
    const inner = mark.exec(marked)?.[1];
    if (inner !== undefined) return { shape, ...withColor(inner) };
  }
  return { shape: null, ...withColor(marked) };
}
