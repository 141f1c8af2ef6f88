import { setTimeout as delay } from 'node:timers/promises';
import { type Kill, killWorker, recoveryTimes } from '../../test/chaos/installation/faults.ts';
import { type Installation, startInstallation } from '../../test/chaos/installation/installation.ts';

/** An installation of this run's own, with workers that are killed. */
export type OwnInstallation = {
  url: string;
  /** Kills workers in turn, while they run a job, until the signal is aborted. @returns What `recoveryTimes` gives. */
  killWorkers(stop: AbortSignal): Promise<number[]>;
  stop(): Promise<void>;
};

/** Milliseconds between two kills: a worker is ready again before the other one is killed. */
const killMs = 15_000;
const pollMs = 5;

/** Starts a database, one API and two workers with the sketcher. */
export async function startOwnInstallation(report: (line: string) => void): Promise<OwnInstallation> {
  const installation = await startInstallation(1, report, { OPENAI_BASE_URL: '' });
  return {
    url: new URL(installation.apiUrl).origin,
    killWorkers: (stop) => killUntil(installation, stop),
    stop: () => installation.stop({ keepLogs: false }),
  };
}

async function killUntil(installation: Installation, stop: AbortSignal): Promise<number[]> {
  const kills: Kill[] = [];
  const pause = (ms: number) => delay(ms, undefined, { signal: stop }).catch(() => undefined);
  for (;;) {
    await pause(killMs);
    if (stop.aborted) break;
    let worker = await busyWorker(installation);
    for (; worker === undefined && !stop.aborted; worker = await busyWorker(installation))
      await pause(pollMs);
    if (worker) kills.push(...(await killWorker(installation, worker)));
  }
  installation.report(`${kills.length} workers were killed`);
  return recoveryTimes(installation, kills);
}

async function busyWorker({ database, workers }: Installation) {
  const rows = await database.query<{ pid: number }>(
    `SELECT pid FROM job_attempt JOIN worker ON worker.id = job_attempt.worker_id
     WHERE job_attempt.outcome IS NULL ORDER BY job_attempt.started_at DESC LIMIT 1`,
  );
  return workers.find(({ pid }) => pid !== undefined && pid === rows[0]?.pid);
}
