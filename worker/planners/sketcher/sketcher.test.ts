import { describe, expect, it, onTestFinished } from 'vitest';
import { eventsFor, planFor } from '../../../test/support/sketchedPlan.ts';
import { ThreadPool } from '../../threads/threadPool.ts';
import type { CompletePlan } from '../completePlan.ts';
import type { PlannerRequest } from '../planner.ts';
import { createSketcher } from './sketcher.ts';

const request: PlannerRequest = { instruction: 'a -> b', canvas: null };

/** Threads that give no answer. */
function stuckThreads(limitMs: number): ThreadPool<PlannerRequest, CompletePlan> {
  const main = new URL('../../../test/support/endlessThread.main.ts', import.meta.url);
  const threads = new ThreadPool<PlannerRequest, CompletePlan>(main, { limitMs });
  onTestFinished(() => threads.end());
  return threads;
}

describe('the sketcher', () => {
  it('says what it is', () => {
    expect(createSketcher()).toMatchObject({ name: 'sketcher', model: null });
  });

  it('emits the header first, then shapes, then the edges between them, and no usage', async () => {
    const kinds = (await eventsFor('a -> b -> c')).map((event) =>
      event.type === 'object' ? event.object.type : event.type,
    );
    expect(kinds).toEqual(['header', 'node', 'node', 'node', 'edge', 'edge']);
  });

  it('reads a pasted diagram source on its thread', async () => {
    const events = await eventsFor('```mermaid\nsequenceDiagram\n  A->>B: hello\n  oops\n```');
    expect(events.map(({ type }) => type)).toEqual(['header', 'warning', 'object', 'object', 'object']);
    expect(events[1]).toMatchObject({ message: expect.stringContaining('Line 4 was left out: “oops”') });
  });

  it('gives the same plan for the same instruction', async () => {
    const instruction = 'sign up, verify email; if payment fails, retry';
    expect(await eventsFor(instruction)).toEqual(await eventsFor(instruction));
  });

  it('does nothing when the signal is aborted before the start', async () => {
    const reason = new Error('cancelled');
    const events = createSketcher().plan({ instruction: 'a -> b', canvas: null }, AbortSignal.abort(reason));
    await expect(events.next()).rejects.toBe(reason);
  });

  it('stops with the reason of the signal when it is aborted half way', async () => {
    const controller = new AbortController();
    const events = createSketcher().plan({ instruction: 'a -> b', canvas: null }, controller.signal);
    await events.next();
    const reason = new Error('cancelled');
    controller.abort(reason);
    await expect(events.next()).rejects.toBe(reason);
  });

  it('gives up on a text that takes too long, for good and in words for its owner', async () => {
    const plan = createSketcher(stuckThreads(50)).plan(request, new AbortController().signal);
    await expect(plan.next()).rejects.toMatchObject({
      name: 'PlannerError',
      code: 'PLANNER_TIMEOUT',
      retryable: false,
      message: expect.stringContaining('Shorten it'),
    });
  });

  it('stops with the reason of the signal when it is aborted while it reads', async () => {
    const controller = new AbortController();
    const next = createSketcher(stuckThreads(60_000)).plan(request, controller.signal).next();
    const reason = new Error('cancelled');
    controller.abort(reason);
    await expect(next).rejects.toBe(reason);
  });

  it.each([
    ['!!!???', 'punctuation'],
    ['x', 'one letter'],
    ['nonsense', 'one word'],
    ['🎉🎂', 'emoji'],
    ['\u202Eevil\u0000text', 'invisible characters'],
    ['<script>alert(1)</script>', 'markup'],
    ['((((a, b), c', 'open brackets'],
    ['Das Wetter ist schön, aber kalt.', 'German'],
    ['我们需要一个计划。先调查，然后设计。', 'Chinese'],
    ['خطة المشروع، التصميم، البناء', 'Arabic'],
    ['word '.repeat(800), '4,000 characters'],
    ['a,'.repeat(2000), '2,000 items'],
    ['a -> '.repeat(800), '800 arrows'],
    ['if a fails, b; '.repeat(260), '260 conditions'],
  ])('draws something short and clean from %j (%s)', async (instruction) => {
    const { texts } = await planFor(instruction);
    expect(texts.length).toBeGreaterThan(0);
    expect(texts.length).toBeLessThanOrEqual(200);
    for (const text of texts) {
      expect(text.trim()).not.toBe('');
      expect(text.length).toBeLessThanOrEqual(200);
      expect(text).not.toMatch(/[\p{Cc}\p{Bidi_Control}]|<\/?script/u);
    }
  });

  it('says so when it did not recognise a kind of diagram', async () => {
    const { header, warnings } = await planFor('The sea is wide. The boat is small. The wind is calm.');
    expect(header.layout).toBe('mindmap');
    expect(warnings).toEqual([expect.stringContaining('No diagram type recognised')]);
  });

  it.each(['asdf qwer !!! ???? 1/0 ;;; ->', 'blah ??? foo -> bar !!!', 'Hallo ;;; was ??? ->'])(
    'says so when it had to guess: %s',
    async (instruction) => {
      const { warnings } = await planFor(instruction);
      expect(warnings[0]).toContain('is a guess');
    },
  );

  it('leaves out tags, and says so', async () => {
    const { edges, warnings } = await planFor('<b>Alpha</b> -> Beta <br>');
    expect(edges).toEqual(['Alpha -> Beta']);
    expect(warnings).toEqual([expect.stringContaining('Tags such as “<b>” were left out')]);
    const escaped = await planFor(
      'Start<br>here -> <img src=x> -> [click](javascript:alert(3)) -> &lt;b&gt;',
    );
    expect(escaped.texts).toEqual(['Start here', '<img src=x>', 'Click', '&lt;b&gt']);
    expect(escaped.warnings).toEqual([]);
  });

  it('says so when it left something out', async () => {
    const { warnings } = await planFor(
      `mind map of numbers: ${Array.from({ length: 250 }, (_, at) => `number ${at}`).join(', ')}`,
    );
    expect(warnings).toEqual([
      '51 boxes and 51 connectors were left out: one instruction adds at most 200 boxes and 250 connectors.',
    ]);
  });
});
