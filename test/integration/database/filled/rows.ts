import { gunzipSync, gzipSync } from 'node:zlib';
import type { Sql } from '../../../../src/database/statement.ts';

/** Every row of a database, as JSON by table; generated columns are left out. */
export type Dump = {
  /** Commit of the version that wrote the rows. */
  commit: string;
  /** The database's clock when it was read, as ISO text. */
  at: string;
  /** Rows by table, such as `public.canvas_job`. */
  tables: Record<string, Record<string, unknown>[]>;
};

type Table = { name: string; columns: string[] };

/** Reads every row of the schemas. Jobs must not run meanwhile. */
export async function dumpRows(sql: Sql, commit: string): Promise<Dump> {
  const { rows } = await sql.query<{ at: string }>("SELECT to_json(now()) #>> '{}' AS at");
  const tables: Dump['tables'] = {};
  for (const { name, columns } of await readTables(sql)) {
    const found = await sql.query<{ row: string }>(
      `SELECT row_to_json(t)::text AS row FROM (SELECT ${columns.join(', ')} FROM ${name}) AS t`,
    );
    // A jsonb text with a large number or a key twice would not survive; there is none.
    tables[name] = found.rows.map(({ row }) => JSON.parse(row));
  }
  return { commit, at: rows[0]?.at ?? '', tables };
}

/**
 * Puts the rows into tables that are empty. Triggers and foreign keys are not asked: the rows are as they were.
 * All times are moved by the same whole hours, so that the newest is less than an hour old.
 */
export async function loadRows(sql: Sql, dump: Dump): Promise<void> {
  await sql.query("SET session_replication_role = 'replica'");
  const present = new Map((await readTables(sql)).map((table) => [table.name, table]));
  for (const [name, rows] of Object.entries(dump.tables)) {
    if (!present.has(name))
      throw new Error(`the table ${name} is missing; apply the migrations of then first`);
    await sql.query(`DELETE FROM ${name}`);
    const columns = Object.keys(rows[0] ?? {})
      .map((column) => `"${column}"`)
      .join(', ');
    if (rows.length === 0) continue;
    await sql.query(
      `INSERT INTO ${name} (${columns}) OVERRIDING SYSTEM VALUE
       SELECT ${columns} FROM json_populate_recordset(NULL::${name}, $1)`,
      [JSON.stringify(rows)],
    );
  }
  await moveTimes(sql, dump);
  await setSequences(sql);
  await sql.query('RESET session_replication_role');
}

/** A dump as a file, and back. */
export function packDump(dump: Dump): Buffer {
  return gzipSync(JSON.stringify(dump), { level: 9 });
}
export function unpackDump(file: Buffer): Dump {
  return JSON.parse(gunzipSync(file).toString('utf8'));
}

async function readTables(sql: Sql): Promise<Table[]> {
  const { rows } = await sql.query<Table>(`
    SELECT format('%I.%I', table_schema, table_name) AS name,
           array_agg(format('%I', column_name) ORDER BY ordinal_position) AS columns
    FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
    WHERE table_schema IN ('public', 'graphile_worker') AND table_type = 'BASE TABLE' AND is_generated = 'NEVER'
    GROUP BY 1 ORDER BY 1`);
  return rows;
}

async function moveTimes(sql: Sql, { at, tables }: Dump): Promise<void> {
  const { rows } = await sql.query<{ name: string; assignments: string }>(
    `SELECT format('%I.%I', table_schema, table_name) AS name,
            string_agg(format('%1$I = %1$I + $1::interval', column_name), ', ') AS assignments
     FROM information_schema.columns
     WHERE data_type = 'timestamp with time zone' AND format('%I.%I', table_schema, table_name) = ANY($1)
     GROUP BY 1`,
    [Object.keys(tables)],
  );
  const hours = await sql.query<{ hours: string }>(
    `SELECT floor(extract(epoch FROM now() - $1::timestamptz) / 3600) || ' hours' AS hours`,
    [at],
  );
  for (const { name, assignments } of rows)
    await sql.query(`UPDATE ${name} SET ${assignments}`, [hours.rows[0]?.hours]);
}

async function setSequences(sql: Sql): Promise<void> {
  const { rows } = await sql.query<{ statement: string }>(`
    SELECT format('SELECT setval(%L, COALESCE(max(%I), 1)) FROM %I.%I', sequence, column_name, table_schema, table_name)
             AS statement
    FROM information_schema.columns,
         LATERAL pg_get_serial_sequence(format('%I.%I', table_schema, table_name), column_name) AS sequence
    WHERE table_schema IN ('public', 'graphile_worker') AND sequence IS NOT NULL`);
  for (const { statement } of rows) await sql.query(statement);
}
