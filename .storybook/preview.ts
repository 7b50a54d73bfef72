import 'virtual:datastar';
import '../src/index.js';
import './stage.css';
import type { Preview, StoryContext } from '@storybook/web-components-vite';
import { Container } from './docs/container.js';
import { extractArgTypes, extractComponentDescription, htmlOf, onlyLiveControls } from './docs/arg-types.js';
import page from './docs/page.mdx';
import { snippet } from './live/snippet.js';
import { globalTypes, initialGlobals } from './toolbar.js';

export { renderToCanvas } from './live/render.js';

const preview: Preview = {
  /** A story names the function that writes its HTML: `parameters: { html: driven }`. */
  render: (args, { parameters }) => htmlOf(parameters)(args),
  argTypesEnhancers: [onlyLiveControls],
  globalTypes,
  initialGlobals,
  tags: ['autodocs'],
  parameters: {
    layout: 'fullscreen', // the stage has a margin of its own, in the colour of its theme
    actions: { disable: true },
    backgrounds: { disabled: true },
    interactions: { disable: true },
    controls: { expanded: true, disableSaveFromUI: true },
    docs: {
      page,
      container: Container,
      extractArgTypes,
      extractComponentDescription,
      codePanel: true,
      source: {
        language: 'html',
        transform: (_: string, { parameters, args }: StoryContext) => snippet(htmlOf(parameters)(args), args),
      },
    },
    options: { storySort: { order: ['Welcome', 'Elements'] } },
  },
};

export default preview;
