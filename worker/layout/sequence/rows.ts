import { FRAME_TITLE_HEIGHT } from '../scene/block.ts';
import { conditionSize, labelSize, noteSize } from './columns.ts';
import { columnsOf, type Fragment, type Message, type Note, type Step } from './readSequence.ts';

/** A piece of a lifeline on which its participant is active, from top to bottom. `frame`: the fragment that it is in. */
export type Bar = { column: number; top: number; bottom: number; frame: string | null };

/** The vertical places of a sequence diagram, in pixels. */
export type Rows = {
  bars: Bar[];
  /** Where messages are drawn, and the bars that they join. */
  messages: { step: Message; y: number; from: Bar; to: Bar }[];
  notes: { step: Note; y: number; bar: Bar }[];
  fragments: { step: Fragment; top: number; bottom: number; frame: string | null }[];
  bottom: number;
};

/** Room below a row, and above and below the ends of messages on a bar, in pixels. */
const ROW_GAP = 24;
const BAR_END = 10;
const LABEL_GAP = 6;
/** Height of a bar in a fragment whose participant does nothing there, in pixels. */
const IDLE_BAR = 12;

/** Places steps below each other. */
export function rowsOf(steps: readonly Step[], top: number): Rows {
  const placer = new RowPlacer(top);
  placer.placeAll(steps, null);
  return placer.rows;
}

class RowPlacer {
  readonly rows: Rows;
  /** The bar of each column that the next message can extend. */
  readonly #open = new Map<number, Bar>();

  constructor(top: number) {
    this.rows = { bars: [], messages: [], notes: [], fragments: [], bottom: top };
  }

  placeAll(steps: readonly Step[], frame: string | null): void {
    for (const step of steps) {
      if (step.kind === 'message') this.#placeMessage(step, frame);
      else if (step.kind === 'note') this.#placeNote(step, frame);
      else this.#placeFragment(step, frame);
    }
  }

  #placeMessage(step: Message, frame: string | null): void {
    const { height } = labelSize(step);
    const isLoop = step.from === step.to;
    const y = this.rows.bottom + (isLoop || height === 0 ? BAR_END : height + LABEL_GAP);
    const below = isLoop ? Math.max(ROW_GAP, height) : 0;
    const [from, to] = [this.#barAt(step.from, y, frame), this.#barAt(step.to, y, frame)];
    for (const bar of [from, to]) bar.bottom = y + below + BAR_END;
    // A lifeline that a message passes has no bar there.
    for (let column = Math.min(step.from, step.to) + 1; column < Math.max(step.from, step.to); column += 1)
      this.#open.delete(column);
    this.rows.messages.push({ step, y, from, to });
    this.rows.bottom = y + below + ROW_GAP;
  }

  #placeNote(step: Note, frame: string | null): void {
    const { height } = noteSize(step.note);
    const y = this.rows.bottom + height / 2;
    const bar = this.#barAt(step.column, y, frame);
    bar.bottom = y + BAR_END;
    this.rows.notes.push({ step, y, bar });
    this.rows.bottom += height + ROW_GAP;
  }

  #placeFragment(step: Fragment, frame: string | null): void {
    const top = this.rows.bottom + ROW_GAP / 2;
    const { id } = step.frame;
    const entry = top + FRAME_TITLE_HEIGHT;
    const placed = { step, top, bottom: 0, frame };
    this.rows.fragments.push(placed);
    this.#open.clear();
    const idle = this.#addIdleBars(step, entry, id);
    const height = Math.max(conditionSize(step).height, idle ? IDLE_BAR : 0);
    this.rows.bottom = entry + height + (idle ? ROW_GAP : ROW_GAP / 2);
    this.placeAll(step.steps, id);
    this.#open.clear();
    placed.bottom = Math.max(this.rows.bottom, top + 2 * FRAME_TITLE_HEIGHT);
    this.rows.bottom = placed.bottom + ROW_GAP;
  }

  /** A lifeline through a fragment in which nothing happens on it has a short bar there. */
  #addIdleBars({ steps, first, last }: Fragment, top: number, frame: string): boolean {
    const busy = columnsOf(steps);
    const idle = [];
    for (let column = first; column <= last; column += 1) if (!busy.has(column)) idle.push(column);
    for (const column of idle) this.rows.bars.push({ column, top, bottom: top + IDLE_BAR, frame });
    return idle.length > 0;
  }

  #barAt(column: number, y: number, frame: string | null): Bar {
    const open = this.#open.get(column);
    if (open !== undefined) return open;
    const bar = { column, top: y - BAR_END, bottom: y + BAR_END, frame };
    this.rows.bars.push(bar);
    this.#open.set(column, bar);
    return bar;
  }
}
