/** Prisma's schema engine as WebAssembly, for the development tool that writes migrations. The bot itself does not use it. */
import * as fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import type { SchemaEngine } from '@prisma/schema-engine-wasm';
import type pg from 'pg';

type Schema = { readonly path: string; readonly content: string };
type Adapter = Awaited<ReturnType<PrismaPg['connect']>>;
type Glue = {
  readonly SchemaEngine: {
    new: (options: object, log: () => void, adapter: object) => Promise<SchemaEngine>;
  };
  readonly __wbg_set_wasm: (exports: object) => void;
};

/** The part of WebAssembly used here; the types of Node do not have it. */
type Loader = {
  instantiate: (
    bytes: Uint8Array,
    imports: object,
  ) => Promise<{ instance: { exports: { __wbindgen_start: () => void } } }>;
};

/** The SQL that leads from the database at `url` to the schema. */
export async function difference(url: string, schema: Schema): Promise<string> {
  const { SchemaEngine: Engine } = await loadEngine();
  const adapter = bindMigrationAwareSqlAdapterFactory(new CatalogueReader(url));
  const engine = await Engine.new({ datamodels: [[schema.path, schema.content]] }, () => undefined, adapter);
  try {
    const { stdout } = await engine.diff({
      from: { tag: 'schemaDatasource', files: [schema], configDir: '.' },
      to: { tag: 'schemaDatamodel', files: [schema] },
      script: true,
      exitCode: null,
      filters: { externalTables: ['public._prisma_migrations'], externalEnums: [] },
    });
    return stdout ?? '';
  } finally {
    engine.free();
  }
}

/** The package wants a bundler to load its WebAssembly; Node is given the file. */
async function loadEngine(): Promise<Glue> {
  const folder = path.dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm'));
  const glue = (await import(pathToFileURL(path.join(folder, 'schema_engine_bg.js')).href)) as Glue;
  const panics = { set_message: (message: string) => console.error(message) };
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: panics });
  const bytes = fs.readFileSync(path.join(folder, 'schema_engine_bg.wasm'));
  const { WebAssembly: wasm } = globalThis as unknown as { WebAssembly: Loader };
  const { instance } = await wasm.instantiate(bytes, { './schema_engine_bg.js': glue });
  glue.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  return glue;
}

const oneLetter = 18;
const text = 25;
/** `ColumnTypeEnum.Character` of the driver adapters. */
const character = 6;

/**
 * The catalogue has columns of the one-letter type "char", which the engine insists on and adapter-pg 7.10.0 does not know.
 * They pass the adapter as text and are named to the engine as what they are. Queries run one after the other.
 */
class CatalogueReader extends PrismaPg {
  override async connect(): Promise<Adapter> {
    const adapter = await super.connect();
    const pool = adapter.underlyingDriver();
    const seen: { letters: readonly number[]; turn: Promise<unknown> } = { letters: [], turn: Promise.resolve() };
    const ask = pool.query.bind(pool) as (query: pg.QueryConfig) => Promise<pg.QueryResult>;
    const query = async (wanted: pg.QueryConfig): Promise<pg.QueryResult> => {
      const result = await ask(wanted);
      seen.letters = result.fields.flatMap((field, index) => (field.dataTypeID === oneLetter ? [index] : []));
      for (const index of seen.letters) Object.assign(result.fields[index] ?? {}, { dataTypeID: text });
      return result;
    };
    Object.assign(pool, { query });
    const queryRaw = adapter.queryRaw.bind(adapter);
    const inTurn: Adapter['queryRaw'] = (wanted) => {
      const turn = seen.turn.then(async () => {
        const set = await queryRaw(wanted);
        return {
          ...set,
          columnTypes: set.columnTypes.map((type, at) => (seen.letters.includes(at) ? character : type)),
        };
      });
      seen.turn = turn.catch(() => undefined);
      return turn;
    };
    return Object.assign(adapter, { queryRaw: inTurn });
  }
}
