import { DiagramBuilder, type EdgeOptions } from './diagramBuilder.ts';

/**
 * A sequence diagram: participants are nodes, messages edges in their order. Blocks such as `alt` are frames that
 * messages name as their parent; a part of one, such as `else`, is a frame of its own.
 */
export class SequenceBuilder {
  readonly builder: DiagramBuilder;
  readonly #blocks: string[] = [];
  #opened = 0;
  #notes = 0;

  constructor(title: string) {
    this.builder = new DiagramBuilder(title, 'sequence');
  }

  /** Adds a participant, unless there is one of this name. `group`: the title of a box around participants. */
  participant(name: string, text: string, { isPerson = false, group = '' } = {}): void {
    const parent = group === '' ? null : `group ${group}`;
    if (parent !== null) this.builder.frame(parent, group);
    this.builder.node(name, text, { shape: isPerson ? 'ellipse' : 'rect', parent });
  }

  message(from: string, to: string, text: string, options: EdgeOptions = {}): void {
    this.builder.edge(from, to, { ...options, label: text, parent: this.#block });
  }

  note(participant: string, text: string): void {
    if (text === '') return;
    this.#notes += 1;
    const name = `note ${this.#notes}`;
    this.builder.node(name, text, { shape: 'sticky', color: 'yellow', parent: this.#block });
    this.builder.edge(participant, name, { dashed: true, ends: 'none', parent: this.#block });
  }

  /** Opens a block such as `alt` or `loop`. */
  open(kind: string, condition: string): void {
    this.#opened += 1;
    const name = `block ${this.#opened}`;
    this.builder.frame(name, condition === '' ? kind : `${kind}: ${condition}`, this.#block);
    this.#blocks.push(name);
  }

  /** Goes on to the next part of the innermost block, such as `else`. */
  next(kind: string, condition: string): void {
    this.close();
    this.open(kind, condition);
  }

  close(): void {
    this.#blocks.pop();
  }

  get #block(): string | null {
    return this.#blocks.at(-1) ?? null;
  }
}
