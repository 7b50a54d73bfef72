import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import type { Hub } from './live/hub.js';

interface Asset {
  readonly type: string;
  readonly etag: string;
  readonly plain: Uint8Array<ArrayBuffer>;
  /** As small as brotli gets it; there once the bundle has been rebuilt, and where it is any smaller. */
  readonly brotli?: Uint8Array<ArrayBuffer>;
}

export type BundleStatus =
  | { readonly is: 'idle' }
  | { readonly is: 'building'; readonly done: number; readonly of: number }
  | { readonly is: 'built'; readonly files: number; readonly bytes: number; readonly sent: number }
  | { readonly is: 'failed'; readonly why: string };

/** From the address of a file to where it is. */
export type Files = ReadonlyMap<string, string>;

const types: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
};

const compress = promisify(brotliCompress);

/**
 * Every file that the shop serves beside its pages; nothing else on the disk can be asked for. At the start they are only
 * read. `rebuild` reads them anew and compresses each as far as it goes, which is worth seconds for what is sent thousands of times,
 * and changes all of them at once, or none.
 */
export class Bundle {
  readonly #hub: Hub;
  readonly #files: () => Promise<Files>;
  #assets: ReadonlyMap<string, Asset> = new Map();
  #status: BundleStatus = { is: 'idle' };

  constructor(hub: Hub, files: () => Promise<Files>) {
    this.#hub = hub;
    this.#files = files;
  }

  get status(): BundleStatus {
    return this.#status;
  }

  find(address: string): Asset | undefined {
    return this.#assets.get(address);
  }

  async read(): Promise<void> {
    const assets = [...(await this.#files())].map(async ([address, path]) => [address, await readAsset(path)] as const);
    this.#assets = new Map(await Promise.all(assets));
  }

  /** Starts, or goes on with what was started. How far it is stands in `status`. */
  rebuild(): void {
    if (this.#status.is === 'building') return;
    this.#say({ is: 'building', done: 0, of: 0 });
    this.#build().then(
      (built) => this.#say(built),
      (error: unknown) => {
        console.error(error);
        this.#say({ is: 'failed', why: error instanceof Error ? error.message : String(error) });
      },
    );
  }

  async #build(): Promise<BundleStatus> {
    const files = await this.#files();
    const assets = new Map<string, Asset>();
    let bytes = 0;
    let sent = 0;
    for (const [address, path] of files) {
      this.#say({ is: 'building', done: assets.size, of: files.size });
      const asset = await compressed(await readAsset(path));
      assets.set(address, asset);
      bytes += asset.plain.length;
      sent += (asset.brotli ?? asset.plain).length;
    }
    this.#assets = assets;
    return { is: 'built', files: files.size, bytes, sent };
  }

  #say(status: BundleStatus): void {
    this.#status = status;
    this.#hub.publish('build');
  }
}

async function readAsset(path: string): Promise<Asset> {
  const content = await readFile(path).catch((cause: unknown) => {
    throw new Error(`${basename(path)} cannot be read`, { cause }); // a page need not know where it should be
  });
  const plain = new Uint8Array(content);
  const type = types[path.slice(path.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
  return { type, plain, etag: createHash('sha256').update(plain).digest('base64url') };
}

async function compressed(asset: Asset): Promise<Asset> {
  const brotli = new Uint8Array(await compress(asset.plain));
  return brotli.length < asset.plain.length ? { ...asset, brotli } : asset;
}

const ofPackage = (specifier: string): string => fileURLToPath(import.meta.resolve(specifier));

/** What is in `public/`, and what comes from packages. */
export async function shopFiles(datastar: string): Promise<Files> {
  const folder = new URL('./public/', import.meta.url);
  const entries = await readdir(folder, { withFileTypes: true });
  return new Map([
    ['/datastar.js', datastar],
    ['/ds-elements.js', ofPackage('ds-elements/ds-elements.bundle.js')],
    ['/ds-elements.css', ofPackage('ds-elements/ds-elements.css')],
    ['/pico.css', ofPackage('@picocss/pico/css/pico.fluid.classless.min.css')],
    ['/eb-garamond.woff2', ofPackage('@fontsource-variable/eb-garamond/files/eb-garamond-latin-wght-normal.woff2')],
    ...entries
      .filter((entry) => entry.isFile())
      .map(({ name }): [string, string] => [`/${name}`, fileURLToPath(new URL(name, folder))]),
  ]);
}
