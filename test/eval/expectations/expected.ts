import type { PlanColor, PlanShape } from '../../../src/canvas/model/plan.ts';

/**
 * A text that is looked for. Case, punctuation and articles don't matter, and the first line of a longer text is enough.
 * `a | b` accepts either. `~words` accepts any short text that has every word of the pattern, in any form that begins
 * with it: `~check addr` matches "Address is checked". `=text` is that text, whatever characters it has.
 */
export type Pattern = string;

/** Patterns separated by `;`, or as an array where a text has a `;` of its own. */
export type List = string | readonly Pattern[];

/**
 * Connectors: `A -> B -> C: label; B -- D`, where `--` is a connector in either direction and a label is a pattern;
 * or tuples where a text has such characters of its own.
 */
export type Edges = string | readonly (readonly [from: Pattern, to: Pattern, label?: Pattern])[];

/** What is counted: kinds of objects and shapes. */
export type Countable = PlanShape | 'shape' | 'frame' | 'connector' | 'object';

/** A number, or the least and the most. */
export type Amount = number | readonly [least: number, most: number];

/** What a canvas must show, by text. Every text, connector and property is an expectation of its own. */
export type Expected = {
  /** Title of the canvas. */
  title?: Pattern;
  /** Layouts that are right. */
  layout?: string;
  /** Texts of shapes or frames. */
  texts?: List;
  /** Words that no text on the canvas contains. */
  absent?: List;
  /** Most texts on the canvas beside those that the expectations name. By default 0 if they name any. */
  others?: number;
  edges?: Edges;
  noEdges?: Edges;
  /** The second text is reached from the first, over any number of connectors. */
  paths?: Edges;
  /** Both texts are drawn, and the second is not reached from the first. */
  noPaths?: Edges;
  /** Connectors whose labels stand in this order from top to bottom. */
  messages?: Edges;
  /** Contents by frame, at any depth. */
  inside?: Readonly<Record<Pattern, List>>;
  /** Texts that belong to a text: in its frame, in its shape, in its row or column, or joined to it. */
  beside?: Readonly<Record<Pattern, List>>;
  /** Texts of equal rank: none contains others, and none has connectors to several others. */
  peers?: List;
  /** Texts that are read in this order, by place or along connectors. */
  order?: List;
  /** Texts that stand in one row from left to right, or in one column from top to bottom. */
  inLine?: List;
  count?: Readonly<Partial<Record<Countable, Amount>>>;
  /** Rows and columns of shapes, in either order. */
  grid?: readonly [number, number];
  shapes?: Readonly<Partial<Record<PlanShape, List>>>;
  colors?: Readonly<Partial<Record<PlanColor, List>>>;
  /** Where most connectors lead. */
  direction?: 'right' | 'down';
  /** What a warning, or the reason of a failure, mentions. */
  warning?: Pattern;
  /** For prose: steps that the text describes. */
  activities?: List;
  /** For prose: questions that the text decides on: diamonds, or shapes with several labelled connectors from them. */
  decisions?: List;
};

/** What a change must come to. What it does not name must stay as it was. */
export type ExpectedChange = Expected & {
  /** Nothing may change, and the job must fail with a reason; a pattern: the reason mentions that. */
  fails?: true | Pattern;
  /** Nothing may change; the job may end in any way. */
  unchanged?: true;
  /** Texts of objects that must be gone. */
  gone?: List;
  /** New texts by old ones: the object stays the same. */
  renamed?: Readonly<Record<string, Pattern>>;
  /** Frames by what moves into them: the object stays the same. `null`: out of every frame. */
  moved?: Readonly<Record<string, string | null>>;
  /** Texts of objects that may change in any way. */
  touched?: List;
  /** Whether objects that are not named may shift to make room. */
  shifts?: true;
  /** The whole canvas is laid out again: everything may move, and must then be free of overlaps. */
  tidied?: true;
};
