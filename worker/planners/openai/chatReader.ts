import { fieldsOf, listOf, readContent } from './content.ts';
import {
  filtered,
  type ProviderChunk,
  type Reader,
  refused,
  truncated,
  usageChunk,
} from './providerStream.ts';
import type { Redact } from './redactKey.ts';

/** Reads Chat Completions: chunks of a stream, or one that is whole. */
export class ChatReader implements Reader {
  readonly #redact: Redact;
  #received = '';
  #refusal = '';
  #ending = '';
  #tool = { name: '', input: '' };

  constructor(redact: Redact) {
    this.#redact = redact;
  }

  *read(data: unknown): Generator<ProviderChunk> {
    const { choices, usage, x_groq: groq } = fieldsOf(data);
    const { delta, message, text, finish_reason: ending } = fieldsOf(listOf(choices)[0]);
    yield* this.#say(fieldsOf(delta), (said) => said);
    // Some send the text as of yet, or all of it at the end: what has come already does not count again.
    yield* this.#say(fieldsOf(message), (said) => this.#rest(said));
    if (typeof text === 'string') yield* this.#receive(text);
    if (typeof ending === 'string') this.#ending = ending;
    yield* usageChunk(usage ?? fieldsOf(groq).usage);
  }

  /** Only now: the figures come after the reason for the end. */
  *end(): Generator<ProviderChunk> {
    if (/^(?:length|max_tokens|model_length)$/i.test(this.#ending)) throw truncated();
    if (/^(?:content_filter|safety|recitation)/i.test(this.#ending)) throw filtered();
    if (this.#refusal !== '') throw refused(this.#redact(this.#refusal));
    if (this.#tool.name !== '' || this.#tool.input !== '') yield { type: 'toolCall', ...this.#tool };
  }

  *#say(part: Record<string, unknown>, rest: (text: string) => string): Generator<ProviderChunk> {
    const { text, thought } = readContent(part.content);
    const reasoning = part.reasoning_content ?? part.reasoning ?? part.thinking ?? part.reasoning_details;
    const thoughts = readContent(reasoning);
    const thinking = thought + thoughts.text + thoughts.thought;
    yield* aside(thinking);
    yield* this.#receive(rest(text));
    if (typeof part.refusal === 'string') {
      this.#refusal += part.refusal;
      yield* aside(part.refusal);
    }
    for (const call of listOf(part.tool_calls)) yield* this.#call(fieldsOf(call).function);
    yield* this.#call(part.function_call);
  }

  *#receive(text: string): Generator<ProviderChunk> {
    if (text === '') return;
    this.#received += text;
    yield { type: 'text', text };
  }

  #rest(whole: string): string {
    if (whole.length <= this.#received.length) return '';
    return whole.startsWith(this.#received) ? whole.slice(this.#received.length) : '';
  }

  *#call(call: unknown): Generator<ProviderChunk> {
    const { name, arguments: input } = fieldsOf(call);
    if (typeof name === 'string') this.#tool.name = name;
    const text = typeof input === 'string' ? input : input ? JSON.stringify(input) : '';
    this.#tool.input += text;
    yield* aside(text);
  }
}

/** What is no part of the answer yet, but costs, and counts as a sign of life. */
function* aside(text: string): Generator<ProviderChunk> {
  if (text !== '') yield { type: 'thought', text };
}
