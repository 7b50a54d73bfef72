import { DatabaseSync } from '@photostructure/sqlite';

export type Tables = Record<string, unknown[]>;

/** Everything that stands in a shop's database, read from outside while the shop runs. */
export function dump(file: string): Tables {
  const db = new DatabaseSync(file, { readOnly: true });
  try {
    const tables = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").all();
    return Object.fromEntries(
      tables.map((table) => {
        const name = String((table as { name: unknown }).name);
        return [name, db.prepare(`SELECT * FROM "${name}" ORDER BY 1, 2`).all()];
      }),
    );
  } finally {
    db.close();
  }
}

/** The rows of one table. */
export const rowsOf = <Row>(file: string, table: string): Row[] => (dump(file)[table] ?? []) as Row[];

/** The HTML in an answer to Datastar. */
export const patched = (answer: string): string =>
  answer
    .split('\n')
    .map((line) => line.replace(/^data: elements /, ''))
    .join('\n');
