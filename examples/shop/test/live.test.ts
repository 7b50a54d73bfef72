/** What an open page hears: the hub, what it sends, and at which pace. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { createAdaptorServer } from '@hono/node-server';
import { html } from 'hono/html';
import { Hub, type Topic } from '../live/hub.js';
import { follow, log, type Source } from '../live/sources.js';
import { liveStream } from '../live/stream.js';
import { Viewers } from '../live/viewers.js';

const quick = { pace: 0 };

interface Reader {
  /** Events until now, as they would be applied, one string each. */
  next(): Promise<string>;
  stop(): Promise<void>;
}

function read(stream: ReadableStream<Uint8Array>): Reader {
  const reader = stream.getReader();
  return {
    async next() {
      const { value, done } = await reader.read();
      return done ? 'the end' : Buffer.from(value).toString();
    },
    stop: () => reader.cancel(),
  };
}

/** A place on a page that shows a number, and counts how often it was rendered. */
class Counter {
  value = 0;
  renderings = 0;
  readonly source: Source;

  constructor(topic: Topic, ballast = '') {
    this.source = follow(topic, () => {
      this.renderings++;
      return html`${ballast}
        <p id="count">${this.value}</p>`;
    });
  }
}

describe('the hub', () => {
  test('tells who listens to a topic, and nobody else', () => {
    const hub = new Hub();
    const heard: string[] = [];
    hub.listen(['stock:lamp', 'orders'], (topic) => heard.push(`first ${topic}`));
    hub.listen(['orders'], (topic, by) => heard.push(`second ${topic} by ${by}`));
    hub.publish('stock:lamp');
    hub.publish('orders', 'a page');
    hub.publish('build');
    assert.deepEqual(heard, ['first stock:lamp', 'first orders', 'second orders by a page']);
  });

  test('is silent to those who have left, while others go on', () => {
    const hub = new Hub();
    const heard: string[] = [];
    const leave = hub.listen(['orders'], () => heard.push('gone'));
    hub.listen(['orders'], () => heard.push('here'));
    leave();
    leave();
    hub.publish('orders');
    assert.deepEqual(heard, ['here']);
  });
});

describe('a live stream', () => {
  test('begins with the state as it is, and goes on with every change', async () => {
    const hub = new Hub();
    const counter = new Counter('build');
    const reader = read(liveStream(hub, [counter.source], quick));
    assert.match(
      await reader.next(),
      /^event: datastar-patch-elements\n(data: elements .*\n)*.*<p id="count">0<\/p>\n\n$/,
    );
    counter.value = 1;
    hub.publish('build');
    assert.match(await reader.next(), /<p id="count">1</);
    await reader.stop();
  });

  test('sends a slow reader the newest state once, however much happened', async () => {
    const hub = new Hub();
    const counter = new Counter('build');
    const reader = read(liveStream(hub, [counter.source], quick));
    await reader.next();
    for (let value = 1; value <= 10_000; value++) {
      counter.value = value;
      hub.publish('build');
    }
    assert.match(await reader.next(), /<p id="count">10000</);
    assert.equal(counter.renderings, 2, 'nothing is rendered that nobody reads');
    await reader.stop();
  });

  test('keeps no more for a reader that stands still than its connection holds', async (t) => {
    const hub = new Hub();
    const counter = new Counter('build', '-'.repeat(20_000));
    const server = createAdaptorServer({ fetch: () => new Response(liveStream(hub, [counter.source], quick)) });
    server.listen(0, '127.0.0.1');
    t.after(() => server.close());
    const accepted = once(server, 'connection') as Promise<[Socket]>;
    await once(server, 'listening');
    const reader = connect((server.address() as AddressInfo).port, '127.0.0.1');
    reader.setEncoding('latin1').write('GET / HTTP/1.1\r\nHost: shop\r\n\r\n');
    const [socket] = await accepted;
    await once(reader, 'data');
    reader.pause();

    while (counter.value < 10_000) {
      counter.value++;
      hub.publish('build');
      await new Promise(setImmediate); // so that whatever can be written is
    }
    const { renderings } = counter;
    t.diagnostic(`${renderings} renderings of 20 kB, ${socket.writableLength} bytes of them left in the socket`);
    assert.ok(renderings < 2000, `${renderings} renderings`); // more than the two ends of a connection take
    assert.ok(socket.writableLength < 100_000, `${socket.writableLength} bytes`);

    let text = '';
    for await (const data of reader) {
      text = `${text}${String(data)}`.slice(-1000);
      if (text.includes('count">10000<')) break; // and destroys the connection
    }
    assert.ok(counter.renderings <= renderings + 2, 'what it missed is never rendered');
  });

  test('sends nothing where a change made no difference', async () => {
    const hub = new Hub();
    const counter = new Counter('build');
    const reader = read(liveStream(hub, [counter.source], quick));
    await reader.next();
    const next = reader.next();
    hub.publish('build');
    await new Promise(setImmediate);
    counter.value = 5;
    hub.publish('build');
    assert.match(await next, /<p id="count">5</);
    await reader.stop();
  });

  test('waits a little after each write: what happens meanwhile goes out together', async () => {
    const hub = new Hub();
    const stock = new Counter('stock:lamp');
    const build = new Counter('build');
    const reader = read(liveStream(hub, [stock.source, build.source], { pace: 200 }));
    await reader.next();
    const next = reader.next(); // a reader that is ready all the time
    stock.value = 1;
    hub.publish('stock:lamp');
    await sleep(10);
    build.value = 2;
    hub.publish('build');
    assert.match(await next, /count">1<[^]*count">2</);
    await reader.stop();
  });

  test('does not tell a page again what the page did itself', async () => {
    const hub = new Hub();
    const counter = new Counter('cart:me');
    let noted = 0;
    const own = { page: 'mine', note: (): number => noted++ };
    const reader = read(liveStream(hub, [{ ...counter.source, own }], quick));
    await reader.next();
    counter.value = 1;
    hub.publish('cart:me', 'mine');
    const next = reader.next();
    await new Promise(setImmediate);
    counter.value = 2;
    hub.publish('cart:me', 'another');
    assert.match(await next, /count">2</);
    assert.equal(noted, 1);
    await reader.stop();
  });

  test('shows in silence that it lives', async () => {
    const reader = read(liveStream(new Hub(), [], { heartbeat: 5 }));
    assert.equal(await reader.next(), ': still here\n\n');
    await reader.stop();
  });

  test('ends when the server stops, and when there is nothing more to follow', async () => {
    const hub = new Hub();
    const stopped = read(liveStream(hub, [], quick));
    const end = stopped.next();
    await new Promise(setImmediate); // it waits for a change by now
    hub.publish('stop');
    assert.equal(await end, 'the end');

    const counter = new Counter('build');
    const finished = read(liveStream(hub, [counter.source], { ...quick, until: () => true }));
    await finished.next();
    assert.equal(await finished.next(), 'the end');
  });

  test('lets go of everything when its reader leaves, and when rendering fails', async () => {
    const hub = new Hub();
    let ends = 0;
    const onEnd = (): void => {
      ends++;
    };
    const counter = new Counter('build');
    const reader = read(liveStream(hub, [counter.source], { ...quick, onEnd }));
    await reader.next();
    await reader.stop();
    hub.publish('build');
    await new Promise(setImmediate);
    assert.equal(counter.renderings, 1);
    assert.equal(ends, 1);

    const broken = follow('build', () => {
      throw new Error('no disk');
    });
    await assert.rejects(read(liveStream(hub, [broken], { ...quick, onEnd })).next(), /no disk/);
    assert.equal(ends, 2);
  });
});

describe('a log', () => {
  const entries = Array.from({ length: 250 }, (_, index) => ({ id: index + 1 }));
  const view = ({ id }: { id: number }): ReturnType<typeof html> => html`<li id="order-${id}"></li>`;
  const orders = (lastSeen: number): Source =>
    log('orders', {
      list: '#orders',
      lastSeen,
      read: (after, limit) => entries.filter(({ id }) => id > after).slice(0, limit),
      view,
      leaving: ({ id }) => (id > 250 ? `#order-${id - 50}` : undefined),
    });
  const ids = (text: string): number[] => [...text.matchAll(/^id: (\d+)$/gm)].map(([, id]) => Number(id));

  test('gives each missed entry once, in order, with its id, and in pieces that a slow reader can take', async () => {
    const hub = new Hub();
    const reader = read(liveStream(hub, [orders(20)], quick));
    const pieces = [await reader.next(), await reader.next(), await reader.next()].map(ids);
    assert.deepEqual(
      pieces.map((piece) => piece.length),
      [100, 100, 30],
    );
    assert.deepEqual(
      pieces.flat(),
      entries.slice(20).map(({ id }) => id),
    );
    entries.push({ id: 251 });
    hub.publish('orders');
    const newest = await reader.next();
    assert.match(newest, /selector #orders\ndata: mode prepend\ndata: elements <li id="order-251"><\/li>\nid: 251\n\n/);
    assert.match(newest, /selector #order-201\ndata: mode remove\n/);
    await reader.stop();
  });
});

test('people are counted, not their pages', () => {
  const hub = new Hub();
  const viewers = new Viewers(hub);
  const heard: number[] = [];
  hub.listen(['viewers:lamp'], () => heard.push(viewers.count('lamp')));
  const leave = [viewers.enter('lamp', 'ada'), viewers.enter('lamp', 'ada'), viewers.enter('lamp', 'ben')];
  viewers.enter('globe', 'ada');
  for (const go of leave) go();
  assert.deepEqual(heard, [1, 1, 2, 2, 1, 0]);
  assert.equal(viewers.count('globe'), 1);
});
