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

/** Reads Chat Completions: the chunks of a stream, or one whole completion. */
export class ChatReader implements AnswerReader {
  readonly #redact: RedactKey;
  readonly #text = new AnswerText();
  #refusal = '';
  #finishReason = '';
  #tool = { name: '', input: '' };

  constructor(redact: RedactKey) {
    this.#redact = redact;
  }

  *read(data: unknown): Generator<AnswerChunk> {
    const { choices, usage, x_groq: groq } = fieldsOf(data);
    const { delta, message, text, finish_reason: finishReason } = fieldsOf(listOf(choices)[0]);
    yield* this.#readPart(fieldsOf(delta), (content) => this.#text.append(content));
    // Some servers send the whole text so far in `message`, in every chunk or in the last one.
    yield* this.#readPart(fieldsOf(message), (content) => this.#text.complete(content));
    if (typeof text === 'string') yield* this.#text.append(text);
    if (typeof finishReason === 'string') this.#finishReason = finishReason;
    yield* usageChunk(usage ?? fieldsOf(groq).usage);
  }

  /** Throws here rather than in `read`: the usage follows the finish reason. */
  *finish(): Generator<AnswerChunk> {
    if (/^(?:length|max_tokens|model_length)$/i.test(this.#finishReason)) throw lengthLimitError();
    if (/^(?:content_filter|safety|recitation)/i.test(this.#finishReason)) throw contentFilterError();
    if (this.#refusal !== '') throw refusalError(this.#redact(this.#refusal));
    if (this.#tool.name !== '' || this.#tool.input !== '') yield { type: 'toolCall', ...this.#tool };
  }

  *#readPart(
    part: Record<string, unknown>,
    addText: (text: string) => Iterable<AnswerChunk>,
  ): Generator<AnswerChunk> {
    const content = readContent(part.content);
    const reasoning = readContent(
      part.reasoning_content ?? part.reasoning ?? part.thinking ?? part.reasoning_details,
    );
    yield* reasoningChunk(content.reasoning + reasoning.text + reasoning.reasoning);
    yield* addText(content.text);
    if (typeof part.refusal === 'string') {
      this.#refusal += part.refusal;
      yield* reasoningChunk(part.refusal);
    }
    for (const call of listOf(part.tool_calls)) yield* this.#readToolCall(fieldsOf(call).function);
    yield* this.#readToolCall(part.function_call);
  }

  *#readToolCall(call: unknown): Generator<AnswerChunk> {
    const { name, arguments: input } = fieldsOf(call);
    if (typeof name === 'string') this.#tool.name = name;
    const text = typeof input === 'string' ? input : input ? JSON.stringify(input) : '';
    this.#tool.input += text;
    yield* reasoningChunk(text);
  }
}
