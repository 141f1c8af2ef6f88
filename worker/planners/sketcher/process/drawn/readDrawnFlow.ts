import type { PlanColor, PlanShape } from '../../../../../src/canvas/model/plan.ts';
import { LOOKS } from '../../flow/drawGraph.ts';
import { withoutCommand } from '../../instruction/command.ts';
import { withoutOpening } from '../../instruction/opening.ts';
import { PlanBuilder } from '../../plan/planBuilder.ts';
import { NOUN_PHRASE, type Thing, thingOf } from '../../shapes/vocabulary.ts';
import { colorsIn } from '../../text/colors.ts';
import { hasWords } from '../../text/plain.ts';
import { hideQuotes } from '../../text/quotes.ts';

const QUOTE = '\uE000(\\d+)\uE001';
/** "a yellow diamond "Enough data?"", "a green start circle", "start with "Order comes in"". */
const SHAPE = new RegExp(
  `^(?:(?:start|begin|end|finish|it starts|it ends|followed by)(?: with| by)? ?)?(?:(?:(?:an?|the|one) )?(?:(start|end) )?${NOUN_PHRASE}(?: (?:called|named|label?led|saying|with|for|text|that says))*)? ?(?:${QUOTE})?$`,
);
/** "the start circle", "an end". */
const ROLE = /\b(start|end) (?=\S+$)/;
/** "yes to "Train model"", "no back to "Collect data"", ""A" points to "B"". */
const WAY = new RegExp(
  `^(?:${QUOTE} ?)?(?:(?:(?:if|on) )?(?<label>[^\\s\uE000]+(?: (?!goes|leads|points|loops|back|returns|arrow)[^\\s\uE000]+)?) ?:? )??(?:(?:that |which |it )?(?:goes|leads|points|pointing|loops|connects|returns|with an arrow|arrow)(?: back)? |back )?to (?:(?:the|an?) )?(?:\\S+ ){0,2}${QUOTE}(?: because .*)?$`,
  'i',
);
const BETWEEN = /[,;.\n]|->|→|\b(?:and )?(?:then|next|finally)\b/i;

type Drawn = { text: string; shape: PlanShape; color: PlanColor };
type Way = { from: string; to: string; label: string | null };

/** Draws a flow that is told by its shapes, with their texts in quotation marks; null for other texts. */
export function readDrawnFlow(written: string): PlanBuilder | null {
  const { title, body } = withoutOpening(written);
  const { text, quotes } = hideQuotes(withoutCommand(body));
  // Quotes alone are a list.
  if (quotes.length < 2 || !/\p{L}/u.test(text)) return null;
  const flow = new DrawnFlow(quotes);
  const pieces = text.split(BETWEEN).map((piece) => piece.trim().replace(/^(?:and|a) (?=\S)/i, ''));
  if (!pieces.filter(hasWords).every((piece) => flow.read(piece)) || flow.ways.length === 0) return null;
  const names = [...flow.shapes.keys()];
  const plan = new PlanBuilder(title || `${names[0]} → ${names.at(-1)}`, 'flow');
  const ids = new Map([...flow.shapes].map(([name, { text, ...look }]) => [name, plan.node(text, look)]));
  for (const { from, to, label } of flow.ways) plan.edge(ids.get(from) ?? '', ids.get(to) ?? '', { label });
  return plan;
}

class DrawnFlow {
  readonly shapes = new Map<string, Drawn>();
  readonly ways: Way[] = [];
  readonly #quotes: readonly string[];
  #last: string | null = null;
  #question: string | null = null;

  constructor(quotes: readonly string[]) {
    this.#quotes = quotes;
  }

  /** Reads a shape, or a way from one to another; false for other texts. */
  read(piece: string): boolean {
    return this.#readWay(piece) || this.#readShape(piece);
  }

  #readWay(piece: string): boolean {
    const match = WAY.exec(piece);
    if (match === null) return false;
    const [, start, , end] = match;
    const { label = null } = match.groups ?? {};
    const from = start === undefined ? (label === null ? this.#last : this.#question) : this.#named(start);
    if (from === null) return false;
    const isNew = !this.shapes.has(this.#quotes[Number(end)] ?? '');
    const to = this.#named(end ?? '');
    this.ways.push({ from, to, label });
    if (isNew) this.#last = to;
    return true;
  }

  #readShape(written: string): boolean {
    const piece = written.toLowerCase();
    const [, role, , adjectives = '', noun, , quote] = SHAPE.exec(piece.replace(ROLE, '')) ?? [];
    const said = role ?? ROLE.exec(piece)?.[1];
    const text = quote === undefined ? said : this.#quotes[Number(quote)];
    if (text === undefined) return false;
    const before = this.#last;
    this.#add(text, noun === undefined ? null : thingOf(noun), colorsIn(adjectives)[0]);
    if (before !== null) this.ways.push({ from: before, to: text, label: null });
    return true;
  }

  #named(quote: string): string {
    const text = this.#quotes[Number(quote)] ?? '';
    if (!this.shapes.has(text)) this.#add(text, null, undefined);
    return text;
  }

  #add(text: string, thing: Thing | null, color: PlanColor | undefined): void {
    const look = LOOKS[/[?？]$/.test(text) ? 'decision' : 'step'];
    const isShape = thing !== null && thing !== 'frame' && thing !== 'hub' && thing !== 'unknown shape';
    this.shapes.set(text, { text, shape: isShape ? thing : look.shape, color: color ?? look.color });
    this.#last = text;
    if (this.shapes.get(text)?.shape === 'diamond') this.#question = text;
  }
}
