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
    './schema_engine_bg.js': { ...bindings, ...unreferencedTimers() },
  });
  bindings.__wbg_set_wasm(exports);
  exports.__wbindgen_start();
}

/** The engine never clears the timer of its lock (10 s), which would keep the process alive. */
function unreferencedTimers(): Record<string, unknown> {
  const names = Object.keys(bindings).filter((name) => name.startsWith('__wbg_setTimeout'));
  const unreferenced = (callback: () => void, milliseconds: number) =>
    setTimeout(callback, milliseconds >>> 0).unref();
  return Object.fromEntries(names.map((name) => [name, unreferenced]));
}

/** Prisma's adapter for PostgreSQL with what the schema engine needs beyond it. The shadow database is the same one. */
class EngineAdapter extends PrismaPg {
  override async connect(): Promise<Adapter> {
    return repair(await super.connect());
  }
  override async connectToShadowDb(): Promise<Adapter> {
    return this.connect();
  }
}

const charColumns = new Set(['constraint_type', 'confdeltype', 'confupdtype']);

type Adapter = Awaited<ReturnType<PrismaPg['connect']>>;

/**
 * - The adapter splits a script at every semicolon, also within comments, texts and functions. Here the server gets it
 *   whole.
 * - The engine reads the catalogue's constraints with columns of the internal type "char", which the adapter
 *   refuses.
 */
function repair(adapter: Adapter): Adapter {
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
 * Runs Prisma's schema engine in this process, for comparisons. The engine that `prisma migrate` downloads is the same
 * code compiled to a program of its own; this one comes from npm and works offline.
 *
 * @param shadowUrl a database that the engine may fill and clear: an empty one for comparisons
 * @param work gets the engine, which is freed after it
 */
export async function withSchemaEngine<T>(
  shadowUrl: string,
  work: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  instantiated ??= instantiate();
  await instantiated;
  const pool = new pg.Pool({ connectionString: shadowUrl });
  pool.on('error', () => undefined); // the statement that needs the connection reports its loss
  const adapter = bindMigrationAwareSqlAdapterFactory(new EngineAdapter(pool));
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
