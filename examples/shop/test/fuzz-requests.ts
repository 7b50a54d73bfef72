/** Random requests: mostly nonsense, with enough sense in between to get past the first check. */
import fc from 'fast-check';
import { customer } from './client.js';
import { events, html, junk, mark, sql } from '../../../test/support/hostile.js';

export interface FuzzRequest {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | FormData | Uint8Array<ArrayBuffer>;
}

/** Two visitors who come again and again, so that carts fill and keys repeat. */
export const sessions = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002'];
export const origin = 'http://shop.example';

const products = ['telescope', 'red-lamp', 'orrery', 'eclipse-glasses'];
const hostile = fc.constantFrom(...html, ...sql, ...events, ...junk);
const text = fc.oneof(
  { weight: 12, arbitrary: hostile },
  { weight: 9, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) },
  { weight: 3, arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }) },
  { weight: 3, arbitrary: fc.tuple(hostile, hostile).map((texts) => texts.join('')) },
  { weight: 1, arbitrary: fc.constantFrom(200, 9_000, 20_000).map((length) => `<${mark}>`.repeat(length / 10)) },
);
const number = fc.oneof(
  fc.integer({ min: -2, max: 110 }).map(String),
  fc.constantFrom('', '0', '1', '1.5', '１２', '1e9', '1000000000', '9'.repeat(400)),
  fc.double().map(String),
);
const some = (likely: readonly string[]): fc.Arbitrary<string> =>
  fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...likely) }, { weight: 1, arbitrary: text });

/** For each field of any form what it may hold. */
const values: Readonly<Record<string, fc.Arbitrary<string>>> = {
  'item-id': some(products),
  quantity: fc.oneof({ weight: 3, arbitrary: fc.constantFrom('1', '2', '3', '99') }, number, text),
  stock: fc.oneof({ weight: 3, arbitrary: fc.constantFrom('0', '7', '9999') }, number, text),
  favourite: some(['yes', 'no']),
  page: text,
  rev: fc.oneof(number, text),
  seen: fc.oneof(number, text),
  'Idempotency-Key': some(['', '1', '2', '3', '4']),
  name: some([customer.name, 'Ada']),
  email: some([customer.email, 'a@b.c']),
  street: some([customer.street]),
  postcode: some([customer.postcode]),
  city: some([customer.city]),
};

type Entry = readonly [name: string, value: string];

const entry = (name: string): fc.Arbitrary<Entry> => (values[name] ?? text).map((value) => [name, value]);
const anyEntry = fc.oneof(
  fc.constantFrom(...Object.keys(values)).chain(entry),
  fc.tuple(fc.oneof(fc.constantFrom('__proto__', 'quantity[]', 'constructor', ''), text), text),
);

/** The fields of a form, some of them missing, some twice, and others in between. */
const entries = (names: readonly string[]): fc.Arbitrary<Entry[]> =>
  fc
    .tuple(
      fc.tuple(...names.map((name) => fc.option(entry(name), { freq: 12 }))),
      fc.oneof(
        { weight: 4, arbitrary: fc.constant([]) },
        { weight: 1, arbitrary: fc.array(anyEntry, { maxLength: 4 }) },
      ),
    )
    .map(([known, others]) => [...known.filter((entry) => entry !== null), ...others]);

const types = [
  'application/x-www-form-urlencoded',
  'APPLICATION/X-WWW-FORM-URLENCODED; charset=utf-16',
  'multipart/form-data',
  'multipart/form-data; boundary=x',
  'multipart/form-data; boundary="',
  'application/json',
  'text/plain',
  '',
];

interface Body {
  readonly body: string | FormData | Uint8Array<ArrayBuffer>;
  readonly type?: string;
}

const bodyOf = (names: readonly string[]): fc.Arbitrary<Body> =>
  fc.oneof(
    {
      weight: 6,
      arbitrary: entries(names).map((entries) => ({
        body: new URLSearchParams(entries.map(([name, value]) => [name, value])).toString(),
        type: types[0] ?? '',
      })),
    },
    { weight: 3, arbitrary: fc.tuple(entries(names), fc.nat(8)).map(([entries, file]) => multipart(entries, file)) },
    {
      weight: 1,
      arbitrary: fc.record({
        body: fc.oneof(
          fc.uint8Array({ maxLength: 200 }).map((bytes) => new Uint8Array(bytes)),
          text.map((text) => `--x\r\nContent-Disposition: form-data; name="quantity"\r\n\r\n${text}\r\n--x--`),
          text.map((text) => `quantity=${text}&item-id=%E0%A4&=&&%`),
        ),
        type: fc.constantFrom(...types),
      }),
    },
  );

/** @param file the number of the entry that comes as a file; most numbers are of none */
function multipart(entries: readonly Entry[], file: number): Body {
  const body = new FormData();
  for (const [index, [name, value]] of entries.entries()) {
    if (index === file) body.append(name, new Blob([value]), value.slice(0, 50));
    else body.append(name, value);
  }
  return { body };
}

/** What a header can hold at all. */
const headerText = text.map((text) => text.slice(0, 2000).replace(/[^\t\x20-\x7e\x80-\xff]/g, ''));

const headers: fc.Arbitrary<Record<string, string>> = fc
  .record(
    {
      cookie: fc.oneof(
        { weight: 8, arbitrary: fc.constantFrom(...sessions).map((id) => `session=${id}`) },
        { weight: 1, arbitrary: headerText.map((text) => `session=${text}`) },
      ),
      'Datastar-Request': fc.oneof({ weight: 8, arbitrary: fc.constant('true') }, headerText),
      Referer: fc.oneof(fc.constantFrom(`${origin}/`, `${origin}/product/orrery`, 'x'), headerText),
      'Idempotency-Key': headerText,
      'last-event-id': fc.oneof(fc.constantFrom('0', '1', '-1', '1.5', 'Infinity', '1e400', '0x1'), headerText),
      'Accept-Encoding': headerText,
      'If-None-Match': headerText,
      authorization: headerText.map((text) => `Basic ${text}`),
      'x-other': headerText,
    },
    { requiredKeys: ['cookie'] },
  )
  .map((headers) => Object.fromEntries(Object.entries(headers)));

/** A part of a path: encoded as it should be, or anything that can stand between two slashes. */
const segment = (likely: readonly string[]): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 5, arbitrary: some(likely).map(encodeURIComponent) },
    { weight: 1, arbitrary: fc.string({ maxLength: 30 }) },
    { weight: 1, arbitrary: fc.constantFrom('%', '%E0%A4%A', '..', '.', '%2e%2e', '%2f', '//', '\\', '*', ':id', '') },
  );

const query = (names: readonly string[]): fc.Arbitrary<string> =>
  fc
    .array(fc.tuple(fc.constantFrom(...names, '__proto__'), fc.oneof(fc.constantFrom(...products), number, text)), {
      maxLength: 4,
    })
    .map((entries) => new URLSearchParams(entries).toString());

const pathOf = (route: string, likely: readonly string[]): fc.Arbitrary<string> =>
  segment(likely).map((segment) => route.replace(/:\w+/, () => segment));

export function posts(route: string, names: readonly string[]): fc.Arbitrary<FuzzRequest> {
  return fc.tuple(pathOf(route, products), bodyOf(names), headers).map(([path, { body, type }, headers]) => ({
    path,
    body,
    headers: { ...headers, origin, ...(type !== undefined && { 'Content-Type': type }) },
  }));
}

export function gets(route: string, names: readonly string[]): fc.Arbitrary<FuzzRequest> {
  const likely = route.startsWith('/order') ? ['1', '2', '3', '0', '999999999999999'] : products;
  return fc
    .tuple(pathOf(route, likely), query(names), headers)
    .map(([path, query, headers]) => ({ path: `${path}?${query}`, headers }));
}

/** Files by their names, and the headers by which a browser says which it takes, and which it has. */
export function files(names: readonly string[], etags: readonly string[]): fc.Arbitrary<FuzzRequest> {
  const known = fc.tuple(fc.constantFrom('', 'W/'), fc.constantFrom(...etags)).map((parts) => parts.join(''));
  const said = fc.record({
    'Accept-Encoding': fc.oneof(fc.constantFrom('br', 'gzip, br;q=0.5', '*', 'br;q=0', 'br;q=x'), headerText),
    'If-None-Match': fc.oneof(known, headerText),
  });
  return fc
    .tuple(pathOf('/:file', names), headers, said)
    .map(([path, headers, said]) => ({ path, headers: { ...headers, ...said } }));
}
