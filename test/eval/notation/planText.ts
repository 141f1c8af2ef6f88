import { PlanParser } from '../../../worker/planners/openai/plan/planParser.ts';
import type { PlannerEvent } from '../../../worker/planners/planner.ts';

/** Pieces as they come over the wire, in characters. */
const pieceLength = 400;

/** What the parser of a model's answer makes of a text that comes in pieces. @throws PlannerError */
export async function* eventsOfAnswer(text: string): AsyncGenerator<PlannerEvent> {
  const parser = new PlanParser();
  for (let at = 0; at < text.length; at += pieceLength) yield* parser.push(text.slice(at, at + pieceLength));
  yield* parser.finish();
}
