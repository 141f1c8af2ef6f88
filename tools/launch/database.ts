import { setTimeout as delay } from 'node:timers/promises';
import type { Config } from '../../src/config.ts';
import { migrate } from '../../src/database/migrations/migrate.ts';
import { databaseFailure, sentenceOf } from '../../src/database/outages/failure.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../postgres/embeddedPostgres.ts';
import { pauseAfter } from './service.ts';

/** A migrated database, which is kept running if it is the embedded one. */
export type LaunchedDatabase = {
  readonly url: string;
  /** Settles after `close`. */
  readonly ended: Promise<void>;
  /** Calls back when the embedded server had to be started again under another address. */
  onMoved(callback: (url: string) => void): void;
  close(options: { hurry: boolean }): Promise<void>;
};

/** Milliseconds that a server has to run for the next start to come at once. */
const settledMs = 10_000;

/**
 * Opens the database of the configuration, or else the embedded one, and migrates it.
 *
 * @throws Error with one sentence: what is wrong and what to do
 */
export async function openDatabase(config: Config, say: (line: string) => void): Promise<LaunchedDatabase> {
  const { DATABASE_URL: url, DATABASE_DIRECT_URL: directUrl = url, DATA_DIR: dataDir } = config;
  if (url !== undefined && directUrl !== undefined) {
    await migrate(directUrl).catch((error: unknown) => {
      const variable = directUrl === url ? 'DATABASE_URL' : 'DATABASE_DIRECT_URL';
      throw new Error(databaseFailure({ url: directUrl, variable }, error), { cause: error });
    });
    return {
      url,
      ended: new Promise(() => undefined),
      onMoved: () => undefined,
      close: async () => undefined,
    };
  }
  const postgres = await startEmbeddedPostgres({ dataDir });
  try {
    await migrate(postgres.url);
  } catch (error) {
    await postgres.stop();
    throw new Error(`The database can't be brought up to date: ${sentenceOf(error)}`, { cause: error });
  }
  return keepRunning(dataDir, postgres, say);
}

function keepRunning(
  dataDir: string,
  first: EmbeddedPostgres,
  say: (line: string) => void,
): LaunchedDatabase {
  let current = first;
  const closing = new AbortController();
  const closed = new Promise<void>((resolve) =>
    closing.signal.addEventListener('abort', () => resolve(), { once: true }),
  );
  let onMoved: (url: string) => void = () => undefined;
  const watch = async () => {
    let earlyEnds = 0;
    while (!closing.signal.aborted) {
      const started = performance.now();
      // A server that another process has started, such as `npm run migrate`, may go on when this one stops.
      await Promise.race([current.ended, closed]);
      if (closing.signal.aborted) return;
      earlyEnds = performance.now() - started < settledMs ? earlyEnds + 1 : 0;
      say('PostgreSQL ended unexpectedly; starting it again.');
      await delay(pauseAfter(earlyEnds), undefined, { signal: closing.signal }).catch(() => undefined);
      const { url } = current;
      current = (await startAgain(dataDir, say, closing.signal)) ?? current;
      if (current.url !== url) onMoved(current.url);
    }
  };
  const ended = watch();
  ended.catch(() => undefined); // the caller handles it
  return {
    url: first.url,
    ended,
    onMoved(callback) {
      onMoved = callback;
    },
    async close(options) {
      closing.abort();
      await current.stop(options);
      await ended.catch(() => undefined);
      await current.stop(options); // one that was just being started
    },
  };
}

/** Tries until the server runs, as it may not for instance while the disk is full; undefined when aborted. */
async function startAgain(
  dataDir: string,
  say: (line: string) => void,
  signal: AbortSignal,
): Promise<EmbeddedPostgres | undefined> {
  for (let failures = 1; !signal.aborted; failures += 1) {
    try {
      return await startEmbeddedPostgres({ dataDir });
    } catch (error) {
      const pause = pauseAfter(failures);
      say(`${sentenceOf(error)} Trying again in ${pause / 1_000} s.`);
      await delay(pause, undefined, { signal }).catch(() => undefined);
    }
  }
  return undefined;
}
