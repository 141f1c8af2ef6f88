/** A dialect of the OpenAI API: each function returns the text of server-sent events. */
export type Protocol = {
  open(): string;
  reasoning(text: string): string;
  text(text: string): string;
  complete(usage: Usage): string;
  truncate(reason: 'max_output_tokens' | 'content_filter'): string;
  /** Body of an error response. */
  error(status: number, message: string): object;
};

type Usage = { inputTokens: number; outputTokens: number };
type Event = Record<string, unknown>;

const data = (event: Event) => `data: ${JSON.stringify(event)}\n\n`;
const done = 'data: [DONE]\n\n';

/** OpenAI's Responses API. */
function responses(): Protocol {
  let sequence = 0;
  const send = (type: string, fields: Event = {}) =>
    `event: ${type}\n${data({ type, ...fields, sequence_number: sequence++ })}`;
  const delta = { output_index: 0, content_index: 0 };
  return {
    open: () => send('response.created'),
    reasoning: (text) => send('response.reasoning_text.delta', { delta: text, ...delta }),
    text: (text) => send('response.output_text.delta', { delta: text, ...delta }),
    complete: ({ inputTokens, outputTokens }) =>
      send('response.completed', {
        response: {
          status: 'completed',
          usage: { input_tokens: inputTokens, output_tokens: outputTokens },
        },
      }),
    truncate: (reason) => send('response.incomplete', { response: { incomplete_details: { reason } } }),
    error: (_status, message) => ({ error: { message } }),
  };
}

type Dialect = {
  chunk: Event;
  first: Event;
  last: Event;
  reasoningField: 'reasoning_content' | 'reasoning';
  /** Whether usage comes with the last chunk, in a chunk of its own, or not at all. */
  usage: 'with the last chunk' | 'separate' | 'never';
  error: Protocol['error'];
};

/** Chat Completions, in the dialect of one server. */
function chat({ chunk, first, last, reasoningField, usage: usageIn, error }: Dialect): Protocol {
  const choice = (delta: Event, finishReason: string | null, fields: Event = {}) =>
    data({
      ...chunk,
      object: 'chat.completion.chunk',
      choices: [{ index: 0, delta, finish_reason: finishReason }],
      ...fields,
    });
  return {
    open: () => choice(first, null),
    reasoning: (content) => choice({ [reasoningField]: content }, null),
    text: (content) => choice({ content }, null),
    complete({ inputTokens, outputTokens }) {
      const usage = {
        prompt_tokens: inputTokens,
        completion_tokens: outputTokens,
        total_tokens: inputTokens + outputTokens,
      };
      if (usageIn === 'with the last chunk') return choice(last, 'stop', { usage, timings: {} }) + done;
      const separate = data({ ...chunk, object: 'chat.completion.chunk', choices: [], usage });
      return choice(last, 'stop') + (usageIn === 'separate' ? separate : '') + done;
    },
    truncate: (reason) => choice(last, reason === 'max_output_tokens' ? 'length' : 'content_filter') + done,
    error,
  };
}

const invalid = 'invalid_request_error';

/** https://github.com/ollama/ollama/blob/main/openai/openai.go */
const ollama: Dialect = {
  chunk: { id: 'chatcmpl-1', model: 'small', system_fingerprint: 'fp_ollama' },
  first: { role: 'assistant', content: '' },
  last: { role: 'assistant', content: '' },
  reasoningField: 'reasoning',
  usage: 'never',
  error: (_status, message) => ({ error: { message, type: invalid, param: null, code: null } }),
};

/** https://github.com/vllm-project/vllm/blob/main/vllm/entrypoints/openai */
const vllm: Dialect = {
  chunk: { id: 'chatcmpl-1', model: 'small', created: 1 },
  first: { role: 'assistant', content: '' },
  last: { content: '' },
  reasoningField: 'reasoning_content',
  usage: 'separate',
  error: (code, message) => ({ error: { message, type: 'BadRequestError', param: null, code } }),
};

/** https://github.com/ggml-org/llama.cpp/tree/master/tools/server */
const llamaCpp: Dialect = {
  chunk: { id: 'chatcmpl-1', model: 'small', system_fingerprint: 'b7786' },
  first: { role: 'assistant', content: null },
  last: {},
  reasoningField: 'reasoning_content',
  usage: 'with the last chunk',
  error: (code, message) => ({ error: { code, message, type: invalid } }),
};

export const protocols = {
  responses,
  ollama: () => chat(ollama),
  vLLM: () => chat(vllm),
  'llama.cpp': () => chat(llamaCpp),
} satisfies Record<string, () => Protocol>;
