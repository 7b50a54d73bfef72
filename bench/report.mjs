/** Rows of measures: as a table for people, as JSON for machines, and against what was promised. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';

/**
 * @typedef {{ name: string, baseline: string, ours: number, theirs: number }} Row
 * @typedef {{ row: string, wanted?: number, limit: number }} Budget ratios: what we want, and what fails the run
 */

const budgetFile = new URL('budgets.json', import.meta.url);
const resultFile = new URL('../.cache/bench.json', import.meta.url);

/** @param {Row} row */
const title = ({ name, baseline }) => `${name} / ${baseline}`;

/** @param {number} number */
const short = (number) => Number(number.toPrecision(3));

/**
 * @param {Row[]} rows
 * @param {Record<string, unknown>} circumstances
 * @returns {string[]} what is wrong
 */
export function report(rows, circumstances) {
  /** @type {Budget[]} */
  const budgets = JSON.parse(readFileSync(budgetFile, 'utf8'));
  const lines = rows.map((row) => {
    const budget = budgets.find((budget) => budget.row === title(row));
    const ratio = row.ours / row.theirs;
    const isReached = budget?.wanted === undefined ? undefined : ratio <= budget.wanted;
    return { ...row, ratio, wanted: budget?.wanted, isReached, limit: budget?.limit };
  });

  console.table(
    lines.map(({ name, baseline, ours, theirs, ratio, wanted, isReached, limit }) => ({
      measure: name,
      'ours, ms': short(ours),
      'baseline, ms': short(theirs),
      baseline,
      ratio: short(ratio),
      'wanted ≤': wanted ?? '',
      reached: { true: 'yes', false: 'NO', undefined: '' }[`${isReached}`],
      'limit ≤': limit ?? 'MISSING',
    })),
  );
  mkdirSync(new URL('.', resultFile), { recursive: true });
  writeFileSync(resultFile, `${JSON.stringify({ ...circumstances, rows: lines }, null, 2)}\n`);

  const unknown = budgets.filter(({ row }) => !rows.some((measured) => title(measured) === row));
  return [
    ...unknown.map(({ row }) => `"${row}" has a budget and was not measured.`),
    ...lines.flatMap((line) => {
      if (line.limit === undefined) return [`"${title(line)}" has no budget in bench/budgets.json.`];
      const { limit, ratio } = line;
      return ratio <= limit ? [] : [`"${title(line)}" is ${short(ratio)}, over its limit of ${limit}.`];
    }),
  ];
}
