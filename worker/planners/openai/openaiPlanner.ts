import type { OpenAiConfig } from '../../../src/config.ts';
import { eventsOf } from '../completePlan.ts';
import { detectSource } from '../diagramLanguages/detect/detectSource.ts';
import { withTitle } from '../diagramLanguages/plan/titles.ts';
import { readSourceOnThread } from '../diagramLanguages/thread/readSourceOnThread.ts';
import type { Planner, PlannerEvent, PlannerRequest } from '../planner.ts';
import { PlannerError } from '../plannerError.ts';
import { titleOfInstruction } from '../sketcher/instruction/opening.ts';
import { createClient } from './createClient.ts';
import { toolCallError } from './errors/answerErrors.ts';
import { classifyError } from './errors/classifyError.ts';
import { createKeyRedactor, redactError, redactTexts } from './errors/redactKey.ts';
import { PlanParser } from './plan/planParser.ts';
import { createProvider, type Provider } from './provider.ts';
import { encodeRequest } from './request/prompt.ts';
import type { Turn } from './request/requestBuilders.ts';
import type { AnswerChunk } from './response/answerChunk.ts';
import { TokenMeter } from './tokenMeter.ts';

/** Creates a planner that uses a model, through OpenAI's API or a compatible one. */
export function createOpenAiPlanner(config: OpenAiConfig): Planner {
  const redact = createKeyRedactor(config.apiKey);
  const provider = createProvider(createClient(config, redact), config, redact);
  return {
    name: 'openai',
    model: config.model,
    async *plan(request, signal) {
      try {
        for await (const event of generatePlan(provider, request, signal)) yield redactTexts(event, redact);
      } catch (error) {
        signal.throwIfAborted();
        redactError(error, redact);
        throw classifyError(error);
      }
    },
  };
}

/** Generates a plan. An answer in a diagram language is read as one; another invalid answer is sent back once, with what is wrong with it. */
async function* generatePlan(
  provider: Provider,
  request: PlannerRequest,
  signal: AbortSignal,
): AsyncGenerator<PlannerEvent> {
  const meter = new TokenMeter();
  const question: Turn = { role: 'user', content: encodeRequest(request) };
  const parser = new PlanParser();
  const error = yield* readAnswer(provider.streamAnswer([question], signal), parser, meter);
  if (error === null) return;
  const source = await readSourceOnThread(parser.text, signal);
  if (source !== null) return yield* eventsOf(withTitle(source, titleFor(request)));
  const turns = [question, ...buildRepairTurns(parser.text, error)];
  const secondParser = new PlanParser(parser.emittedIds);
  const secondError = yield* readAnswer(provider.streamAnswer(turns, signal), secondParser, meter);
  if (secondError !== null) throw secondError;
}

/** The title for an answer that has none; a source in the instruction is no part of it. */
function titleFor({ instruction }: PlannerRequest): string {
  return titleOfInstruction(detectSource(instruction)?.before ?? instruction);
}

/** @returns Why the answer is not a valid plan, or null if it is one. @throws Any other error */
async function* readAnswer(
  chunks: AsyncIterable<AnswerChunk>,
  parser: PlanParser,
  meter: TokenMeter,
): AsyncGenerator<PlannerEvent, PlannerError | null> {
  let toolName: string | null = null;
  for await (const chunk of chunks) {
    if (chunk.type === 'opened') {
      meter.startRequest(chunk.characters);
      continue;
    }
    if (chunk.type === 'toolCall') {
      // Some models put the plan into a call of a tool that they were not given.
      if (parser.text.trim() === '') {
        toolName = chunk.name;
        yield* parser.push(chunk.input);
      }
      continue;
    }
    if (chunk.type === 'usage') meter.setUsage(chunk);
    else meter.addOutput(chunk.text);
    yield { type: 'usage', usage: meter.total };
    if (chunk.type === 'text') yield* parser.push(chunk.text);
  }
  const { events, error } = finishParser(parser);
  yield* events;
  return error === null || toolName === null ? error : toolCallError(toolName, error);
}

function finishParser(parser: PlanParser): { events: PlannerEvent[]; error: PlannerError | null } {
  try {
    return { events: parser.finish(), error: null };
  } catch (error) {
    if (!(error instanceof PlannerError) || error.code !== 'OUTPUT_INVALID') throw error;
    return { events: [], error };
  }
}

/** Characters of an invalid answer that are sent back: a model may have repeated itself up to the length limit. */
const maxRepairLength = 20_000;

function buildRepairTurns(answer: string, { message, cause }: PlannerError): Turn[] {
  const detail = cause instanceof Error ? ` (${cause.message})` : '';
  return [
    { role: 'assistant', content: answer.slice(0, maxRepairLength).toWellFormed() },
    {
      role: 'user',
      content: `${message}${detail} Answer once more: the whole plan as one JSON object that follows the schema, and nothing else. Keep the ids.`,
    },
  ];
}
