/** Rows of measures: as tables for people, as JSON for machines, and against what was promised. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';

/**
 * Two measures of the same thing, in milliseconds unless the unit says otherwise: what stands in the budgets is their ratio.
 * Where more is better, it is turned round: less of a ratio is always better.
 *
 * @typedef {{ name: string, baseline: string, ours: number, theirs: number, unit?: string, isMoreBetter?: boolean }} Ratio
 * @typedef {{ name: string, unit: string, value: number }} Count a number that stands for itself; less is better
 * @typedef {Ratio | Count} Row
 * @typedef {{ row: string, wanted?: number, limit?: number }} Budget what we want, and what fails the run: nothing does where a slower
 *   computer alone would make the number larger
 */

const budgetFile = new URL('budgets.json', import.meta.url);
const resultFile = new URL('../.cache/bench.json', import.meta.url);

/** @param {Row} row */
const title = (row) => ('baseline' in row ? `${row.name} / ${row.baseline}` : `${row.name}, ${row.unit}`);

/** @param {Row} row */
function valueOf(row) {
  if ('value' in row) return row.value;
  return row.isMoreBetter ? row.theirs / row.ours : row.ours / row.theirs;
}

/** Three digits, and all that stand before the point. @param {number} number */
const short = (number) => (number >= 1000 ? Math.round(number) : Number(number.toPrecision(3)));

/**
 * @param {Row[]} rows
 * @param {Record<string, unknown>} circumstances
 * @param {{ isWhole?: boolean }} [options] `isWhole`: every budget must have been measured
 * @returns {string[]} what is wrong
 */
export function report(rows, circumstances, { isWhole = true } = {}) {
  /** @type {Budget[]} */
  const budgets = JSON.parse(readFileSync(budgetFile, 'utf8'));
  const lines = rows.map((row) => {
    const budget = budgets.find((budget) => budget.row === title(row));
    const value = valueOf(row);
    const isReached = budget?.wanted === undefined ? undefined : value <= budget.wanted;
    return { row, value, hasBudget: budget !== undefined, wanted: budget?.wanted, isReached, limit: budget?.limit };
  });
  /** @param {typeof lines[number]} line */
  const verdict = ({ hasBudget, wanted, isReached, limit }) => ({
    'wanted ≤': wanted ?? '',
    reached: { true: 'yes', false: 'NO', undefined: '' }[`${isReached}`],
    'limit ≤': limit ?? (hasBudget ? '' : 'MISSING'),
  });

  const ratios = lines.flatMap((line) => {
    const { row, value } = line;
    if (!('baseline' in row)) return [];
    const { name, ours, theirs, unit = 'ms', baseline } = row;
    const numbers = { ours: short(ours), baseline: short(theirs), unit, 'baseline is': baseline, ratio: short(value) };
    return { measure: name, ...numbers, ...verdict(line) };
  });
  const counts = lines.flatMap((line) => {
    const { row, value } = line;
    return 'value' in row ? { measure: row.name, value: short(value), unit: row.unit, ...verdict(line) } : [];
  });
  for (const table of [ratios, counts]) if (table.length > 0) console.table(table);

  mkdirSync(new URL('.', resultFile), { recursive: true });
  const results = lines.map(({ row, value, ...verdict }) => ({ ...row, [valueName(row)]: value, ...verdict }));
  writeFileSync(resultFile, `${JSON.stringify({ ...circumstances, rows: results }, null, 2)}\n`);

  const unknown = isWhole ? budgets.filter(({ row }) => !rows.some((measured) => title(measured) === row)) : [];
  return [
    ...unknown.map(({ row }) => `"${row}" has a budget and was not measured.`),
    ...lines.flatMap(({ row, value, hasBudget, limit = Infinity }) => {
      if (!hasBudget) return [`"${title(row)}" has no budget in bench/budgets.json.`];
      return value <= limit ? [] : [`"${title(row)}" is ${short(value)}, over its limit of ${limit}.`];
    }),
  ];
}

/** @param {Row} row */
const valueName = (row) => ('value' in row ? 'value' : 'ratio');
