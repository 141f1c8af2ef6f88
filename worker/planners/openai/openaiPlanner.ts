import { cutText } from '../../../src/canvas/model/cutText.ts';
import { plainText } from '../../../src/canvas/model/plainText.ts';
import type { OpenAiConfig } from '../../../src/config.ts';
import type { Planner, PlannerEvent, PlannerRequest } from '../planner.ts';
import { PlannerError } from '../plannerError.ts';
import { type Asker, createAsker } from './askProvider.ts';
import { classifyError } from './classifyError.ts';
import { PlanParser } from './planParser.ts';
import { requestMessage } from './prompt.ts';
import type { ProviderChunk, Turn } from './providerStream.ts';
import { createRedact, redactError, redactTexts } from './redactKey.ts';
import { repairTurns } from './repair.ts';
import { TokenMeter } from './tokenMeter.ts';
import { createClient } from './transport.ts';

/** A planner that asks a model, through OpenAI's API or a compatible one. */
export function createOpenAiPlanner(config: OpenAiConfig): Planner {
  const redact = createRedact(config.apiKey);
  const ask = createAsker(createClient(config, redact), config, redact);
  return {
    name: 'openai',
    model: config.model,
    async *plan(request, signal) {
      try {
        for await (const event of planEvents(ask, request, signal)) yield redactTexts(event, redact);
      } catch (error) {
        signal.throwIfAborted();
        redactError(error, redact);
        throw classifyError(error);
      }
    },
  };
}

/** Asks for a plan, and once more, with what is wrong, when the answer is none. */
async function* planEvents(
  ask: Asker,
  request: PlannerRequest,
  signal: AbortSignal,
): AsyncGenerator<PlannerEvent> {
  const meter = new TokenMeter();
  const question: Turn = { role: 'user', content: requestMessage(request) };
  const answer = new PlanParser();
  const failure = yield* readAnswer(ask([question], signal), answer, meter);
  if (failure === null) return;
  const turns = [question, ...repairTurns(answer.text, failure)];
  const finalFailure = yield* readAnswer(ask(turns, signal), new PlanParser(answer.given), meter);
  if (finalFailure !== null) throw finalFailure;
}

/** @returns Why the answer is no plan, where another one may be, or null. @throws Every other failure */
async function* readAnswer(
  chunks: AsyncIterable<ProviderChunk>,
  parser: PlanParser,
  meter: TokenMeter,
): AsyncGenerator<PlannerEvent, PlannerError | null> {
  let tool: string | null = null;
  for await (const chunk of chunks) {
    if (chunk.type === 'opened') {
      meter.begin(chunk.characters);
      continue;
    }
    if (chunk.type === 'toolCall') {
      // Some models put the plan into a call of a tool that they were not given: it is read like any text.
      if (parser.text.trim() === '') {
        tool = chunk.name;
        yield* parser.push(chunk.input);
      }
      continue;
    }
    if (chunk.type === 'usage') meter.settle(chunk);
    else meter.receive(chunk.text);
    yield { type: 'usage', usage: meter.total };
    if (chunk.type === 'text') yield* parser.push(chunk.text);
  }
  const { events, failure } = endOf(parser);
  yield* events;
  if (failure === null || tool === null) return failure;
  const message = `The AI model wanted to call the tool “${toolName(tool)}” instead of giving a plan.`;
  return new PlannerError('OUTPUT_INVALID', message, { retryable: true, cause: failure });
}

const toolName = (name: string) => cutText(plainText(name), 60);

function endOf(parser: PlanParser): { events: PlannerEvent[]; failure: PlannerError | null } {
  try {
    return { events: parser.finish(), failure: null };
  } catch (error) {
    if (!(error instanceof PlannerError) || error.code !== 'OUTPUT_INVALID') throw error;
    return { events: [], failure: error };
  }
}
