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

/** Reads the Responses API: events of a stream, or a response that is whole. */
export class ResponsesReader implements Reader {
  readonly #redact: Redact;
  #received = '';
  #tool: { name: string; input: string } | null = null;

  constructor(redact: Redact) {
    this.#redact = redact;
  }

  *read(data: unknown): Generator<ProviderChunk> {
    const event = fieldsOf(data);
    switch (event.type) {
      case 'response.output_text.delta':
        yield* this.#receive(readContent(event.delta).text);
        break;
      case 'response.output_text.done':
        yield* this.#receive(this.#rest(readContent(event.text).text));
        break;
      case 'response.reasoning_text.delta':
      case 'response.reasoning_summary_text.delta':
        yield* thought(readContent(event.delta).text);
        break;
      case 'response.refusal.done':
        throw this.#refusal(event.refusal);
      case 'response.output_item.done':
        this.#call(fieldsOf(event.item));
        break;
      case 'response.incomplete':
      case 'response.completed':
      case 'response.done':
        yield* this.#whole(fieldsOf(event.response));
        break;
      case undefined:
        yield* this.#whole(event);
    }
  }

  *end(): Generator<ProviderChunk> {
    if (this.#tool !== null) yield { type: 'toolCall', ...this.#tool };
  }

  /** What the response as a whole says beyond what has come in pieces. */
  *#whole({
    output,
    status,
    usage,
    incomplete_details: details,
  }: Record<string, unknown>): Generator<ProviderChunk> {
    const items = listOf(output).map(fieldsOf);
    const parts = items.filter(({ type }) => type === 'message').flatMap(({ content }) => listOf(content));
    yield* this.#receive(this.#rest(parts.map((part) => readContent(part).text).join('')));
    for (const item of items) this.#call(item);
    yield* usageChunk(usage);
    const { reason } = fieldsOf(details);
    if (reason === 'content_filter') throw filtered();
    if (status === 'incomplete' || reason !== undefined) throw truncated();
    const refusal = parts.map(fieldsOf).find((part) => typeof part.refusal === 'string')?.refusal;
    if (refusal !== undefined) throw this.#refusal(refusal);
  }

  #refusal(refusal: unknown) {
    return refused(this.#redact(readContent(refusal).text));
  }

  #call({ type, name, arguments: input }: Record<string, unknown>): void {
    if (type !== 'function_call') return;
    this.#tool = {
      name: String(name),
      input: typeof input === 'string' ? input : JSON.stringify(input ?? ''),
    };
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
}

function* thought(text: string): Generator<ProviderChunk> {
  if (text !== '') yield { type: 'thought', text };
}
