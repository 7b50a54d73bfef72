interface Options {
  /** Ask as Datastar does, which gets patches in place of pages. */
  readonly isDatastar?: boolean;
  readonly origin?: string;
  readonly headers?: Record<string, string>;
}

/** Who orders, and where it goes. */
export const customer = {
  name: 'Mira Sternberg',
  email: 'mira@example.org',
  street: 'North path 12',
  postcode: 'HH-1',
  city: 'Innerleithen',
};

/** A visitor without a browser: keeps the cookie, follows no redirect. */
export class Client {
  readonly #address: string;
  cookie = '';

  constructor(address: string) {
    this.#address = address;
  }

  get(path: string, { isDatastar = false, headers = {} }: Options = {}): Promise<Response> {
    return this.send(path, { headers: { ...headers, ...(isDatastar && { 'Datastar-Request': 'true' }) } });
  }

  post(path: string, fields: Record<string, string>, options: Options = {}): Promise<Response> {
    const { isDatastar = false, origin = new URL(this.#address).origin, headers = {} } = options;
    return this.send(path, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { ...headers, origin, ...(isDatastar && { 'Datastar-Request': 'true' }) },
    });
  }

  async send(path: string, init: RequestInit): Promise<Response> {
    const headers = new Headers(init.headers);
    if (this.cookie) headers.set('cookie', this.cookie);
    const response = await fetch(new URL(path, this.#address), { redirect: 'manual', ...init, headers });
    this.cookie ||= response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    return response;
  }

  /** What the badge of a page says. */
  async inCart(): Promise<number> {
    const page = await (await this.get('/')).text();
    return Number(/id="cart-count">\s*<ds-cart-badge count="(\d+)"/.exec(page)?.[1]);
  }

  async stock(product: string): Promise<string> {
    const page = await (await this.get('/')).text();
    return new RegExp(`id="stock-${product}"[^>]*>([^<]*)<`).exec(page)?.[1]?.trim() ?? '';
  }
}
