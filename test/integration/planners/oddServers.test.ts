import type { ServerResponse } from 'node:http';
import { describe, expect, it } from 'vitest';
import type { OpenAiConfig } from '../../../src/config.ts';
import { createOpenAiPlanner } from '../../../worker/planners/openai/openaiPlanner.ts';
import type { PlannerEvent } from '../../../worker/planners/planner.ts';
import { chunk, json, type RawRequest, startRawModel, stream } from '../../support/model/rawModel.ts';

type Answer = (response: ServerResponse, request: RawRequest, times: number) => void;

const apiKey = 'sk-test-0123456789abcdef';

/** A planner that asks a server of the test's own. */
async function ask(answer: Answer, api: OpenAiConfig['api'] = 'chat') {
  let times = 0;
  const server = await startRawModel((response, request) => {
    times += 1;
    answer(response, request, times);
  });
  const planner = createOpenAiPlanner({
    apiKey,
    baseUrl: server.baseUrl,
    model: 'odd',
    api,
    prices: undefined,
    timeLimits: { connectMs: 60_000, firstTokenMs: 60_000, silenceMs: 60_000 },
  });
  const plan = async () => {
    const request = { instruction: 'two boxes', canvas: null };
    return textsOf(await Array.fromAsync(planner.plan(request, new AbortController().signal)));
  };
  return { plan, asked: server.asked };
}

/** What ends up on the canvas: texts of the objects since the last restart. */
function textsOf(events: PlannerEvent[]): string[] {
  const from = events.findLastIndex(({ type }) => type === 'restart') + 1;
  return events.slice(from).flatMap((event) => {
    if (event.type !== 'object') return [];
    return event.object.type === 'node' ? [event.object.text] : [event.object.type];
  });
}

const node = (id: string, text: string) => ({
  type: 'node',
  id,
  shape: 'rect',
  text,
  color: null,
  parent: null,
  order: null,
});
const planOf = (...texts: string[]) => planTitled('T', texts);
const planTitled = (title: string, texts: string[]) =>
  JSON.stringify({
    title,
    layout: 'flow',
    direction: null,
    objects: texts.map((text, index) => node(`n${index}`, text)),
  });
const good = planOf('One', 'Two');
const draft = planOf('Draft');
const sendStream = (response: ServerResponse, ...texts: string[]) =>
  stream(response, ...texts.map((content) => chunk({ content })), chunk({}, 'stop'));
function raw(response: ServerResponse, body: string, contentType = 'text/event-stream') {
  response.writeHead(200, { 'content-type': contentType });
  response.end(body);
}

describe('an answer in an unusual form', () => {
  const whole = (message: object) => ({
    id: 'c',
    object: 'chat.completion',
    choices: [{ index: 0, message, finish_reason: 'stop' }],
    usage: { prompt_tokens: 1, completion_tokens: 2 },
  });
  const cases: Record<string, Answer> = {
    'content as a list of parts (Mistral)': (response) =>
      stream(
        response,
        chunk({ content: [{ type: 'thinking', thinking: [{ type: 'text', text: draft }] }] }),
        chunk({ content: [{ type: 'text', text: good.slice(0, 40) }] }),
        chunk({ content: [{ type: 'output_text', text: good.slice(40) }] }, 'stop'),
      ),
    'one JSON object instead of a stream': (response) => json(response, 200, whole({ content: good })),
    'one JSON object that is called a stream': (response) =>
      raw(response, JSON.stringify(whole({ content: [{ type: 'text', text: good }] }))),
    'a stream that is called JSON': (response) =>
      raw(
        response,
        `data: ${JSON.stringify(chunk({ content: good }))}\n\ndata: [DONE]\n\n`,
        'application/json',
      ),
    'JSON in lines': (response) =>
      raw(
        response,
        [good.slice(0, 9), good.slice(9)].map((content) => JSON.stringify(chunk({ content }))).join('\n'),
        'application/x-ndjson',
      ),
    'text in the final event alone': (response) =>
      stream(response, chunk({ role: 'assistant', content: '' }), whole({ content: good })),
    'the text as of yet in every event (Perplexity)': (response) =>
      stream(
        response,
        { choices: [{ delta: { content: good.slice(0, 30) }, message: { content: good.slice(0, 30) } }] },
        { choices: [{ delta: { content: good.slice(30) }, message: { content: good } }] },
      ),
    'text in the manner of old completions': (response) =>
      stream(response, { choices: [{ text: good, finish_reason: 'stop' }] }),
    'comments, other events and no space after the colon': (response) =>
      raw(
        response,
        `: OPENROUTER PROCESSING\n\nevent: message\nid: 1\ndata:${JSON.stringify(chunk({ content: good }))}\r\n\r\n`,
      ),
    'no [DONE] and no blank line at the end': (response) =>
      raw(response, `data: ${JSON.stringify(chunk({ content: good }))}`),
    'null for everything that is not there': (response) =>
      stream(
        response,
        { choices: null, usage: null },
        { choices: [{ delta: null, finish_reason: null }] },
        {
          error: null,
          choices: [{ delta: { content: good, tool_calls: null, refusal: null }, logprobs: null }],
        },
        { choices: [], usage: { prompt_tokens: null, completion_tokens: 'many' } },
      ),
    'the plan in the call of a tool that it was not given': (response) =>
      stream(
        response,
        chunk({
          content: null,
          tool_calls: [{ index: 0, id: 't', function: { name: 'draw', arguments: '' } }],
        }),
        chunk({ tool_calls: [{ index: 0, function: { arguments: good.slice(0, 50) } }] }),
        chunk({ tool_calls: [{ index: 0, function: { arguments: good.slice(50) } }] }, 'tool_calls'),
      ),
    'the plan as an object in the call of a tool (Ollama)': (response) =>
      stream(
        response,
        chunk(
          { content: '', tool_calls: [{ function: { name: 'draw', arguments: JSON.parse(good) } }] },
          'stop',
        ),
      ),
  };
  it.each(Object.entries(cases))('is read: %s', async (_what, answer) => {
    const { plan, asked } = await ask(answer);
    expect(await plan()).toEqual(['One', 'Two']);
    expect(asked).toHaveLength(1);
  });

  const item = { type: 'message', content: [{ type: 'output_text', text: good }] };
  const response = { id: 'r', object: 'response', status: 'completed', error: null, output: [item] };
  const responses: Record<string, Answer> = {
    'text in the final event alone': (to) => stream(to, { type: 'response.completed', response }),
    'text in the last event of the text': (to) =>
      stream(to, { type: 'response.output_text.done', text: good }, { type: 'response.completed', response }),
    'one JSON object instead of a stream': (to) => json(to, 200, response),
    'the same text in pieces and as a whole': (to) =>
      stream(
        to,
        { type: 'response.output_text.delta', delta: good.slice(0, 20) },
        { type: 'response.output_text.delta', delta: good.slice(20) },
        { type: 'response.output_text.done', text: good },
        { type: 'response.completed', response },
      ),
    'the plan in the call of a tool': (to) =>
      stream(to, {
        type: 'response.completed',
        response: { ...response, output: [{ type: 'function_call', name: 'draw', arguments: good }] },
      }),
  };
  it.each(Object.entries(responses))('is read on the API responses: %s', async (_what, answer) => {
    const { plan } = await ask(answer, 'responses');
    expect(await plan()).toEqual(['One', 'Two']);
  });
});

describe('reasoning before the answer', () => {
  const prose = 'The user wants two boxes. Let me think about which ones they are. '.repeat(20);
  const cases: Record<string, string> = {
    '<think>': `<think>Perhaps ${draft}? No.</think>\n${good}`,
    '<thinking>': `<thinking>Perhaps ${draft}? No.</thinking>\n${good}`,
    '<Think> in capitals': `<THINK>${draft}</THINK>${good}`,
    '[THINK] (Magistral)': `[THINK]${draft}[/THINK]${good}`,
    '◁think▷ (Kimi)': `◁think▷${draft}◁/think▷${good}`,
    'channels (gpt-oss)': `<|channel|>analysis<|message|>${draft}<|end|><|start|>assistant<|channel|>final<|message|>${good}`,
    'a closing tag without its opening': `${prose}</think>${good}`,
    'a draft before a closing tag without its opening': `Perhaps ${draft}? No.\n</think>\n\n${good}`,
    'a long thought with a draft before a closing tag without its opening': `${prose}${draft}? No.</think>${good}`,
    'a draft that breaks off before the closing tag': `{"title": "T", "objects": [${JSON.stringify(node('d', 'Draft'))}, no</think>${good}`,
    'a draft that breaks off within a text': `{"title": "T</think>${good}`,
    'two thoughts': `<think>${draft}</think>${draft}<think>hm</think>${good}`,
    'a thought that is never closed': `<think>So be it: ${good}`,
    'a fence after the thought': `<think>{"a": 1}</think>\n\`\`\`json\n${good}\n\`\`\``,
    'both tags in the title of the plan': planTitled(`<think>${draft}</think>`, ['One', 'Two']),
    'a closing tag in the title of the plan': planTitled(`A </think> B`, ['One', 'Two']),
  };
  for (const [what, text] of Object.entries(cases)) {
    it.each([1, 7, text.length])(`do not count: ${what}, in pieces of %i`, async (size) => {
      const pieces = Array.from({ length: Math.ceil(text.length / size) }, (_, index) =>
        text.slice(index * size, (index + 1) * size),
      );
      const { plan, asked } = await ask((response) => sendStream(response, ...pieces));
      expect(await plan()).toEqual(['One', 'Two']);
      expect(asked).toHaveLength(1);
    });
  }

  it('does not start where a text of the plan has the tag', async () => {
    const { plan } = await ask((response) => sendStream(response, planOf('<think>', 'a </think> b')));
    expect(await plan()).toEqual(['<think>', 'a </think> b']);
  });
});

describe('a part of the request that a server refuses', () => {
  const refusal =
    (status: number, body: unknown): Answer =>
    (response) =>
      typeof body === 'string' ? response.writeHead(status).end(body) : json(response, status, body);
  const openAi = (message: string, param: string | null = null, code: string | null = null) => ({
    error: { message, type: 'invalid_request_error', param, code },
  });
  type Chat = { messages: { role: string; content: string }[] } & Record<string, unknown>;
  const has = {
    stream_options: (body: Chat) => 'stream_options' in body,
    response_format: (body: Chat) => 'response_format' in body,
    'the role system': (body: Chat) => body.messages[0]?.role === 'system',
    'a stream': (body: Chat) => body.stream === true,
  };
  const cases: [keyof typeof has, string, number, unknown][] = [
    [
      'stream_options',
      'Azure',
      400,
      openAi("Unknown parameter: 'stream_options'.", 'stream_options', 'unknown_parameter'),
    ],
    [
      'stream_options',
      'vLLM',
      400,
      {
        object: 'error',
        message:
          "[{'type': 'extra_forbidden', 'loc': ('body', 'stream_options'), 'msg': 'Extra inputs are not permitted'}]",
        code: 400,
      },
    ],
    [
      'stream_options',
      'FastAPI',
      422,
      { detail: [{ loc: ['body', 'stream_options'], msg: 'extra fields not permitted' }] },
    ],
    [
      'stream_options',
      'Mistral',
      422,
      {
        object: 'error',
        message: { detail: [{ type: 'extra_forbidden', loc: ['body', 'stream_options'] }] },
      },
    ],
    ['stream_options', 'a server that names nothing', 400, openAi('Extra inputs are not permitted')],
    ['response_format', 'camel case', 400, openAi('responseFormat is not supported')],
    [
      'response_format',
      'Gemini',
      400,
      [
        {
          error: {
            code: 400,
            message: 'Invalid JSON payload received. Unknown name "responseSchema": Cannot find field.',
            status: 'INVALID_ARGUMENT',
          },
        },
      ],
    ],
    ['response_format', 'response_schema', 400, openAi("'response_schema' is not available for this model")],
    ['response_format', 'a text', 400, '"json mode is not enabled for this model"'],
    [
      'the role system',
      'vLLM with Gemma',
      400,
      {
        object: 'error',
        message: 'System role not supported',
        type: 'BadRequestError',
        param: null,
        code: 400,
      },
    ],
    [
      'the role system',
      'o1-mini',
      400,
      openAi(
        "Unsupported value: 'messages[0].role' does not support 'system' with this model.",
        'messages[0].role',
        'unsupported_value',
      ),
    ],
    [
      'the role system',
      'Gemini with Gemma',
      400,
      [{ error: { code: 400, message: 'Developer instruction is not enabled for models/gemma-3' } }],
    ],
    [
      'the role system',
      'a template of Mistral',
      400,
      openAi('Conversation roles must alternate user/assistant/user/assistant/...'),
    ],
    [
      'the role system',
      'llama.cpp',
      500,
      { error: { code: 500, message: 'Jinja Exception: System role not supported', type: 'server_error' } },
    ],
    [
      'a stream',
      'an organization that is not verified',
      400,
      openAi('Your organization must be verified to stream this model.', 'stream', 'unsupported_value'),
    ],
  ];
  it.each(cases)('is left out, from then on always: %s, %s', async (part, _who, status, body) => {
    const { plan, asked } = await ask((response, request, times) => {
      const sent = Object(request.body) as Chat;
      if (has[part](sent)) refusal(status, body)(response, request, times);
      else if (sent.stream === true) sendStream(response, good);
      else json(response, 200, { choices: [{ message: { content: good } }] });
    });
    expect(await plan()).toEqual(['One', 'Two']);
    const before = asked.length;
    expect(before).toBeGreaterThan(1);
    expect(await plan()).toEqual(['One', 'Two']);
    expect(asked).toHaveLength(before + 1);
    const last = Object(asked.at(-1)?.body) as Chat;
    expect(has[part](last)).toBe(false);
    // The rules are not lost with the role.
    expect(JSON.stringify(last.messages)).toContain('You plan diagrams');
  });

  it.each([
    ['store', openAi("Unknown parameter: 'store'.", 'store', 'unknown_parameter')],
    ['instructions', openAi('instructions is not supported', 'instructions')],
    ['text', openAi("Unsupported parameter: 'text.format'", 'text.format')],
  ])('is left out on the API responses: %s', async (part, body) => {
    const { plan, asked } = await ask((response, request) => {
      if (part in request.body) json(response, 400, body);
      else stream(response, { type: 'response.output_text.delta', delta: good });
    }, 'responses');
    expect(await plan()).toEqual(['One', 'Two']);
    expect(part in (asked.at(-1)?.body ?? {})).toBe(false);
    expect(JSON.stringify(asked.at(-1)?.body)).toContain('You plan diagrams');
  });

  it('may be refused within the stream', async () => {
    const { plan } = await ask((response, { body }) => {
      if ('response_format' in body) stream(response, { error: { code: 400, message: 'response_format?' } });
      else sendStream(response, good);
    });
    expect(await plan()).toEqual(['One', 'Two']);
  });

  it('is not asked for without end', async () => {
    const { plan, asked } = await ask((response) => response.writeHead(400).end());
    await expect(plan()).rejects.toMatchObject({ code: 'PROVIDER_BAD_REQUEST' });
    expect(asked).toHaveLength(4);
  });
});

describe('a failure that a server reports', () => {
  const inStream =
    (value: unknown): Answer =>
    (response) =>
      stream(response, chunk({ role: 'assistant' }), value);
  const event =
    (value: unknown): Answer =>
    (response) =>
      raw(response, `event: error\ndata: ${JSON.stringify(value)}\n\n`);
  const busy = { code: 'PROVIDER_RATE_LIMITED', retryable: true, message: 'The AI service is busy.' };
  const denied = {
    code: 'PROVIDER_DENIED',
    retryable: false,
    message: 'The AI service rejected the API key. Ask your administrator to check it.',
  };
  const quota = {
    code: 'PROVIDER_QUOTA_EXHAUSTED',
    retryable: false,
    message: 'The AI account is out of quota. Ask your administrator.',
  };
  const unpaid = { code: 'PROVIDER_PAYMENT_REQUIRED', retryable: false };
  const bad = { code: 'PROVIDER_BAD_REQUEST', retryable: false };
  const down = {
    code: 'PROVIDER_UNAVAILABLE',
    retryable: true,
    message: 'The AI service returned an error (500).',
  };
  const cases: [string, Answer, object][] = [
    [
      'an event of the type error without its name',
      inStream({ type: 'error', code: 'insufficient_quota', message: 'no' }),
      quota,
    ],
    ['an event that is called error', event({ message: 'no', code: 'rate_limit_exceeded' }), busy],
    ['an event that is called error, with a text', event('overloaded'), { code: 'PROVIDER_UNAVAILABLE' }],
    [
      'an error as a text',
      inStream({ error: 'CUDA out of memory' }),
      { code: 'PROVIDER_UNAVAILABLE', retryable: true },
    ],
    ['the code 400', inStream({ error: { code: 400, message: 'no' } }), bad],
    ['the code 401', inStream({ error: { code: 401, message: 'no' } }), denied],
    ['the code 402', inStream({ error: { code: 402, message: 'Insufficient credits' } }), unpaid],
    ['the code 429', inStream({ error: { code: 429, message: 'no' } }), busy],
    ['the code 500', inStream({ error: { code: 500, message: 'no' } }), down],
    ['the code "429" as a text (LiteLLM)', inStream({ error: { code: '429', message: 'no' } }), busy],
    [
      'an error in a choice (OpenRouter)',
      inStream({
        choices: [{ delta: { content: '' }, finish_reason: 'error', error: { code: 402, message: 'no' } }],
      }),
      unpaid,
    ],
    [
      'an ending that is an error (KoboldCpp)',
      (response) => json(response, 200, { choices: [{ message: { content: '' }, finish_reason: 'error' }] }),
      { code: 'PROVIDER_UNAVAILABLE' },
    ],
    [
      'an error as the whole answer',
      (response) => json(response, 200, { error: { code: 429, message: 'no' } }),
      busy,
    ],
    ['an object of the kind error (vLLM)', inStream({ object: 'error', message: 'no', code: 401 }), denied],
    [
      'the type authentication_error',
      inStream({ error: { type: 'authentication_error', message: 'no' } }),
      denied,
    ],
    ['HTTP 500', (response) => json(response, 500, { error: { message: 'no' } }), down],
    ['HTTP 401', (response) => json(response, 401, { error: { message: 'no' } }), denied],
    [
      'HTTP 402',
      (response) =>
        json(response, 402, { error: { message: 'Insufficient Balance', code: 'invalid_request_error' } }),
      unpaid,
    ],
    ['HTTP 402 without a body', (response) => response.writeHead(402).end(), unpaid],
    ['HTTP 429', (response) => json(response, 429, {}), busy],
    [
      'HTTP 429 for the quota',
      (response) => json(response, 429, { error: { code: 'insufficient_quota', message: 'no' } }),
      quota,
    ],
    [
      'HTTP 400 for a budget (LiteLLM)',
      (response) => json(response, 400, { error: { type: 'budget_exceeded', code: '400', message: 'no' } }),
      quota,
    ],
    [
      'a web page with the status 502',
      (response) => response.writeHead(502, { 'content-type': 'text/html' }).end('<html>Bad gateway</html>'),
      { ...down, message: 'The AI service returned an error (502).' },
    ],
    [
      'a web page instead of JSON',
      (response) => raw(response, '\n<!doctype html><title>Welcome</title>', 'text/html'),
      { code: 'PROVIDER_UNREADABLE', retryable: false, message: expect.stringContaining('web page') },
    ],
    [
      'a web page that is called a stream',
      (response) => raw(response, '<html></html>'),
      { code: 'PROVIDER_UNREADABLE' },
    ],
    [
      'JSON that breaks off',
      (response) => raw(response, '{"choices": [', 'application/json'),
      { code: 'PROVIDER_UNREADABLE', retryable: true },
    ],
    [
      'an event that is no JSON',
      (response) => raw(response, 'data: oops\n\n'),
      { code: 'PROVIDER_UNREADABLE', retryable: true },
    ],
    ['an empty answer', (response) => raw(response, ''), { code: 'OUTPUT_EMPTY', retryable: true }],
    [
      'an answer that the content filter stopped (Azure)',
      inStream(chunk({}, 'content_filter')),
      { code: 'CONTENT_FILTERED' },
    ],
    [
      'an answer of the model that is no JSON (Groq)',
      (response) =>
        json(response, 400, { error: { code: 'json_validate_failed', message: 'Failed to generate JSON' } }),
      { code: 'OUTPUT_INVALID', retryable: true },
    ],
  ];
  it.each(cases)('is reported as it is: %s', async (_what, answer, expected) => {
    const { plan, asked } = await ask(answer);
    await expect(plan()).rejects.toMatchObject(expected);
    expect(asked).toHaveLength(1);
  });

  it('names the tool that the model wanted to call instead, and asks once more', async () => {
    const { plan, asked } = await ask((response) =>
      stream(
        response,
        chunk(
          { tool_calls: [{ index: 0, function: { name: 'web_search', arguments: '{"q":"boxes"}' } }] },
          'tool_calls',
        ),
      ),
    );
    await expect(plan()).rejects.toMatchObject({
      code: 'OUTPUT_INVALID',
      message: expect.stringContaining('the tool “web_search”'),
    });
    expect(asked).toHaveLength(2);
  });
});

describe('our API key', () => {
  const leaks: Record<string, Answer> = {
    'a refusal': (response) =>
      json(response, 401, { error: { message: `Incorrect API key provided: ${apiKey}` } }),
    'a refusal of a proxy': (response) =>
      response.writeHead(400).end(`header Authorization: Bearer ${apiKey} is bad`),
    'an error in a stream': (response) => stream(response, { error: { message: `no ${apiKey}`, code: 401 } }),
    'a refusal of the model': (response) =>
      stream(
        response,
        chunk({ refusal: `You are ${apiKey.slice(0, 15)}` }),
        chunk({ refusal: apiKey.slice(15) }),
      ),
    'a refusal that is cut within it': (response) =>
      stream(response, chunk({ refusal: `${'x'.repeat(285)} ${apiKey}` })),
    'the name of a tool': (response) =>
      stream(response, chunk({ tool_calls: [{ index: 0, function: { name: apiKey, arguments: '{}' } }] })),
  };
  it.each(Object.entries(leaks))('is not in an error, whatever sends it back: %s', async (_what, answer) => {
    const { plan } = await ask(answer);
    const error: unknown = await plan().catch((caught: unknown) => caught);
    const shown: string[] = [];
    for (let cause = error; cause instanceof Error; cause = cause.cause) {
      shown.push(cause.message, cause.stack ?? '', JSON.stringify(cause));
    }
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.join('\n')).not.toContain(apiKey.slice(0, 13));
  });

  it('is not on the canvas', async () => {
    const text = planOf(`Key ${apiKey}!`);
    const { plan } = await ask((response) => sendStream(response, text.slice(0, 90), text.slice(90)));
    expect(await plan()).toEqual(['Key [API key]!']);
  });

  it('may be quoted with its middle left out', async () => {
    const masked = 'Incorrect key: sk-t************cdef.';
    const { plan } = await ask((response) => stream(response, chunk({ refusal: masked })));
    await expect(plan()).rejects.toMatchObject({ message: expect.stringContaining(masked) });
  });
});

describe('an answer that is too long', () => {
  const large = 'x'.repeat(100_000);
  const endless = (piece: string) => (response: ServerResponse) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    // As fast as it is read, until the other side closes the connection.
    const write = () => {
      while (!response.destroyed && response.write(piece));
    };
    response.on('drain', write);
    write();
  };
  it.each<[string, Answer]>([
    ['text', endless(`data: ${JSON.stringify(chunk({ content: large }))}\n\n`)],
    ['thoughts', endless(`data: ${JSON.stringify(chunk({ reasoning: large }))}\n\n`)],
    [
      'calls of a tool',
      endless(`data: ${JSON.stringify(chunk({ tool_calls: [{ function: { arguments: large } }] }))}\n\n`),
    ],
    ['one event without an end', endless(large)],
    ['one line without an end', endless(`data: ${large}`)],
    ['lines without an event', endless(`: ${large}\n`)],
    ['white space', endless(' '.repeat(100_000))],
    [
      'a JSON document',
      (response) => json(response, 200, { choices: [{ message: { content: 'x'.repeat(2_100_000) } }] }),
    ],
  ])('is an error of its own: %s', async (_what, answer) => {
    const { plan } = await ask(answer);
    await expect(plan()).rejects.toMatchObject({
      code: 'OUTPUT_TOO_LARGE',
      message: expect.stringContaining('2 MB'),
    });
  });

  it('of just under 2 MB is read', async () => {
    const { plan } = await ask((response) => sendStream(response, 'Well, '.repeat(300_000), good));
    expect(await plan()).toEqual(['One', 'Two']);
  });
});
