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

/** Identifier of PostgreSQL's internal type "char", a single byte; the catalogue's constraints have such columns. */
const charType = 18;
const textType = 25;

/** A pool that gives columns of the type "char", which Prisma's adapter refuses, as texts. */
class CharPool extends pg.Pool {
  /** Names of such columns in the last result. The engine runs one query at a time. */
  readonly charColumns = new Set<string>();

  override query = (async (query: string | pg.QueryArrayConfig) => {
    const run: (query: string | pg.QueryArrayConfig) => Promise<Partial<pg.QueryArrayResult>> = super.query;
    const result = await run.call(this, query);
    this.charColumns.clear();
    for (const field of result.fields ?? []) {
      if (field.dataTypeID !== charType) continue;
      this.charColumns.add(field.name);
      field.dataTypeID = textType;
    }
    return result;
  }) as pg.Pool['query'];
}

type Adapter = Awaited<ReturnType<PrismaPg['connect']>>;

/**
 * Prisma's adapter for PostgreSQL, corrected: the engine gets columns of the type "char" as such, and the server gets a
 * script whole, which the adapter splits at every semicolon, also within comments, texts and functions. The shadow
 * database is the same one.
 */
class EngineAdapter extends PrismaPg {
  readonly #pool: CharPool;

  constructor(pool: CharPool) {
    super(pool);
    this.#pool = pool;
  }

  override async connect(): Promise<Adapter> {
    const adapter = await super.connect();
    const queryRaw = adapter.queryRaw.bind(adapter);
    adapter.executeScript = async (script) => {
      await this.#pool.query(script);
    };
    adapter.queryRaw = async (query) => {
      const result = await queryRaw(query);
      const columnTypes = result.columnTypes.map((type, column) =>
        this.#pool.charColumns.has(result.columnNames[column] ?? '') ? ColumnTypeEnum.Character : type,
      );
      return { ...result, columnTypes };
    };
    return adapter;
  }

  override async connectToShadowDb(): Promise<Adapter> {
    return this.connect();
  }
}

let instantiated: Promise<void> | undefined;

/**
 * Runs Prisma's schema engine in this process, for comparisons.
 *
 * `prisma migrate diff` can't be used offline: the CLI (7.10) compares with a native program, which it downloads from
 * binaries.prisma.sh; the WebAssembly file in its package is not used. The engine is the same code, from npm.
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
  const pool = new CharPool({ connectionString: shadowUrl });
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
