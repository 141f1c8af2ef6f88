import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { PlanParser } from '../../worker/planners/openai/plan/planParser.ts';
import type { PlannerEvent } from '../../worker/planners/planner.ts';
import type { EvalCase } from './evaluate.ts';

const folder = new URL('./outputs/', import.meta.url);

/** What a model of some strength answers to an instruction: a plan, or, where it isn't JSON alone, the text. */
const output = z.strictObject({
  instruction: z.string(),
  model: z.enum(['strong', 'middling', 'poor']),
  output: z.union([z.string(), z.looseObject({})]),
  /** Code of the planner error that this output must end in. */
  fails: z.string().optional(),
});

/** Pieces as they come over the wire, in characters. */
const pieceLength = 400;

function* answer(text: string): Generator<PlannerEvent> {
  const parser = new PlanParser();
  for (let at = 0; at < text.length; at += pieceLength) yield* parser.push(text.slice(at, at + pieceLength));
  yield* parser.finish();
}

/** The kept outputs in the form of the planner's schema, good and bad, one file each. */
export function outputCases(): EvalCase[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .map((name) => {
      const kept = output.parse(JSON.parse(readFileSync(new URL(name, folder), 'utf8')));
      const text = typeof kept.output === 'string' ? kept.output : JSON.stringify(kept.output);
      return {
        name: name.slice(0, -'.json'.length),
        source: `output, ${kept.model}`,
        instruction: kept.instruction,
        expectedFailure: kept.fails ?? null,
        plan: async function* () {
          yield* answer(text);
        },
      };
    });
}
