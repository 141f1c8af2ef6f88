import { execFileSync } from 'node:child_process';
import { chown, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Sql } from '../../../src/database/statement.ts';

/** Tables without rows yet: their first one needs a new page, which a full disk has no room for. */
const tables = ['app_user', 'canvas', 'canvas_job', 'job_event'];

export type FullDisk = {
  /** Whether it is a file system that is full; else the database was only told to say so. */
  readonly real: boolean;
  /** Makes room; what was refused before works from then on. */
  free(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
};

/**
 * Puts the tables of new jobs on a disk without space: a small file system of their own where this process may mount
 * one (root), else triggers that raise the same SQLSTATE.
 */
export async function fillDisk(sql: Sql): Promise<FullDisk> {
  return (await mountFullDisk(sql)) ?? pretendFullDisk(sql);
}

async function mountFullDisk(sql: Sql): Promise<FullDisk | undefined> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return undefined;
  const folder = await mkdtemp(join(tmpdir(), 'collabcanvas-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    await rm(folder, { recursive: true });
    return undefined;
  }
  const { rows } = await sql.query<{ data_directory: string }>('SHOW data_directory');
  await chown(folder, (await stat(rows[0]?.data_directory ?? '/')).uid, -1);
  const name = `disk_${process.pid}_${Date.now()}`;
  await sql.query(`CREATE TABLESPACE ${name} LOCATION '${folder}'`);
  for (const table of tables) await sql.query(`ALTER TABLE ${table} SET TABLESPACE ${name}`);
  const file = join(folder, 'filler');
  await writeFile(file, Buffer.alloc(2 ** 20)).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOSPC') throw error;
  });
  return {
    real: true,
    free: () => rm(file),
    async [Symbol.asyncDispose]() {
      for (const table of tables) await sql.query(`ALTER TABLE ${table} SET TABLESPACE pg_default`);
      await dropTablespace(sql, name);
      // Sessions may still hold files that are gone already.
      execFileSync('umount', ['-l', folder]);
      await rm(folder, { recursive: true });
    },
  };
}

/** Files of tables that have moved away are removed with the next checkpoint. */
async function dropTablespace(sql: Sql, name: string): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    try {
      await sql.query('CHECKPOINT');
      await sql.query(`DROP TABLESPACE ${name}`);
      return;
    } catch (error) {
      if (tries === 20) throw error;
      await delay(100);
    }
  }
}

async function pretendFullDisk(sql: Sql): Promise<FullDisk> {
  await sql.query(`
    CREATE FUNCTION no_space() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = '53100';
    END $$`);
  for (const table of tables) {
    await sql.query(`CREATE TRIGGER no_space BEFORE INSERT ON ${table} EXECUTE FUNCTION no_space()`);
  }
  const free = async () => {
    for (const table of tables) await sql.query(`DROP TRIGGER IF EXISTS no_space ON ${table}`);
  };
  return { real: false, free, [Symbol.asyncDispose]: free };
}
