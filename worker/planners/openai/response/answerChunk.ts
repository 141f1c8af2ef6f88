import { fieldsOf } from '../plan/jsonValues.ts';

/** A part of a model's answer, the same for every API. */
export type AnswerChunk =
  /** The provider accepts the request. `characters` is the length of the conversation that it was sent. */
  | { type: 'opened'; characters: number }
  /** Output that is not part of the answer, such as reasoning: it counts as activity and as output tokens. */
  | { type: 'reasoning'; text: string }
  | { type: 'text'; text: string }
  /** A call of a tool, although the model was given none; the last chunk. */
  | { type: 'toolCall'; name: string; input: string }
  | { type: 'usage'; inputTokens: number; outputTokens: number };

/** Reads the messages of one API. @throws PlannerError when the model refuses, or the answer is cut off */
export type AnswerReader = {
  read(data: unknown): Iterable<AnswerChunk>;
  /** Ends the answer, after the last message. */
  finish(): Iterable<AnswerChunk>;
};

/** The text of an answer so far. */
export class AnswerText {
  #received = '';

  *append(text: string): Generator<AnswerChunk> {
    if (text === '') return;
    this.#received += text;
    yield { type: 'text', text };
  }

  /** Appends what is missing of the whole text: some servers repeat at the end what they have streamed. */
  *complete(whole: string): Generator<AnswerChunk> {
    if (whole.startsWith(this.#received)) yield* this.append(whole.slice(this.#received.length));
  }
}

export function* reasoningChunk(text: string): Generator<AnswerChunk> {
  if (text !== '') yield { type: 'reasoning', text };
}

/** Reads a usage under the field names of both APIs; yields nothing unless it has both counts. */
export function* usageChunk(usage: unknown): Generator<AnswerChunk> {
  const fields = fieldsOf(usage);
  const [inputTokens, outputTokens] = [
    fields.prompt_tokens ?? fields.input_tokens,
    fields.completion_tokens ?? fields.output_tokens,
  ].map((count) =>
    typeof count === 'number' && Number.isFinite(count) && count >= 0 ? Math.round(count) : undefined,
  );
  if (inputTokens !== undefined && outputTokens !== undefined)
    yield { type: 'usage', inputTokens, outputTokens };
}
