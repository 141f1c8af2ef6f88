import { contentFilterError, lengthLimitError, refusalError } from '../errors/answerErrors.ts';
import type { RedactKey } from '../errors/redactKey.ts';
import { fieldsOf, listOf } from '../plan/jsonValues.ts';
import {
  type AnswerChunk,
  type AnswerReader,
  AnswerText,
  reasoningChunk,
  usageChunk,
} from './answerChunk.ts';
import { readContent } from './readContent.ts';

/** Reads the Responses API: the events of a stream, or one whole response. */
export class ResponsesReader implements AnswerReader {
  readonly #redact: RedactKey;
  readonly #text = new AnswerText();
  #tool: { name: string; input: string } | null = null;

  constructor(redact: RedactKey) {
    this.#redact = redact;
  }

  *read(data: unknown): Generator<AnswerChunk> {
    const event = fieldsOf(data);
    switch (event.type) {
      case 'response.output_text.delta':
        yield* this.#text.append(readContent(event.delta).text);
        break;
      case 'response.output_text.done':
        yield* this.#text.complete(readContent(event.text).text);
        break;
      case 'response.reasoning_text.delta':
      case 'response.reasoning_summary_text.delta':
        yield* reasoningChunk(readContent(event.delta).text);
        break;
      case 'response.refusal.done':
        throw this.#refusalError(event.refusal);
      case 'response.output_item.done':
        this.#readToolCall(fieldsOf(event.item));
        break;
      case 'response.incomplete':
      case 'response.completed':
      case 'response.done':
        yield* this.#readResponse(fieldsOf(event.response));
        break;
      case undefined:
        yield* this.#readResponse(event);
    }
  }

  *finish(): Generator<AnswerChunk> {
    if (this.#tool !== null) yield { type: 'toolCall', ...this.#tool };
  }

  /** Reads a whole response: its text counts only as far as it was not streamed before. */
  *#readResponse({
    output,
    status,
    usage,
    incomplete_details: details,
  }: Record<string, unknown>): Generator<AnswerChunk> {
    const items = listOf(output).map(fieldsOf);
    const parts = items.filter(({ type }) => type === 'message').flatMap(({ content }) => listOf(content));
    yield* this.#text.complete(parts.map((part) => readContent(part).text).join(''));
    for (const item of items) this.#readToolCall(item);
    yield* usageChunk(usage);
    const { reason } = fieldsOf(details);
    if (reason === 'content_filter') throw contentFilterError();
    if (status === 'incomplete' || reason !== undefined) throw lengthLimitError();
    const refusal = parts.map(fieldsOf).find((part) => typeof part.refusal === 'string')?.refusal;
    if (refusal !== undefined) throw this.#refusalError(refusal);
  }

  #refusalError(refusal: unknown) {
    return refusalError(this.#redact(readContent(refusal).text));
  }

  #readToolCall({ type, name, arguments: input }: Record<string, unknown>): void {
    if (type !== 'function_call') return;
    this.#tool = {
      name: String(name),
      input: typeof input === 'string' ? input : JSON.stringify(input ?? ''),
    };
  }
}
