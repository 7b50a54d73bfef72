/** Requests that no form of the shop would send, for every route that changes something. */
import { customer } from './client.js';
import { events, html, junk, sql } from '../../../test/support/hostile.js';

export interface Case {
  readonly title: string;
  readonly path: string;
  readonly body: string | FormData | Uint8Array<ArrayBuffer>;
  readonly type?: string;
  /** What a plain form is answered with. */
  readonly status: number;
  /** Where an answer to Datastar says it: the first group is the message. */
  readonly at: RegExp;
}

interface Route {
  /** Its address, where `:id` stands for a product. */
  readonly path: string;
  /** What its page sends. */
  readonly fields: Readonly<Record<string, string>>;
  /** The field that takes a number. */
  readonly number?: 'quantity' | 'stock';
  /** The field or the part of the path that names a product. */
  readonly names?: 'path' | 'item-id';
  /** The beginning of the id of what says so. */
  readonly place: string;
  /** Fields that must be right; any text will do in the others. */
  readonly strict: readonly string[];
}

const routes: readonly Route[] = [
  {
    path: '/add-item',
    fields: { 'item-id': 'red-lamp', quantity: '1', 'Idempotency-Key': 'new' },
    number: 'quantity',
    names: 'item-id',
    place: 'purchase-',
    strict: ['item-id', 'quantity'],
  },
  {
    path: '/favourite/:id',
    fields: { favourite: 'yes' },
    names: 'path',
    place: 'favourite-',
    strict: ['favourite'],
  },
  {
    path: '/cart/:id/quantity',
    fields: { quantity: '3', page: 'page', rev: '1' },
    number: 'quantity',
    names: 'path',
    place: 'cart',
    strict: ['quantity'],
  },
  { path: '/cart/:id/remove', fields: { page: 'page' }, place: 'cart', strict: [] },
  {
    path: '/checkout',
    fields: { ...customer, 'Idempotency-Key': 'new', seen: '' },
    place: 'checkout-',
    strict: ['email'],
  },
  {
    path: '/admin/stock/:id',
    fields: { stock: '7', seen: '40' },
    number: 'stock',
    names: 'path',
    place: 'stock-',
    strict: ['stock'],
  },
];

/** A message within the component whose id begins so. */
const messageIn = (place: string): RegExp =>
  new RegExp(`\\sid="${place}[^]*?role="(?:alert|status)"[^>]*>\\s*([^<]*\\w[^<]*?)\\s*<`);
const atStepper = /<ds-quantity-stepper\b[^>]*\serror="([^"]+)"/;
const atEmail = /\sid="checkout-email-error"[^>]*>\s*([^<]+?)\s*</;

const pathOf = ({ path }: Route, id = 'red-lamp'): string => path.replace(':id', encodeURIComponent(id));
const formOf = (fields: Record<string, string>): string => new URLSearchParams(fields).toString();

const short = (text: string): string => JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text);

/** What comes in no form at all, or in one that cannot be read. */
function unreadable(route: Route): Case[] {
  const { fields, place } = route;
  const common = { path: pathOf(route), at: messageIn(place) };
  const form = 'application/x-www-form-urlencoded';
  const types = ['application/json', 'text/plain', 'text/html', 'application/octet-stream', 'x', ''];
  return [
    ...types.map((type) => ({
      ...common,
      title: `${type || 'no'} content type`,
      body: new TextEncoder().encode(type === 'application/json' ? JSON.stringify(fields) : formOf(fields)),
      type,
      status: 415,
    })),
    {
      ...common,
      title: 'a body of 10 MB',
      body: `${formOf(fields)}&more=${'x'.repeat(10_000_000)}`,
      type: form,
      status: 413,
    },
    ...['multipart/form-data', 'multipart/form-data; boundary=x'].map((type) => ({
      ...common,
      title: `${type} that is none`,
      body: '--y\r\nnot a part',
      type,
      status: 422,
    })),
  ];
}

/** Fields that must be right, and are not; and hostile text in all the others at once. */
function wrongFields(route: Route): Case[] {
  const { fields, number, names, place, strict } = route;
  const hostile = [...html, ...sql, ...events, ...junk].filter((text) => text !== 'x'.repeat(3000));
  return strict.flatMap((field) => {
    const at = field === number ? atStepper : field === 'email' ? atEmail : messageIn(place);
    const all = hostile.map((text): Case => {
      const others = Object.keys(fields).filter((name) => !strict.includes(name));
      const values = Object.fromEntries([field, ...others].map((name) => [name, text]));
      const body = formOf({ ...fields, ...values });
      return { title: `${field} ${short(text)}`, path: pathOf(route), body, status: 422, at };
    });
    const twice = new URLSearchParams([...Object.entries(fields), [field, fields[field] ?? '']]).toString();
    const file = new FormData();
    for (const [name, value] of Object.entries(fields)) file.set(name, value);
    file.set(field, new Blob(['1']), '1.txt');
    const rest = { path: pathOf(route), status: 422, at };
    return [
      ...all,
      { ...rest, title: `${field} twice`, body: twice },
      { ...rest, title: `${field} as a file`, body: file },
      { ...rest, title: `${field} empty`, body: formOf({ ...fields, [field]: '' }) },
      ...(field === number || names === field ? [] : [{ ...rest, title: `${field} absent`, body: 'x=y' }]),
    ];
  });
}

function wrongNumbers(route: Route): Case[] {
  const { fields, number } = route;
  if (!number) return [];
  const texts = ['-1', '1e9', '1000000000', '１２', '1.5', '٣', '0x10', 'NaN', 'Infinity', '1,5', '9'.repeat(400)];
  return [...texts, ...(number === 'quantity' ? ['0', '100'] : ['10000'])].map((text) => ({
    title: `${number} ${short(text)}`,
    path: pathOf(route),
    body: formOf({ ...fields, [number]: text }),
    status: 422,
    at: atStepper,
  }));
}

function unknownProducts(route: Route): Case[] {
  const { fields, names, place } = route;
  if (!names) return [];
  const ids = ['moon', 'RED-LAMP', 'red-lamp ', ...html, ...sql, ...events, ...junk];
  return ids.flatMap((id) => {
    const byPath = names === 'path';
    if (!byPath && id.trim() === 'red-lamp') return []; // a field is trimmed
    return {
      title: `an unknown product ${short(id)}`,
      path: byPath ? pathOf(route, id) : route.path,
      body: formOf({ ...fields, ...(!byPath && { [names]: id }) }),
      status: byPath ? 404 : 422,
      at: messageIn(place),
    };
  });
}

export const cases: ReadonlyMap<string, readonly Case[]> = new Map(
  routes.map((route) => [
    route.path,
    [...unreadable(route), ...wrongFields(route), ...wrongNumbers(route), ...unknownProducts(route)],
  ]),
);
