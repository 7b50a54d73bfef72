import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { args, driven, faraway, icon, plain, type CartBadgeArgs } from './cart-badge.html.js';

const meta = {
  title: 'Elements/Cart badge',
  component: 'ds-cart-badge',
  args,
  argTypes: { count: { control: { type: 'number', min: 0 } }, max: { control: { type: 'number', min: 1 } } },
  parameters: { docs: { subtitle: '<ds-cart-badge>' } },
} satisfies Meta<CartBadgeArgs>;

export default meta;
type Story = StoryObj<CartBadgeArgs>;

/** Every attribute follows a signal: change one in the Controls. */
export const Driven: Story = { parameters: { html: driven } };

/** Without `href` it is no link. */
export const Plain: Story = { parameters: { html: plain } };

/** The slot takes an icon and `label` the words of the page's own. */
export const Icon: Story = { name: 'Another icon', parameters: { html: icon } };

/** A button far from the badge changes one signal; neither knows of the other. A settled change is read out once. */
export const Faraway: Story = { name: 'Far away', parameters: { html: faraway } };
