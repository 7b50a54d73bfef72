import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { args, bound, decimals, error, form, signal, type QuantityStepperArgs } from './quantity-stepper.html.js';

const meta = {
  title: 'Elements/Quantity stepper',
  component: 'ds-quantity-stepper',
  args,
  argTypes: { value: { control: 'number' }, step: { control: { type: 'number', min: 0 } } },
  parameters: { docs: { subtitle: '<ds-quantity-stepper>' } },
} satisfies Meta<QuantityStepperArgs>;

export default meta;
type Story = StoryObj<QuantityStepperArgs>;

/** One value, both ways, by `data-bind`. Press a button: the signal and the Control follow. Change the Control: the field follows. */
export const Bound: Story = { name: 'Bound both ways', parameters: { html: bound } };

/** `data-attr` brings the value down, `to-signal` takes it up: the bridge writes the signal. */
export const Signal: Story = { name: 'Down by attribute, up by signal', parameters: { html: signal } };

/** Steps of 0.1 are exact, and typing follows the language of the page: try "1,5". */
export const Decimals: Story = { parameters: { html: decimals } };

/** A form takes it for one of its own fields: it has a label, is required and is reset with the rest. */
export const Form: Story = { name: 'In a form', parameters: { html: form } };

/** What the server has to say is shown and read out, and does not block the next try. */
export const ServerMessage: Story = {
  name: 'A message from the server',
  args: { error: 'Only 3 are left.' },
  parameters: { html: error },
};
