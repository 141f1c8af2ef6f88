import { DiagramBuilder, type EdgeOptions } from './diagramBuilder.ts';

/**
 * A sequence diagram as a flow: participants are nodes in a row, messages are numbered edges in their order. The
 * label of a message names the innermost block that it is in, such as `3. [else: no stock] refuse`.
 */
export class SequenceBuilder {
  readonly builder: DiagramBuilder;
  readonly #blocks: string[] = [];
  #messages = 0;
  #notes = 0;

  constructor(title: string) {
    this.builder = new DiagramBuilder(title, 'flow', 'right');
  }

  participant(name: string, text: string, isPerson = false): void {
    this.builder.node(name, text, { shape: isPerson ? 'ellipse' : 'rect' });
  }

  message(from: string, to: string, text: string, options: EdgeOptions = {}): void {
    this.#messages += 1;
    const block = this.#blocks.at(-1);
    const label = [`${this.#messages}.`, block === undefined ? '' : `[${block}]`, text].filter(
      (part) => part !== '',
    );
    this.builder.edge(from, to, { ...options, label: label.join(' ') });
  }

  note(participant: string, text: string): void {
    if (text === '') return;
    this.#notes += 1;
    const name = `note ${this.#notes}`;
    this.builder.node(name, text, { shape: 'sticky', color: 'yellow' });
    this.builder.edge(participant, name, { dashed: true });
  }

  /** Opens a block such as `alt` or `loop`. */
  open(kind: string, condition: string): void {
    this.#blocks.push(condition === '' ? kind : `${kind}: ${condition}`);
  }

  /** Goes on to the next part of the innermost block, such as `else`. */
  next(kind: string, condition: string): void {
    this.close();
    this.open(kind, condition);
  }

  close(): void {
    this.#blocks.pop();
  }
}
