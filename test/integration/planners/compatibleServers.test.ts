import { LLMock } from '@copilotkit/aimock';
import { describe, expect, onTestFinished } from 'vitest';
import type { Plan } from '../../../src/canvas/model/plan.ts';
import { create, history, readJob } from '../../support/jobs.ts';
import { type ModelRequest, startModelServer } from '../../support/model/modelServer.ts';
import { readDrawing } from '../../support/readDrawing.ts';
import { type System, test } from '../../support/system.ts';

const plan: Plan = {
  title: 'Sign-up 🎉',
  layout: 'flow',
  direction: 'right',
  objects: [
    { type: 'frame', id: 'f', title: 'Mail', parent: null, slot: null },
    step('a', 'Enter “email”', null),
    step('b', 'Verify', 'f'),
    { ...step('c', 'Valid?', 'f'), shape: 'diamond', color: 'yellow' },
    { type: 'edge', id: 'e1', from: 'a', to: 'b', label: null, style: null },
    { type: 'edge', id: 'e2', from: 'b', to: 'c', label: null, style: null },
    { type: 'edge', id: 'e3', from: 'c', to: 'a', label: 'no', style: 'dashed' },
  ],
};

function step(id: string, text: string, parent: string | null) {
  return { type: 'node', id, shape: 'rect', text, color: null, parent, order: null } as const;
}

const json = JSON.stringify(plan, null, 2);
/** As models write that are held to nothing: prose around it, comments, commas too many, nothing that is null. */
const sloppy = `Here is your diagram:\n\n\`\`\`json\n${json
  .replaceAll(/,\s*"\w+": null/g, '')
  .replace('"objects": [', '"objects": [ // the regions come first')
  .replace(/\]\s*\}$/, '],\n}')}\n\`\`\`\n\nLet me know if {anything} is missing!`;

type Speaks = Parameters<typeof startModelServer>[0];

/** A server that answers every request like this, and what it has been asked. */
async function serve(speaks: Speaks, answer: (request: ModelRequest) => void) {
  const server = await startModelServer(speaks);
  onTestFinished(() => server.stop());
  const asked: ModelRequest['body'][] = [];
  server.respondToAll((request) => {
    asked.push(request.body);
    answer(request);
  });
  return { baseUrl: server.baseUrl, asked };
}

/** Has a canvas drawn by a worker that asks this server; the job and the drawing. */
async function draw(system: System, baseUrl: string, api: string) {
  const worker = await system.startWorker({ OPENAI_BASE_URL: baseUrl, OPENAI_API: api });
  const { id, canvasId } = await create(system.client, { instruction: 'sign-up', useCache: false });
  const events = await history(system.client, id);
  await worker.stop();
  expect(events.at(-1)).toMatchObject({ __typename: 'JobCompleted' });
  const job = await readJob(system.client, id);
  return { job, drawing: await readDrawing(system.client, canvasId) };
}

/** The canvas that a server with strict schemas leads to. */
async function strictDrawing(system: System) {
  const { baseUrl } = await serve('responses', (request) => {
    request.sendText(JSON.stringify(plan));
    request.complete();
  });
  const { drawing, job } = await draw(system, baseUrl, 'responses');
  expect(drawing.objects).toHaveLength(plan.objects.length);
  expect(job.warnings).toEqual([]);
  return drawing;
}

describe('a server without strict schemas', () => {
  test.for([
    ['ollama', [], { estimated: true }],
    ['vLLM', ['json_schema'], { inputTokens: 11, outputTokens: 22, estimated: false }],
    ['llama.cpp', ['json_schema', 'json_object'], { inputTokens: 11, outputTokens: 22, estimated: false }],
  ] as const)('that speaks like %s gives the same canvas', async ([speaks, refused, usage], { system }) => {
    const expected = await strictDrawing(system);
    const { baseUrl, asked } = await serve(speaks, (request) => {
      const format = request.body.response_format?.type;
      if (refused.some((type) => type === format)) {
        const message = `response_format type must be "text", but got: ${format}`;
        request.refuse(400, {}, { message });
        return;
      }
      request.open();
      request.sendReasoning('They want {"objects": []}? No.');
      for (const piece of sloppy.match(/[\s\S]{1,9}/g) ?? []) request.sendText(piece);
      request.complete({ inputTokens: 11, outputTokens: 22 });
    });
    const { job, drawing } = await draw(system, baseUrl, 'chat');
    expect(drawing).toEqual(expected);
    expect(job).toMatchObject({ attempt: 1, warnings: [], usage });
    expect(asked).toHaveLength(refused.length + 1);
  });

  test('gives the same canvas at its second try, within one attempt', async ({ system }) => {
    const expected = await strictDrawing(system);
    const { baseUrl, asked } = await serve('vLLM', (request) => {
      request.sendText(request.body.messages?.length === 2 ? 'Sure! First, a box for the email.' : json);
      request.complete({ inputTokens: 100, outputTokens: 10 });
    });
    const { job, drawing } = await draw(system, baseUrl, 'chat');
    expect(drawing).toEqual(expected);
    const usage = { inputTokens: 200, outputTokens: 20, estimated: false };
    expect(job).toMatchObject({ attempt: 1, warnings: [], usage });
    expect(asked.at(-1)?.messages?.map(({ role }) => role)).toEqual(['system', 'user', 'assistant', 'user']);
  });

  test('written by others gives the same canvas from a Markdown fence', async ({ system }) => {
    const expected = await strictDrawing(system);
    const mock = await LLMock.create({ port: 0 });
    onTestFinished(() => mock.stop());
    mock.on({}, { content: sloppy }, { chunkSize: 20 });
    const { drawing } = await draw(system, `${mock.url}/v1`, 'chat');
    expect(drawing).toEqual(expected);
  });
});
