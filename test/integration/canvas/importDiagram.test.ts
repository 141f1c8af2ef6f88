import { describe, expect } from 'vitest';
import { change, readCanvas } from '../../support/canvases.ts';
import { create, history, plannersOf, readJob } from '../../support/jobs.ts';
import { type Client, test } from '../../support/system.ts';

const importDocument = `mutation ($input: ImportDiagramInput!) { importDiagram(input: $input) {
  __typename
  ... on ImportDiagramSuccess { job { id type instruction canvas { id } } }
  ... on InputValidationError { fields { path code message } }
  ... on Error { message }
} }`;

async function tryImport(client: Client, input: Record<string, unknown>) {
  const { data, errors } = await client.send(importDocument, { input });
  expect(errors).toBeUndefined();
  return data.importDiagram;
}

/** Imports a file, and waits until its job has ended. */
async function importFile(client: Client, input: Record<string, unknown>) {
  const { __typename, job: created } = await tryImport(client, input);
  expect(__typename).toBe('ImportDiagramSuccess');
  await history(client, created.id);
  return { ...created, ...(await readJob(client, created.id)) };
}

/** What is drawn: the texts of shapes, and connectors by the texts that they join. */
async function drawnOn(client: Client, canvasId: string) {
  const { objects, title, versionNumber } = await readCanvas(client, canvasId);
  const texts = new Map<string, string>();
  for (const { id, text } of objects) if (text !== undefined) texts.set(id, text);
  const edges = objects
    .filter(({ fromId }: { fromId?: string }) => fromId !== undefined)
    .map(({ fromId, toId, label }: { fromId: string; toId: string; label: string | null }) =>
      [texts.get(fromId), label ?? '->', texts.get(toId)].join(' '),
    );
  return { title, versionNumber, texts: [...texts.values()], edges: edges.toSorted() };
}

const checkout = 'flowchart LR\n  cart[Cart] -->|pays| paid{Paid?}\n  paid --> done([Done])\n';

describe('importDiagram', () => {
  test('draws a flow in Mermaid on a new canvas, without the planner', async ({ system, model }) => {
    await system.startWorker();
    const job = await importFile(system.client, { source: checkout, fileName: 'checkout.mmd' });
    expect(job).toMatchObject({
      ...{ status: 'COMPLETED', type: 'CREATE_CANVAS', instruction: 'Import checkout.mmd' },
      ...{ warnings: [], usage: null, attempt: 1 },
    });
    expect(await drawnOn(system.client, job.canvas.id)).toMatchObject({
      texts: ['Cart', 'Paid?', 'Done'],
      edges: ['Cart pays Paid?', 'Paid? -> Done'],
    });
    expect(model.requestCount).toBe(0);
    expect(new Set(await plannersOf(system.client, job.id))).toEqual(new Set([null]));
    const { data } = await system.client.send('{ jobStats { byPlanner { planner completed } } }');
    expect(data.jobStats.byPlanner).toEqual([{ planner: null, completed: 1 }]);
  });

  test('draws a file of 100,000 characters, of which lines end in CRLF, after a byte order mark', async ({
    system,
  }) => {
    await system.startWorker();
    const rows = ['Name,Role,Manager', 'Ann,CEO,', 'Bob,CTO,Ann', 'Cem,"Lead, web",Bob'];
    const start = `\uFEFF${rows.join('\r\n')}\r\n`;
    const source = start.padEnd(100_000 + rows.length + 1, '\n');
    const job = await importFile(system.client, { source, fileName: 'team.csv' });
    expect(job.error).toBeNull();
    const { texts, edges } = await drawnOn(system.client, job.canvas.id);
    expect(texts).toEqual(['Ann\nCEO', 'Bob\nCTO', 'Cem\nLead, web']);
    expect(edges).toEqual(['Ann\nCEO -> Bob\nCTO', 'Bob\nCTO -> Cem\nLead, web']);
  });

  test('adds to a canvas as one version, which one undo reverts', async ({ system, model }) => {
    await system.startWorker();
    const { canvas } = await importFile(system.client, { source: checkout });
    const before = await drawnOn(system.client, canvas.id);
    const second = await importFile(system.client, {
      ...{ source: 'digraph { Pack -> Ship }', canvasId: canvas.id },
    });
    expect(second).toMatchObject({ type: 'MODIFY_CANVAS', instruction: 'Import a diagram' });
    expect(await drawnOn(system.client, canvas.id)).toMatchObject({
      ...{ versionNumber: 2, title: before.title },
      texts: [...before.texts, 'Pack', 'Ship'],
    });
    await change(system.client, 'undoCanvasJob', { jobId: second.id });
    expect((await drawnOn(system.client, canvas.id)).texts).toEqual(before.texts);
    expect(model.requestCount).toBe(0);
  });

  test('leaves out a line that cannot be read, and names it', async ({ system }) => {
    await system.startWorker();
    const source = 'flowchart TD\n  Draft --> Review\n  Review ==>> [[oops\n  Review --> Publish\n';
    const { status, warnings, canvas } = await importFile(system.client, { source });
    expect([status, warnings]).toEqual([
      'COMPLETED',
      [expect.stringContaining('Line 3 was left out: “Review ==>> [[oops”')],
    ]);
    expect((await drawnOn(system.client, canvas.id)).texts).toEqual(['Draft', 'Review', 'Publish']);
  });

  test('fails, and changes nothing, when no language is recognised', async ({ system }) => {
    await system.startWorker();
    const source = 'Dear all, the meeting is on Monday.';
    const { status, error, canvas, attempt } = await importFile(system.client, { source });
    expect({ status, attempt, error }).toMatchObject({
      ...{ status: 'FAILED', attempt: 1 },
      error: {
        ...{ code: 'SOURCE_UNREADABLE', retryable: false },
        message: expect.stringContaining('no diagram language that is known: Mermaid, DOT'),
      },
    });
    expect((await readCanvas(system.client, canvas.id)).versionNumber).toBe(0);
  });

  test('refuses JSON that cannot be read, before there is a job or a canvas', async ({ system }) => {
    for (const source of ['{"nodes": [', '"a text"']) {
      expect(await tryImport(system.client, { source, fileName: 'plan.JSON' })).toMatchObject({
        __typename: 'InputValidationError',
        fields: [{ path: ['source'], code: 'INVALID', message: expect.stringMatching(/valid JSON/) }],
      });
    }
    const { data } = await system.client.send('{ canvases { totalCount } jobs { totalCount } }');
    expect(data).toEqual({ canvases: { totalCount: 0 }, jobs: { totalCount: 0 } });
  });

  test('keeps the source for a retry', async ({ system }) => {
    const { job } = await tryImport(system.client, { source: checkout });
    for (const mutation of ['cancelJob', 'retryJob']) {
      const { data } = await system.client.send(
        `mutation ($jobId: ID!) { ${mutation}(input: { jobId: $jobId }) { __typename } }`,
        { jobId: job.id },
      );
      expect(data[mutation].__typename).toMatch(/Success$/);
    }
    const { lastSequence } = (
      await system.client.send('query ($id: ID!) { job(id: $id) { lastSequence } }', { id: job.id })
    ).data.job;
    await system.startWorker();
    await history(system.client, job.id, lastSequence);
    expect((await drawnOn(system.client, job.canvas.id)).texts).toEqual(['Cart', 'Paid?', 'Done']);
  });

  test('gives the same job for the same key and source, and refuses the key for others', async ({
    system,
  }) => {
    const input = { source: checkout, fileName: 'a.mmd', idempotencyKey: 'once' };
    const { job } = await tryImport(system.client, input);
    expect((await tryImport(system.client, input)).job.id).toBe(job.id);
    const others = [
      { ...input, source: `${checkout}\n` },
      { ...input, fileName: 'b.mmd' },
    ];
    for (const other of others) {
      expect((await tryImport(system.client, other)).__typename).toBe('IdempotencyConflictError');
    }
    await expect(
      create(system.client, { instruction: 'Import a.mmd', idempotencyKey: 'once' }),
    ).rejects.toThrow('IdempotencyConflictError');
  });

  test('names what is wrong with the input', async ({ system }) => {
    const refused = async (input: Record<string, unknown>) => (await tryImport(system.client, input)).fields;
    expect(await refused({ source: ' \n' })).toEqual([
      { path: ['source'], code: 'EMPTY', message: 'There is nothing to import: the source is empty.' },
    ]);
    expect(await refused({ source: 'x'.repeat(100_001), fileName: 'a\u0000.csv' })).toEqual([
      {
        ...{ path: ['source'], code: 'TOO_LONG' },
        message: 'The source has 100001 characters, the limit is 100000.',
      },
      {
        ...{ path: ['fileName'], code: 'CONTROL_CHARACTER' },
        message: 'The file name contains the control character U+0000.',
      },
    ]);
    expect((await tryImport(system.client, { source: checkout, canvasId: 'nonsense' })).__typename).toBe(
      'NotFoundError',
    );
  });
});
