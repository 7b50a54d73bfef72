/** What the toolbar says, put on a story: theme, direction and colours. */
import type { Globals } from 'storybook/internal/types';
import { emulateForcedColours } from './forced-colours.js';

export function dress(stage: HTMLElement | null, { theme, direction, colours }: Globals): void {
  if (!stage) return;
  Object.assign(stage.dataset, { theme: String(theme), colours: String(colours) });
  stage.dir = String(direction);
  emulateForcedColours(colours === 'forced');
}
