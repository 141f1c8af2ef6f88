import type { Figure } from '../figures/figure.ts';
import { type Client, connect } from '../installation/jobClient.ts';
import { Observations, type ObservedJob } from './observations.ts';
import { requiredFigures } from './requiredFigures.ts';
import { runUsers } from './users.ts';

export type LoadOptions = {
  /** Of the API. */
  url: string;
  users: number;
  minutes: number;
  jobsPerMinute: number;
  /** Users take them in turn; none in demo mode. */
  tokens: readonly string[];
  /** Kills workers until the signal is aborted. @returns Milliseconds of each recovery. */
  killWorkers?: (stop: AbortSignal) => Promise<number[]>;
};

/** What was measured, and the errors by their messages. */
export type LoadResult = { figures: Figure[]; errors: ReadonlyMap<string, number>; planner: string };

const followMs = 120_000;

/** Puts load on an API. @throws Error when it can't be reached, or does not know the token. */
export async function runLoad(options: LoadOptions): Promise<LoadResult> {
  const clients = await Promise.all(
    Array.from({ length: options.users }, (_, index) =>
      connect(options.url, headerOf(options.tokens, index)),
    ),
  );
  try {
    return await measure(options, clients);
  } finally {
    await Promise.all(clients.map((client) => client.close()));
  }
}

function headerOf(tokens: readonly string[], user: number): string | undefined {
  const token = tokens[user % tokens.length];
  return token && `Bearer ${token}`;
}

async function measure(
  { minutes, jobsPerMinute, killWorkers }: LoadOptions,
  clients: readonly Client[],
): Promise<LoadResult> {
  const [client] = clients;
  if (client === undefined) throw new Error('there are no users');
  type Data = { viewer: { id: string }; system: { planner: string } };
  const { system } = await client.send<Data>('{ viewer { id } system { planner } }');
  const observations = new Observations();
  const over = new AbortController();
  const killing = killWorkers?.(over.signal);
  await runUsers(clients, { jobsPerMinute, durationMs: minutes * 60_000, followMs }, observations);
  over.abort();
  const recoveries = await killing;
  const endedIds = await findEnded(observations);
  const hasModel = system.planner !== 'sketcher';
  const figures = requiredFigures({ observations, minutes, endedIds, hasModel, recoveries });
  return { figures, errors: observations.errors, planner: system.planner };
}

/** Of one query; below the default of `MAX_OPERATION_ALIASES`. */
const jobsPerQuery = 25;

/** Reads every accepted job again, as the user who created it. @returns The ids of those that are found, ended. */
async function findEnded({ jobs }: Observations): Promise<Set<string>> {
  const ended = new Set<string>();
  for (const [client, own] of Map.groupBy(jobs, (job) => job.client)) {
    for (let first = 0; first < own.length; first += jobsPerQuery) {
      for (const id of await readEnded(client, own.slice(first, first + jobsPerQuery))) ended.add(id);
    }
  }
  return ended;
}

async function readEnded(client: Client, jobs: readonly ObservedJob[]): Promise<string[]> {
  const fields = jobs.map(({ id }, index) => `job${index}: job(id: ${JSON.stringify(id)}) { id finishedAt }`);
  type Data = Record<string, { id: string; finishedAt: string | null } | null>;
  const data = await client.send<Data>(`{ ${fields.join(' ')} }`);
  return Object.values(data).flatMap((job) => (job?.finishedAt ? [job.id] : []));
}
