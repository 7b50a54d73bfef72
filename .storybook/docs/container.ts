/** The page around documentation takes the theme that the toolbar says. */
import { DocsContainer, type DocsContainerProps } from '@storybook/addon-docs/blocks';
import { addons } from 'storybook/preview-api';
import type { Globals } from 'storybook/internal/types';
import { themeFor } from '../theme.js';

/** Storybook renders it anew whenever the toolbar changes. */
export function Container(props: DocsContainerProps): ReturnType<typeof DocsContainer> {
  const channel = addons.getChannel();
  const [said] = (channel.last('globalsUpdated') ?? channel.last('setGlobals') ?? []) as { globals: Globals }[];
  const theme = themeFor(said?.globals['theme']);
  document.documentElement.style.colorScheme = theme.base; // scroll bars, and the picture of the welcome page
  return DocsContainer({ ...props, theme });
}
