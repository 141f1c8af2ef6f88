import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, describe, expect, vi } from 'vitest';
import { pauseAfter, Service } from '../../../tools/launch/service.ts';
import { openServiceLog } from '../../../tools/launch/serviceLog.ts';

const parentPath = join(import.meta.dirname, '../../../src/service/supervisor.ts');

type Supervise = (program: string, readyText?: string) => Promise<{ service: Service; said: string[] }>;

/** Services that run small programs; none outlives its test. */
const test = base.extend<{ folder: string; supervise: Supervise }>({
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads from the pattern which fixtures this one needs
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'collabcanvas-service-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true });
  },
  supervise: async ({ folder }, use) => {
    const services: Service[] = [];
    await use(async (program, readyText) => {
      const file = join(folder, `${services.length}.mjs`);
      await writeFile(file, program);
      const said: string[] = [];
      const log = openServiceLog(join(folder, `${services.length}.log`), () => undefined);
      const service: Service = new Service({
        ...{ name: 'worker', args: [file], env: { FOLDER: folder }, log, grace: 10_000 },
        say: (line) => said.push(line),
        untilReady: async (over) => {
          await expect
            .poll(() => readFile(log.file, 'utf8').catch(() => ''), { timeout: 30_000 })
            .toContain(readyText ?? 'never');
          over.throwIfAborted();
        },
        onChange: () => service.send({ worker: service.report }),
      });
      services.push(service);
      return { service, said };
    });
    await Promise.all(services.map((service) => service.stop({ hurry: true })));
  },
});

/** Ends the pause of a service that waits for its next start. */
async function skipPause(service: Service, restarts: number): Promise<void> {
  await vi.waitFor(() => expect(service.report).toMatchObject({ state: 'waiting', restarts }), 30_000);
  service.restart();
}

test('pauses between starts grow to 30 s and no further', () => {
  const pauses = Array.from({ length: 12 }, (_, earlyEnds) => pauseAfter(earlyEnds));
  expect(pauses.slice(0, 5)).toEqual([0, 250, 500, 1_000, 2_000]);
  expect(Math.max(...pauses)).toBe(30_000);
  expect(pauses.at(-1)).toBe(30_000);
});

describe('a service', () => {
  test('that was ready once is started again however often it fails', async ({ supervise }) => {
    const { service, said } = await supervise(
      "console.log('ready'); setTimeout(() => process.exit(3), 50)",
      'ready',
    );
    for (let restarts = 1; restarts <= 7; restarts += 1) await skipPause(service, restarts);
    expect(service.report).toMatchObject({ restarts: 7, lastExit: 'code 3' });
    expect(said).toHaveLength(7);
    expect(said.at(-1)).toMatch(/^The worker ended \(code 3\); starting it again in 16 s\.$/);
  });

  test('that was never ready is given up after five failures', async ({ supervise }) => {
    const { service, said } = await supervise("console.error('Error: no such planner'); process.exit(1)");
    for (let restarts = 1; restarts <= 4; restarts += 1) await skipPause(service, restarts);
    await expect(service.ended).rejects.toThrow(
      /code 1: Error: no such planner.* before it was ready, 5 times/,
    );
    expect(said).toHaveLength(4);
    expect(service.report.state).toBe('stopped');
  });

  test('that is killed before it is ready has not failed', async ({ supervise }) => {
    const { service } = await supervise('setInterval(() => undefined, 1_000)');
    for (let restarts = 1; restarts <= 6; restarts += 1) {
      await expect.poll(() => service.pid).toBeDefined();
      process.kill(service.pid ?? 0, 'SIGKILL');
      await skipPause(service, restarts);
    }
    expect(service.report).toMatchObject({ restarts: 6, lastExit: 'killed by SIGKILL' });
  });

  test('that is killed has no reason but the signal', async ({ supervise }) => {
    const { service, said } = await supervise(
      `console.log('{"level":"error","msg":"something else"}'); console.log('ready'); setInterval(() => 0, 1_000)`,
      'ready',
    );
    await vi.waitFor(() => expect(service.report.state).toBe('ready'), 30_000);
    process.kill(service.pid ?? 0, 'SIGKILL');
    await skipPause(service, 1);
    expect(said[0]).toMatch(/^The worker ended \(killed by SIGKILL\); starting it again/);
  });

  test('receives how it and the others are', async ({ supervise, folder }) => {
    const { service } = await supervise(`
      import { receiveSupervisorReports } from ${JSON.stringify(parentPath)};
      import { writeFileSync } from 'node:fs';
      const reports = receiveSupervisorReports();
      setInterval(() => writeFileSync(process.env.FOLDER + '/report', JSON.stringify(reports() ?? null)), 20);
    `);
    const reported = () => readFile(join(folder, 'report'), 'utf8').then((text) => JSON.parse(text));
    await expect
      .poll(reported, { timeout: 30_000 })
      .toMatchObject({ worker: { state: 'starting', restarts: 0 } });
    process.kill(service.pid ?? 0, 'SIGKILL');
    await skipPause(service, 1);
    await expect.poll(reported, { timeout: 30_000 }).toMatchObject({
      worker: { state: 'starting', restarts: 1, lastExit: 'killed by SIGKILL' },
    });
  });
});
