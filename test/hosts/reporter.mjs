/**
 * A reporter of Node's test runner, for `scripts/hosts.mjs`: each test as a line of JSON.
 *
 * @param {AsyncIterable<{ type: string, data: { name: string, details: { error?: Error } } }>} events
 */
export default async function* lines(events) {
  for await (const { type, data } of events) {
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    const { error } = data.details;
    const reason = error?.cause instanceof Error ? error.cause : error;
    yield `${JSON.stringify({ sentence: data.name, passed: type === 'test:pass', reason: reason?.stack ?? reason?.message })}\n`;
  }
}
