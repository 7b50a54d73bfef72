import { fixture } from '@open-wc/testing';
import '../../../components/quantity-stepper/ds-quantity-stepper.js';
import type { DsQuantityStepper } from '../../../components/quantity-stepper/quantity-stepper.js';

/** A stepper from the HTML of a template, settled. */
export const stepper = (attributes = '', around = (html: string) => html): Promise<DsQuantityStepper> =>
  mounted(around(`<ds-quantity-stepper ${attributes}></ds-quantity-stepper>`));

async function mounted(html: string): Promise<DsQuantityStepper> {
  const root = await fixture<HTMLElement>(`<div>${html}</div>`);
  const element = root.querySelector('ds-quantity-stepper');
  if (!element) throw new Error(`no stepper in ${html}`);
  await element.updateComplete;
  return element;
}

/** A node inside the stepper, by part name. */
export function part(element: DsQuantityStepper, name: 'input'): HTMLInputElement;
export function part(element: DsQuantityStepper, name: 'base' | 'decrement' | 'increment' | 'error'): HTMLElement;
export function part(element: DsQuantityStepper, name: string): HTMLElement {
  const node = element.shadowRoot?.querySelector<HTMLElement>(`[part=${name}]`);
  if (!node) throw new Error(`no part ${name}`);
  return node;
}

/** What the stepper says, in order: "ds-signal:user 2", "input 2", "change 2". */
export function heard(element: DsQuantityStepper): string[] {
  const log: string[] = [];
  element.addEventListener('ds-signal', ({ detail }) => log.push(`${detail.cause} ${String(detail.outputs['value'])}`));
  for (const type of ['input', 'change']) element.addEventListener(type, () => log.push(`${type} ${element.value}`));
  return log;
}

/** The point of a node that a mouse would aim at. */
export function middle(node: Element): [number, number] {
  const { left, top, width, height } = node.getBoundingClientRect();
  return [Math.round(left + width / 2), Math.round(top + height / 2)];
}
