import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { pino } from 'pino';
import { expect } from 'vitest';
import { parse } from 'yaml';
import { connect } from '../../../src/database/connection.ts';
import { batchSizes } from '../../../src/events/log/batchSizes.ts';
import { createWorkerMetrics } from '../../../worker/metrics.ts';
import { create, history } from '../../support/jobs.ts';
import { openConnection } from '../../support/requests/sockets.ts';
import { test } from '../../support/system.ts';

const run = promisify(execFile);
const folder = join(import.meta.dirname, '../../../deploy');
const alerts = join(folder, 'prometheus/alerts.yaml');
const dashboard = join(folder, 'grafana/collabcanvas.json');

/** Names of the metrics in a text of Prometheus, with those of its histograms' parts, and their labels. */
function exportedBy(text: string): Set<string> {
  return new Set(
    [...text.matchAll(/^# TYPE (\S+) (\S+)$/gm)].flatMap(([, name = '', type]) =>
      type === 'histogram' ? [`${name}_bucket`, `${name}_sum`, `${name}_count`] : [name],
    ),
  );
}

/** Names of ours, and of those that Node's library adds. */
const namesIn = (text: string) => new Set(text.match(/\b(?:collabcanvas|nodejs|process)_\w+/g));

test('alerts and the dashboard ask for metrics that the services have, and the dashboard shows all of ours', async ({
  system: { api },
}) => {
  const worker = createWorkerMetrics({
    ...{ running: () => 0, places: 1, stalledMs: async () => 0 },
    pool: { totalCount: 0, idleCount: 0, waitingCount: 0 },
    ...{ slowQueries: () => 0, shortage: () => undefined, dataDir: '/not/there' },
  });
  const ofApi = await (await fetch(`${api.url}/metrics`)).text();
  const exported = exportedBy(`${ofApi}\n${await worker.registry.metrics()}`);
  const asked = namesIn((await readFile(alerts, 'utf8')) + (await readFile(dashboard, 'utf8')));
  expect([...asked].filter((name) => !exported.has(name))).toEqual([]);

  const shown = namesIn(await readFile(dashboard, 'utf8'));
  const ours = [...exported].filter(
    (name) => name.startsWith('collabcanvas_') && !/_(?:sum|count)$/.test(name),
  );
  expect(ours.filter((name) => !shown.has(name))).toEqual([]);
});

test('the alerts fire when they should, and only then', async () => {
  const tests = join(folder, 'prometheus/alerts.test.yaml');
  await run('promtool', ['check', 'config', join(folder, 'prometheus/prometheus.yaml')]);
  const { stdout } = await run('promtool', ['test', 'rules', tests]);
  expect(stdout).toContain('SUCCESS');
});

test('every alert has a runbook of its own in the operations guide', async () => {
  const { groups } = parse(await readFile(alerts, 'utf8')) as {
    groups: { rules: { alert: string; annotations: { runbook?: string } }[] }[];
  };
  const rules = groups.flatMap((group) => group.rules);
  expect(rules.map(({ annotations }) => annotations.runbook)).toEqual(
    rules.map(({ alert }) => `docs/operations.md#${alert.toLowerCase()}`),
  );
  const guide = await readFile(join(folder, '../docs/operations.md'), 'utf8');
  const headings = [...guide.matchAll(/^### (\w+)$/gm)].map(([, heading]) => heading);
  expect(rules.map(({ alert }) => alert).filter((alert) => !headings.includes(alert))).toEqual([]);
});

test('the metrics of the queue count what waits, by priority', async ({ system: { api, client } }) => {
  await create(client, { instruction: 'Flow: One, Two', priority: 'HIGH' });
  const metrics = await (await fetch(`${api.url}/metrics`)).text();
  expect(metrics).toMatch(/^collabcanvas_queue_depth\{priority="HIGH",waits_for="worker"\} 1$/m);
  expect(metrics).toMatch(/^collabcanvas_queue_depth\{priority="LOW",waits_for="worker"\} 0$/m);
  expect(metrics).toMatch(/^collabcanvas_queue_oldest_wait_seconds\{priority="HIGH"\} \S+$/m);
  expect(metrics).toMatch(/^collabcanvas_live_workers 0$/m);
});

test('open WebSockets are counted, and the events that a worker appends at a time', async ({
  system: { api, client, startWorker },
}) => {
  const readMetrics = async () => (await fetch(`${api.url}/metrics`)).text();
  const { socket } = await openConnection(`${api.url}/graphql`);
  expect(await readMetrics()).toMatch(/^collabcanvas_websocket_connections 1$/m);
  socket.terminate();
  await expect.poll(readMetrics).toMatch(/^collabcanvas_websocket_connections 0$/m);

  await startWorker({ OPENAI_BASE_URL: '' });
  const before = (await batchSizes.get()).values.find(({ metricName }) =>
    metricName?.endsWith('_sum'),
  )?.value;
  await history(client, (await create(client, { instruction: 'Flow: One, Two' })).id);
  const after = (await batchSizes.get()).values.find(({ metricName }) => metricName?.endsWith('_sum'))?.value;
  expect(after).toBeGreaterThan(before ?? 0);
});

test('requests, operations, errors, refused tokens and deliveries are counted', async ({
  system: { api, client, startWorker },
}) => {
  await startWorker({ OPENAI_BASE_URL: '' });
  const { id } = await create(client, { instruction: 'Flow: One, Two' });
  await history(client, id);
  await client.send('{ nothing }');
  const metrics = await (await fetch(`${api.url}/metrics`)).text();
  expect(metrics).toMatch(
    /^collabcanvas_http_request_seconds_count\{route="\/graphql",status="2xx"\} [1-9]/m,
  );
  expect(metrics).toMatch(
    /^collabcanvas_graphql_operation_seconds_count\{type="mutation",failed="false"\} 1$/m,
  );
  expect(metrics).toMatch(/^collabcanvas_graphql_errors_total\{code="GRAPHQL_VALIDATION_FAILED"\} 1$/m);
  expect(metrics).toMatch(/^collabcanvas_delivery_seconds_count [1-9]/m);
  expect(metrics).toMatch(/^collabcanvas_queue_paused 0$/m);
  expect(metrics).toMatch(/^collabcanvas_disk_bytes\{kind="free"\} [1-9]/m);
});

test('slow statements are logged with their text, without values, and counted', async ({ database }) => {
  const lines: string[] = [];
  const log = pino({ level: 'warn' }, { write: (line: string) => void lines.push(line) });
  const { pool, slowQueries, close } = connect(database.url, 1, log, 20);
  await pool.query('SELECT 1');
  expect(slowQueries()).toBe(0);
  await pool.query('SELECT pg_sleep(0.03),\n  $1::text', ['a secret']);
  await close();
  expect(slowQueries()).toBe(1);
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { statement: 'SELECT pg_sleep(0.03), $1::text' },
  ]);
  expect(lines.join('')).not.toContain('secret');
});
