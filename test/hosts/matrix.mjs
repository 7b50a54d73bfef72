/** What was found, as a table: a line for each sentence, a column for each host. */

/**
 * @typedef {{ sentence: string, passed: boolean, reason?: string }} Finding
 *
 * @typedef {object} Column
 * @property {string} name
 * @property {Finding[]} findings
 * @property {Record<string, string>} lacks what it does not do, and why
 * @property {string} [skipped] why nothing was looked at
 * @property {Record<string, number>} seconds
 */

/** @param {Column[]} columns */
export function matrix(columns) {
  const sentences = inOrder(columns);
  const times = [...new Set(columns.flatMap(({ seconds }) => Object.keys(seconds)))];
  const width = Math.max(0, ...[...sentences, ...times].map(({ length }) => length));

  /** @param {string} title @param {(column: Column) => string} cell */
  const line = (title, cell) =>
    [title.padEnd(width), ...columns.map((column) => cell(column).padStart(Math.max(6, column.name.length)))].join(
      '  ',
    );
  return [
    line('', ({ name }) => name),
    ...sentences.map((sentence) => line(sentence, ({ findings }) => mark(findings, sentence))),
    ...times.map((time) => line(`${time}, seconds`, ({ seconds }) => seconds[time]?.toFixed(1) ?? '')),
    ...columns.flatMap(reasons),
  ].join('\n');
}

/** The closing line, and the exit code: where every host was skipped, nothing is proven. @param {Column[]} columns */
export function verdict(columns) {
  const findings = columns.flatMap(({ findings }) => findings);
  const failed = findings.filter(({ passed }) => !passed).length;
  return {
    line: `${findings.length - failed} passed, ${failed} failed`,
    exitCode: failed > 0 || findings.length === 0 ? 1 : 0,
  };
}

/** Why there are gaps. @param {Column} column */
function reasons({ name, lacks, skipped }) {
  const lines = [...new Set(Object.values(lacks))].map((reason) => {
    const behaviours = Object.keys(lacks).filter((behaviour) => lacks[behaviour] === reason);
    return `${name} lacks ${behaviours.join(', ')}: ${reason}`;
  });
  return skipped ? [`${name} was skipped: ${skipped}`] : lines;
}

/** @param {Finding[]} findings @param {string} sentence */
function mark(findings, sentence) {
  const finding = findings.find((finding) => finding.sentence === sentence);
  if (!finding) return '·';
  return finding.passed ? 'yes' : 'NO';
}

/** Every sentence once, after the one that came before it. @param {Column[]} columns */
function inOrder(columns) {
  /** @type {string[]} */
  const all = [];
  for (const { findings } of columns)
    findings.forEach(({ sentence }, index) => {
      const before = findings[index - 1]?.sentence ?? '';
      if (!all.includes(sentence)) all.splice(all.indexOf(before) + 1, 0, sentence);
    });
  return all;
}
