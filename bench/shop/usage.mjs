/**
 * Loaded into a server before its program: says what the process uses when its parent asks. Nothing keeps the process
 * alive, and nothing runs between two questions.
 *
 * @typedef {{ rss: number, heap: number, processor: number }} Usage bytes, bytes, milliseconds since it started
 */
process.on('message', async (/** @type {{ collect: boolean }} */ { collect }) => {
  // What a finalizer still holds goes the second time.
  for (let times = collect ? 2 : 0; times > 0; times--) {
    globalThis.gc?.();
    await new Promise((resolve) => setImmediate(resolve));
  }
  const { rss, heapUsed: heap } = process.memoryUsage();
  const { user, system } = process.cpuUsage();
  process.send?.({ rss, heap, processor: (user + system) / 1000 });
});
process.once('disconnect', () => process.exit()); // a bench that broke leaves no server behind
process.channel?.unref();
