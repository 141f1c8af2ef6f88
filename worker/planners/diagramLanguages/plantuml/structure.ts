import { DiagramBuilder } from '../plan/diagramBuilder.ts';
import { labelText } from '../plan/labelText.ts';
import { type PlantumlLine, type PlantumlSource, unquoted } from './lines.ts';

/** Reads one line of a type of diagram; false if it can't. */
export type LineReader = (text: string, structure: Structure) => boolean;

/** What component, class and state diagrams share: groups in braces, notes, and lines that are not read. */
export class Structure {
  readonly builder: DiagramBuilder;
  readonly unread: PlantumlLine[] = [];
  readonly #open: (string | null)[] = [];
  /** The note whose lines follow, until `end note`. */
  #note: { of: string; lines: string[] } | null = null;
  readonly #notes: { of: string; text: string }[] = [];

  /** Classes and states lead where there is room, unless the source says `left to right direction`. */
  constructor(title: string, layout: 'flow' | 'class' | 'state', { isHorizontal }: PlantumlSource) {
    const direction = layout === 'flow' ? 'down' : null;
    this.builder = new DiagramBuilder(title, layout, isHorizontal ? 'right' : direction);
  }

  /** The innermost open group. */
  get parent(): string | null {
    return this.#open.findLast((name) => name !== null) ?? null;
  }

  /** Opens a frame. */
  openGroup(name: string, title: string): void {
    this.builder.frame(name, title, this.parent);
    this.#open.push(name);
  }

  /**
   * Reads the lines. Where they are read twice, the first time for what they declare and the second for what joins it,
   * the second time counts.
   */
  read(lines: readonly PlantumlLine[], readLine: LineReader): this {
    for (const list of [this.unread, this.#open, this.#notes]) list.length = 0;
    for (const line of lines) {
      const { text } = line;
      if (this.#readNote(text)) continue;
      if (text === '}' && !readLine(text, this)) this.#open.pop();
      else if (text !== '}' && !readLine(text, this) && !/^(?:--|\|\||together)/.test(text)) {
        this.unread.push(line);
        // Its closing brace belongs to it.
        if (text.endsWith('{')) this.#open.push(null);
      }
    }
    return this;
  }

  #readNote(text: string): boolean {
    if (this.#note !== null) {
      if (/^end ?note$/i.test(text)) {
        this.#notes.push({ of: this.#note.of, text: this.#note.lines.join('\n') });
        this.#note = null;
      } else this.#note.lines.push(text);
      return true;
    }
    const [whole, of = '', content] =
      /^note\s+(?:left|right|top|bottom)\s+of\s+("[^"]+"|\[[^\]]+\]|[^\s:#]+)[^:]*(?::\s*(.*))?$/i.exec(
        text,
      ) ?? [];
    if (whole !== undefined) {
      if (content === undefined) this.#note = { of: nameOf(of), lines: [] };
      else this.#notes.push({ of: nameOf(of), text: content });
      return true;
    }
    const [, shown, name] = /^note\s+"([^"]+)"\s+as\s+(\S+)/i.exec(text) ?? [];
    if (shown === undefined || name === undefined) return false;
    this.builder.node(name, labelText(shown), { shape: 'sticky', color: 'yellow', parent: this.parent });
    return true;
  }

  /** Adds the notes that hang on something: called when everything else is there. */
  addNotes(): this {
    for (const [at, { of, text }] of this.#notes.entries()) {
      this.builder.node(`note ${at}`, labelText(text), { shape: 'sticky', color: 'yellow' });
      this.builder.edge(of, `note ${at}`, { dashed: true, ends: 'none' });
    }
    return this;
  }
}

/** A name without the marks around it: `[Web]`, `(Pay)`, `:User:`, `"Web"`. */
export function nameOf(text: string): string {
  return unquoted(text)
    .replace(/^\[([^\]]*)\]$|^\(([^)]*)\)$|^:([^:]*):$/, '$1$2$3')
    .trim();
}
