/** How a server puts what its model says, each as text of a stream of server-sent events. */
export type Voice = {
  open(): string;
  think(text: string): string;
  say(text: string): string;
  complete(usage: Usage): string;
  cutShort(reason: 'max_output_tokens' | 'content_filter'): string;
  /** Body of a refusal. */
  error(status: number, message: string): object;
};

type Usage = { inputTokens: number; outputTokens: number };
type Event = Record<string, unknown>;

const data = (event: Event) => `data: ${JSON.stringify(event)}\n\n`;
const done = 'data: [DONE]\n\n';

/** OpenAI's Responses API. */
function responses(): Voice {
  let sequence = 0;
  const send = (type: string, fields: Event = {}) =>
    `event: ${type}\n${data({ type, ...fields, sequence_number: sequence++ })}`;
  const delta = { output_index: 0, content_index: 0 };
  return {
    open: () => send('response.created'),
    think: (text) => send('response.reasoning_text.delta', { delta: text, ...delta }),
    say: (text) => send('response.output_text.delta', { delta: text, ...delta }),
    complete: ({ inputTokens, outputTokens }) =>
      send('response.completed', {
        response: {
          status: 'completed',
          usage: { input_tokens: inputTokens, output_tokens: outputTokens },
        },
      }),
    cutShort: (reason) => send('response.incomplete', { response: { incomplete_details: { reason } } }),
    error: (_status, message) => ({ error: { message } }),
  };
}

type Manner = {
  chunk: Event;
  first: Event;
  last: Event;
  thought: 'reasoning_content' | 'reasoning';
  /** Whether the figures come with the last words, in a chunk of their own, or not at all. */
  figures: 'with the end' | 'apart' | 'never';
  error: Voice['error'];
};

/** A server with Chat Completions, which differ in what they send besides. */
function chat({ chunk, first, last, thought, figures, error }: Manner): Voice {
  const choice = (delta: Event, ending: string | null, fields: Event = {}) =>
    data({
      ...chunk,
      object: 'chat.completion.chunk',
      choices: [{ index: 0, delta, finish_reason: ending }],
      ...fields,
    });
  return {
    open: () => choice(first, null),
    think: (text) => choice({ [thought]: text }, null),
    say: (content) => choice({ content }, null),
    complete({ inputTokens, outputTokens }) {
      const usage = {
        prompt_tokens: inputTokens,
        completion_tokens: outputTokens,
        total_tokens: inputTokens + outputTokens,
      };
      if (figures === 'with the end') return choice(last, 'stop', { usage, timings: {} }) + done;
      const apart = data({ ...chunk, object: 'chat.completion.chunk', choices: [], usage });
      return choice(last, 'stop') + (figures === 'apart' ? apart : '') + done;
    },
    cutShort: (reason) => choice(last, reason === 'max_output_tokens' ? 'length' : 'content_filter') + done,
    error,
  };
}

const invalid = 'invalid_request_error';

/** https://github.com/ollama/ollama/blob/main/openai/openai.go */
const ollama: Manner = {
  chunk: { id: 'chatcmpl-1', model: 'small', system_fingerprint: 'fp_ollama' },
  first: { role: 'assistant', content: '' },
  last: { role: 'assistant', content: '' },
  thought: 'reasoning',
  figures: 'never',
  error: (_status, message) => ({ error: { message, type: invalid, param: null, code: null } }),
};

/** https://github.com/vllm-project/vllm/blob/main/vllm/entrypoints/openai */
const vllm: Manner = {
  chunk: { id: 'chatcmpl-1', model: 'small', created: 1 },
  first: { role: 'assistant', content: '' },
  last: { content: '' },
  thought: 'reasoning_content',
  figures: 'apart',
  error: (code, message) => ({ error: { message, type: 'BadRequestError', param: null, code } }),
};

/** https://github.com/ggml-org/llama.cpp/tree/master/tools/server */
const llamaCpp: Manner = {
  chunk: { id: 'chatcmpl-1', model: 'small', system_fingerprint: 'b7786' },
  first: { role: 'assistant', content: null },
  last: {},
  thought: 'reasoning_content',
  figures: 'with the end',
  error: (code, message) => ({ error: { code, message, type: invalid } }),
};

export const voices = {
  responses,
  ollama: () => chat(ollama),
  vLLM: () => chat(vllm),
  'llama.cpp': () => chat(llamaCpp),
} satisfies Record<string, () => Voice>;
