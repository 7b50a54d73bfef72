/** The catalog: `npm run storybook` while you write, `npm run storybook:build` for the site in `.cache/storybook`. */
import { fileURLToPath } from 'node:url';
import type { StorybookConfig } from '@storybook/web-components-vite';
import { mergeConfig } from 'vite';
import { datastar } from '../scripts/datastar.mjs';

const config: StorybookConfig = {
  framework: '@storybook/web-components-vite',
  stories: ['../stories/*.mdx', '../stories/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  async viteFinal(options) {
    return mergeConfig(options, {
      resolve: {
        alias: {
          'virtual:datastar': await datastar(), // the real client: not on npm, and not ours to commit
          'virtual:custom-elements': fileURLToPath(new URL('../dist/custom-elements.json', import.meta.url)),
        },
      },
      // Found late, they would be there twice: "Multiple versions of Lit".
      optimizeDeps: { include: ['lit', 'lit/decorators.js', 'lit/directive-helpers.js'] },
      // Storybook itself is larger than what Vite warns of, and none of it is ours to split.
      build: { chunkSizeWarningLimit: 2000 },
    });
  },
};

export default config;
