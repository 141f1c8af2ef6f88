import { randomUUID } from 'node:crypto';
import pg from 'pg';

/** Milliseconds for the second connection, which a pooler without a free session leaves waiting. */
const timeoutMs = 5_000;
/** Comparisons before a session counts as kept: between two of them others may take part and hide the exchange. */
const comparisons = 3;

/**
 * Whether a connection keeps one session of PostgreSQL for as long as it lasts. `LISTEN`, session advisory locks and
 * prepared statements need that; a connection pooler in transaction mode gives every transaction any session.
 *
 * @param client A connection that is open, in no transaction.
 * @param url The address that `client` was opened with.
 * @throws Error when the database can't be reached, or a pooler refuses transactions (statement mode).
 */
export async function ownsSession(client: pg.Client, url: string): Promise<boolean> {
  if (await isDirect(client)) return true;
  const other = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: timeoutMs,
    query_timeout: timeoutMs,
  });
  other.on('error', () => undefined); // the statement that needs the connection reports its loss
  try {
    await other.connect();
    for (let done = 0; done < comparisons; done += 1) if (await sharesSessions(client, other)) return false;
    return true;
  } finally {
    await other.end().catch(() => undefined);
  }
}

/**
 * Whether no connection pooler is in between: one gives its clients a process id of its own making, for their cancel
 * requests.
 */
export async function isDirect(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  return 'processID' in client && client.processID === rows[0]?.pid;
}

/**
 * A mark on the session of `client` that turns up on `other`, or is missing where it was made, proves that sessions
 * are exchanged. The transaction keeps `other` on its session: most poolers lend the one that was used last.
 */
async function sharesSessions(client: pg.Client, other: pg.Client): Promise<boolean> {
  const mark = randomUUID();
  const hasMark = async (on: pg.Client) => {
    const { rows } = await on.query<{ mark: string | null }>(
      "SELECT current_setting('collabcanvas.session', true) AS mark",
    );
    return rows[0]?.mark === mark;
  };
  await client.query("SELECT set_config('collabcanvas.session', $1, false)", [mark]);
  await other.query('BEGIN');
  try {
    return (await hasMark(other)) || !(await hasMark(client));
  } finally {
    await other.query('COMMIT');
  }
}
