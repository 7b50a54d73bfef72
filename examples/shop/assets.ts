import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export interface Asset {
  readonly type: string;
  readonly body: Uint8Array<ArrayBuffer>;
}

const types: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
};

const ofPackage = (specifier: string): string => fileURLToPath(import.meta.resolve(specifier));

/** Every file that the shop serves, by its address. Nothing else on the disk can be asked for. */
export function readAssets(datastarPath: string): ReadonlyMap<string, Asset> {
  const folder = new URL('./public/', import.meta.url);
  const files = new Map([
    ['/datastar.js', datastarPath],
    ['/ds-elements.js', ofPackage('ds-elements/dist/ds-elements.bundle.js')],
    ['/pico.css', ofPackage('@picocss/pico/css/pico.fluid.classless.min.css')],
    ['/eb-garamond.woff2', ofPackage('@fontsource-variable/eb-garamond/files/eb-garamond-latin-wght-normal.woff2')],
    ...readdirSync(folder).map((name): [string, string] => [`/${name}`, fileURLToPath(new URL(name, folder))]),
  ]);
  return new Map(
    [...files].map(([address, path]) => {
      const type = types[address.slice(address.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
      return [address, { type, body: new Uint8Array(readFileSync(path)) }];
    }),
  );
}
