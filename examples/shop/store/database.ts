import { mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { Refusal, storageRefusal } from './refusal.js';

type Database = InstanceType<typeof DatabaseSync>;
type Value = string | number;

export interface Statement<Row> {
  get(...values: Value[]): Row | undefined;
  all(...values: Value[]): Row[];
  /** How many rows it changed. */
  run(...values: Value[]): number;
}

export interface Sql {
  /** The one place where a row gets its type: the columns are in the SQL, and TypeScript has to take our word for them. */
  prepare<Row = never>(sql: string): Statement<Row>;
  /** All of the work or nothing of it. What the work refuses, or the disk does, is rolled back. */
  write<Result>(work: () => Result): Result | Refusal;
  close(): void;
}

/**
 * Opens the shop's one file and brings its tables up to date.
 *
 * @param file a path, a `file:` URI or `:memory:`
 */
export function openDatabase(file: string): Sql {
  if (!file.startsWith('file:') && file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
  const db = new DatabaseSync(file, { enableForeignKeyConstraints: true, timeout: 2000 });
  // What was answered was written: FULL waits for the disk at every commit.
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
  migrate(db);

  return {
    prepare<Row>(sql: string): Statement<Row> {
      const statement = db.prepare(sql);
      return {
        get: (...values) => statement.get(...values) as Row | undefined,
        all: (...values) => statement.all(...values) as Row[],
        run: (...values) => statement.run(...values).changes,
      };
    },
    write(work) {
      try {
        return atomically(db, work);
      } catch (error) {
        const refusal = storageRefusal(error);
        if (!refusal) throw error;
        console.error(`The database cannot be written: ${error instanceof Error ? error.message : ''}`);
        return refusal;
      }
    },
    close() {
      db.close();
    },
  };
}

function atomically<Result>(db: Database, work: () => Result): Result {
  db.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    db.exec(result instanceof Refusal ? 'ROLLBACK' : 'COMMIT');
    return result;
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK'); // on a full disk SQLite may have done so itself
    throw error;
  }
}

/** `user_version` says how many of the files in `migrations/` have been run; each runs once, whole. */
function migrate(db: Database): void {
  const folder = new URL('./migrations/', import.meta.url);
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort();
  const version = db.prepare('PRAGMA user_version');
  const isDone = (index: number): boolean => (version.get() as { user_version: number }).user_version > index;
  for (const [index, file] of files.entries()) {
    if (isDone(index)) continue;
    atomically(db, () => {
      if (isDone(index)) return; // by another server that starts at the same time
      db.exec(readFileSync(new URL(file, folder), 'utf8'));
      db.exec(`PRAGMA user_version = ${index + 1}`);
    });
  }
}
