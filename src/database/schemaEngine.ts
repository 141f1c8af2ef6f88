import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import type { SchemaEngine } from '@prisma/schema-engine-wasm';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';
import pg from 'pg';

/** The little of WebAssembly's interface that is needed; its types come with those of the browser only. */
declare const WebAssembly: {
  compile(bytes: Uint8Array): Promise<object>;
  instantiate(module: object, imports: object): Promise<{ exports: { __wbindgen_start(): void } }>;
};

/** The package's entry imports its .wasm file as a module, which bundlers do and Node.js does not. */
async function instantiate(): Promise<void> {
  const file = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const module = await WebAssembly.compile(await readFile(file.replace(/\.js$/, '.wasm')));
  const { exports } = await WebAssembly.instantiate(module, {
    './schema_engine_bg.js': { ...bindings, ...patientTimers() },
  });
  bindings.__wbg_set_wasm(exports);
  exports.__wbindgen_start();
}

/** The engine never clears the timer of its lock (10 s), which would keep a process from ending. */
function patientTimers(): Record<string, unknown> {
  const names = Object.keys(bindings).filter((name) => name.startsWith('__wbg_setTimeout'));
  const unreferenced = (callback: () => void, milliseconds: number) =>
    setTimeout(callback, milliseconds >>> 0).unref();
  return Object.fromEntries(names.map((name) => [name, unreferenced]));
}

/** Prisma's adapter for PostgreSQL with what the schema engine needs beyond it. */
class EngineAdapter extends PrismaPg {
  private readonly isShadow: boolean;

  constructor(pool: pg.Pool, isShadow: boolean) {
    super(pool);
    this.isShadow = isShadow;
  }

  override async connect(): Promise<Adapter> {
    return repaired(await super.connect());
  }
  /** The adapter's own way mistakes the real database for the shadow one when it is given by address. */
  override async connectToShadowDb(): Promise<Adapter> {
    if (this.isShadow) return this.connect();
    throw new Error('The schema engine asked for a shadow database, which only comparisons have.');
  }
}

const charColumns = new Set(['constraint_type', 'confdeltype', 'confupdtype']);

type Adapter = Awaited<ReturnType<PrismaPg['connect']>>;

/**
 * - The adapter cuts a script at every semicolon, also at those in comments, texts and functions, and runs
 *   the pieces one by one. Here the server gets the script as it stands, and so as one transaction: a
 *   migration is applied whole or not at all.
 * - The engine reads the catalogue's constraints with columns of the internal type "char", which the adapter
 *   refuses.
 */
function repaired(adapter: Adapter): Adapter {
  const queryRaw = adapter.queryRaw.bind(adapter);
  adapter.executeScript = async (script) => {
    await adapter.underlyingDriver().query(script);
  };
  adapter.queryRaw = async (query) => {
    const sql = query.sql.replace(
      /\b(?:constr\.contype|con\.confdeltype|con\.confupdtype)(?=,| AS)/g,
      '$&::text',
    );
    const result = await queryRaw({ ...query, sql });
    if (sql === query.sql) return result;
    const columnTypes = result.columnTypes.map((type, column) =>
      charColumns.has(result.columnNames[column] ?? '') ? ColumnTypeEnum.Character : type,
    );
    return { ...result, columnTypes };
  };
  return adapter;
}

let instantiated: Promise<void> | undefined;

/**
 * Prisma's schema engine, in this process. The engine that `prisma migrate` downloads is the same code
 * compiled to a program of its own; this one comes from npm and works offline.
 *
 * @param database the database to work on; with `shadow`, an empty one that comparisons may fill and clear
 * @param work gets the engine, which is freed after it
 */
export async function withSchemaEngine<T>(
  database: { url: string; shadow?: boolean },
  work: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  instantiated ??= instantiate();
  await instantiated;
  const pool = new pg.Pool({ connectionString: database.url });
  pool.on('error', () => undefined); // the statement that needs the connection reports its loss
  const adapter = bindMigrationAwareSqlAdapterFactory(new EngineAdapter(pool, database.shadow === true));
  const engine = await bindings.SchemaEngine.new({ datamodels: undefined }, () => undefined, adapter);
  try {
    return await work(engine);
  } catch (error) {
    throw new Error(withoutTrace(error), { cause: error });
  } finally {
    engine.free();
    // The engine holds an advisory lock on its session and leaves the session open.
    await pool.end();
  }
}

/** The engine's messages span lines and end in a trace of its own source. */
function withoutTrace(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message
    .replace(/\n\s+0: [\s\S]*$/, '')
    .trim()
    .replace(/\s*\n+\s*/g, ' ');
}
