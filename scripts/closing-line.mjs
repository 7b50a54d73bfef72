/** A reporter of the test runner: what an engine could not be driven to, then one plain line, "N passed, N failed". */

/**
 * @typedef {import('@web/test-runner').TestSuiteResult} Suite
 * @typedef {{ passed: number, failed: number, notDriven: string[] }} Tally
 */

/** @param {Suite | undefined} suite @param {Tally} tally */
function count(suite, tally) {
  for (const test of suite?.tests ?? []) {
    if (test.skipped) tally.notDriven.push(test.name);
    else if (test.passed) tally.passed++;
    else tally.failed++;
  }
  for (const inner of suite?.suites ?? []) count(inner, tally);
}

/** @returns {import('@web/test-runner').Reporter} */
export const closingLine = () => ({
  onTestRunFinished({ sessions, testCoverage }) {
    /** @type {Tally} */
    const tally = { passed: 0, failed: 0, notDriven: [] };
    for (const session of sessions) {
      count(session.testResults, tally);
      // A page that broke outside a test, or ran none, must not look like success.
      if (!session.passed && !session.testResults?.suites.length && !session.testResults?.tests.length) tally.failed++;
      else if (session.errors.length > 0) tally.failed++;
    }
    if (sessions.length === 0) tally.failed++;
    if (testCoverage && !(testCoverage.passed && testCoverage.summary.lines.total > 0)) tally.failed++;
    const engines = [...new Set(sessions.map(({ browser }) => browser.name))].join(', ');
    if (tally.notDriven.length > 0) {
      console.log(`\n${engines} cannot be driven to ${tally.notDriven.length} of the tests:`);
      for (const name of tally.notDriven) console.log(`  - ${name}`);
    }
    console.log(`\n${tally.passed} passed, ${tally.failed} failed`);
  },
});
