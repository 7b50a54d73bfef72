import { randomUUID } from 'node:crypto';
import { bodyLimit } from 'hono/body-limit';
import type { MiddlewareHandler } from 'hono';
import { createMiddleware } from 'hono/factory';
import { Refusal } from '../store/refusal.js';
import type { View } from '../views/layout.js';
import type { Env, ShopContext } from './env.js';
import { refuse } from './answer.js';

/** The fields of a form post, whatever was sent in them. */
export class Fields {
  readonly #values: Readonly<Record<string, unknown>>;

  constructor(values: Readonly<Record<string, unknown>> = {}) {
    this.#values = values;
  }

  /** As it came: text, a file, several, or nothing. */
  get(name: string): unknown {
    return Object.hasOwn(this.#values, name) ? this.#values[name] : undefined;
  }

  /** The text of a field, trimmed; empty for anything else. */
  text(name: string): string {
    return this.optional(name) ?? '';
  }

  /** The same where a field that is not there means something else than an empty one. */
  optional(name: string): string | undefined {
    const value = this.get(name);
    return typeof value === 'string' ? value.trim() : undefined;
  }
}

const largest = 10_000; // bytes; our largest form has a few hundred

/**
 * Reads a form post into `c.var.fields`.
 *
 * @param messageView where the page says that the form could not be read
 */
export function form(messageView: (message: string, c: ShopContext) => View): MiddlewareHandler<Env> {
  const limit = bodyLimit({
    maxSize: largest,
    onError: (c) => refuse(c as ShopContext, new Refusal('That is more than this form can hold.', 413), messageView),
  });
  return createMiddleware<Env>((c, next) => {
    if ('fields' in c.var) return next(); // Hono finds a route twice where the address is its very pattern, `/favourite/:id`
    return limit(c, async () => {
      const isForm = /^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i;
      if (!isForm.test(c.req.header('Content-Type') ?? '')) {
        c.res = await refuse(c, new Refusal('That was not sent as a form.', 415), messageView);
        return;
      }
      const values = await c.req.parseBody({ all: true }).catch(() => undefined);
      if (!values) {
        c.res = await refuse(c, new Refusal('The form arrived damaged. Please send it again.'), messageView);
        return;
      }
      c.set('fields', new Fields(values));
      await next();
    });
  });
}

const keyName = 'Idempotency-Key';

/**
 * What makes the same request, sent twice, count once. A form without one cannot be repeated by accident: it gets a key of
 * its own.
 */
export function idempotencyKey(c: ShopContext): string {
  return c.var.fields.text(keyName) || c.req.header(keyName)?.trim() || randomUUID();
}

/**
 * The key of a form that was refused, for the next try. Where the storage failed nobody knows for sure that nothing was
 * written, so it stays the same purchase.
 */
export function nextKey(key: string, { status }: Refusal): string {
  return status === 503 ? key : randomUUID();
}
