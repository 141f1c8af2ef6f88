import { readChart } from '../limits/readChart.ts';
import { readLimits } from '../limits/readLimits.ts';
import type { PlanBuilder } from '../plan/planBuilder.ts';
import { readDrawnFlow } from '../process/drawn/readDrawnFlow.ts';
import { readLanes } from '../process/lanes/readLanes.ts';
import { readBranches } from '../process/prose/readBranches.ts';
import { readOrders } from '../process/prose/readOrders.ts';
import { readProse } from '../process/prose/readProse.ts';
import { readFamily } from '../relations/family/readFamily.ts';
import { readAbilities } from '../relations/readAbilities.ts';
import { readChat } from '../relations/readChat.ts';
import { readRelations } from '../relations/readRelations.ts';
import { readShapes } from '../shapes/readShapes.ts';
import { readVenn } from '../shapes/readVenn.ts';
import { readCross } from '../tables/readCross.ts';
import { readMatrix } from '../tables/readMatrix.ts';
import { readSides } from '../tables/readSides.ts';
import { readTimeRun } from '../times/readTimeRun.ts';
import { withoutLosses } from './withoutLosses.ts';

/** Draws a text that has the form which the reader knows; null for any other text. */
export type LiteralReader = (text: string) => PlanBuilder | null;

/** Readers of texts that are no diagram, as they were typed: a direction in them says how shapes stand. */
export const pictureReaders: readonly LiteralReader[] = [readVenn, readChart, readShapes, readLimits];

/**
 * Readers of texts that say exactly what to draw, the most specific first. What none of them knows is read by its words
 * (`readRequest`).
 */
export const literalReaders: readonly LiteralReader[] = [
  readDrawnFlow,
  ...[
    readCross,
    readMatrix,
    readSides,
    readLanes,
    readFamily,
    readAbilities,
    readChat,
    readTimeRun,
    readRelations,
    readBranches,
    readProse,
    readOrders,
  ].map(withoutLosses),
];
