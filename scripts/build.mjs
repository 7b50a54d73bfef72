/** What a page loads, built anew in two seconds. `npm run build` also makes what editors and types need. */
import { build } from 'vite';

/** Writes the modules, the bundle and the stylesheet into `dist/`; declarations and the manifest stay as they are. */
export async function buildForPages() {
  for (const mode of ['production', 'bundle']) await build({ logLevel: 'warn', mode, build: { emptyOutDir: false } });
}
