import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { args, driven, dusk, steered, still, type StarfieldArgs } from './starfield.html.js';

const percent = { control: { type: 'range', min: 0, max: 100 } } as const;

const meta = {
  title: 'Elements/Star field',
  component: 'ds-starfield',
  args,
  argTypes: {
    centerX: percent,
    centerY: percent,
    streak: percent,
    speed: { control: { type: 'range', min: -50, max: 50 } },
    starCount: { control: { type: 'range', min: 0, max: 200_000, step: 1000 } },
    starSize: { control: { type: 'range', min: 0, max: 20, step: 0.5 } },
  },
  parameters: { docs: { subtitle: '<ds-starfield>' } },
} satisfies Meta<StarfieldArgs>;

export default meta;
type Story = StoryObj<StarfieldArgs>;

/** Every attribute follows a signal: steer it by the Controls. */
export const Driven: Story = { parameters: { html: driven } };

/** The mouse and a range input write the same signals as the Controls, and these follow. */
export const Steered: Story = { name: 'Steered by the mouse', parameters: { html: steered } };

/** At speed 0 it rests, and the same `seed` draws the same sky everywhere. `label` gives it a name: then it is no decoration. */
export const Still: Story = { name: 'A still sky', parameters: { html: still } };

/** Stars take the text colour; what lies behind is the page's own. */
export const Dusk: Story = { parameters: { html: dusk } };
