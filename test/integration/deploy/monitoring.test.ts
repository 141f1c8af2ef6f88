import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect } from 'vitest';
import { createWorkerMetrics } from '../../../worker/metrics.ts';
import { create } from '../../support/jobs.ts';
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
  await run('promtool', ['check', 'rules', alerts]);
  const { stdout } = await run('promtool', ['test', 'rules', tests]);
  expect(stdout).toContain('SUCCESS');
});

test('the metrics of the queue count what waits, by priority', async ({ system: { api, client } }) => {
  await create(client, { instruction: 'Flow: One, Two', priority: 'HIGH' });
  const metrics = await (await fetch(`${api.url}/metrics`)).text();
  expect(metrics).toMatch(/^collabcanvas_queue_depth\{priority="HIGH",waits_for="worker"\} 1$/m);
  expect(metrics).toMatch(/^collabcanvas_queue_depth\{priority="LOW",waits_for="worker"\} 0$/m);
  expect(metrics).toMatch(/^collabcanvas_queue_oldest_wait_seconds\{priority="HIGH"\} \S+$/m);
  expect(metrics).toMatch(/^collabcanvas_live_workers 0$/m);
});
