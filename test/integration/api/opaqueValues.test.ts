import { describe, expect } from 'vitest';
import { createOwner } from '../../support/markedOwner.ts';
import { opaqueValues, type TextPlace, textPlaces } from '../../support/requests/opaqueValues.ts';
import { test } from '../../support/system.ts';
import { clientOf, secret, tokenOf } from '../../support/tokens.ts';

const seed = 20_260_131;
const valuesPerPlace = 4;
const valuesPerCursor = 12;
/** At the same time, so that the whole does not take a minute. */
const together = 25;

type Attempt = { place: TextPlace; value: string; id: string };

/** The answer, as text; of a stream, what comes before `left`. */
async function answerTo(url: string, token: string, { place, value, id }: Attempt, left: AbortSignal) {
  const isStream = place.kind === 'subscription';
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${token}`,
      ...(isStream ? { accept: 'text/event-stream' } : {}),
    },
    body: JSON.stringify({ query: place.document, variables: place.variables(value, id) }),
    ...(isStream ? { signal: left } : {}),
  });
  let text = '';
  const decoder = new TextDecoder();
  try {
    for await (const chunk of response.body ?? []) text += decoder.decode(chunk, { stream: true });
  } catch (error) {
    if (!left.aborted) throw error;
  }
  return { status: response.status, text };
}

describe('a random value', () => {
  test.override({
    env: { JWT_SECRET: secret, MAX_ACTIVE_JOBS_PER_USER: '100000', MAX_MUTATIONS_PER_MINUTE: '1000000' },
  });

  test('in any argument for a text, an id or a cursor is never a defect of the service', async ({
    system,
    model,
  }) => {
    const { finished } = await createOwner(system, model, 'owner');
    const owner = await clientOf(system, 'owner owner');
    const { data } = await owner.send(
      '{ jobs(first: 1) { edges { cursor } } canvases(first: 1) { edges { cursor } } }',
    );
    const cursors = [data.jobs, data.canvases].flatMap(({ edges }) =>
      edges.map(({ cursor }: { cursor: string }) => cursor),
    );
    const ids = [finished.id, finished.canvasId];
    const token = await tokenOf('owner owner', 'ops');
    const places = textPlaces();
    expect(places.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        'jobs.after',
        'jobs.filter.text',
        'node.id',
        'Canvas.versions.before',
        'CanvasJob.events.after',
        'createCanvasJob.input.idempotencyKey',
        'updateCanvasObjects.input.add.shape.lines',
        'invalidateCache.input.key',
        'jobProgress.jobId',
      ]),
    );
    const attempts = places.flatMap((place, index) =>
      opaqueValues(
        place.isCursor ? cursors : [...ids, ...cursors],
        place.isCursor ? valuesPerCursor : valuesPerPlace,
        seed + index,
      ).map((value, number): Attempt => ({ place, value, id: ids[number % ids.length] ?? '' })),
    );
    const codes = new Map<string, number>();
    for (let from = 0; from < attempts.length; from += together) {
      const batch = attempts.slice(from, from + together);
      const leaving = new AbortController();
      const answers = batch.map((attempt) => answerTo(owner.url, token, attempt, leaving.signal));
      // Streams of what is there after all go on until the rest has been answered.
      await Promise.all(answers.filter((_, index) => batch[index]?.place.kind !== 'subscription'));
      await owner.send('{ system { demo } }');
      leaving.abort();
      for (const [index, answer] of answers.entries()) {
        const { status, text } = await answer;
        const { place, value } = batch[index] as Attempt;
        const what = `${place.name}: ${JSON.stringify(value)}: ${text}`;
        expect(status, what).toBeLessThan(500);
        expect(text, what).not.toMatch(/INTERNAL_SERVER_ERROR|SERVICE_UNAVAILABLE|GRAPHQL_VALIDATION_FAILED/);
        const [, code = 'data'] = /"code":"([A-Z_]+)"/.exec(text) ?? [];
        codes.set(code, (codes.get(code) ?? 0) + 1);
      }
    }
    // Values have really got to where they are read.
    expect(codes.get('data')).toBeGreaterThan(attempts.length / 4);
    expect(codes.get('BAD_USER_INPUT')).toBeGreaterThan(attempts.length / 20);
  }, 120_000);
});
