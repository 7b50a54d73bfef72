/**
 * A reporter of Node's test runner: one plain line, "N passed, N failed".
 *
 * @param {AsyncIterable<{ type: string, data: { details?: { type?: string }, skip?: unknown } }>} events
 */
export default async function* closingLine(events) {
  let passed = 0;
  let failed = 0;
  for await (const { type, data } of events) {
    if (data?.details?.type === 'suite') continue;
    if (type === 'test:pass' && !data.skip) passed++;
    if (type === 'test:fail') failed++;
  }
  yield `\n${passed} passed, ${failed} failed\n`;
}
