import type { CartLine } from '../store/carts.js';

/**
 * Who says what the stepper of a cart line shows. Its number is the cart's, but its user may be a click further than the cart,
 * and a number that was refused is in no cart at all.
 *
 * | a page is sent a line                                | number           | message      |
 * | ---------------------------------------------------- | ---------------- | ------------ |
 * | when it is loaded, or the line was changed elsewhere | the cart's       | none         |
 * | when something else was changed                      | left as it is    | left as it is |
 * | in answer to its own change                          | left as it is    | none         |
 * | the same, where another page came between            | the cart's       | none         |
 * | in answer to a number that is refused                | the refused one  | why          |
 * | in answer to another refusal                         | left as it is    | none         |
 *
 * A stepper takes `value`, whatever it shows, where `value` or `rev` is new to the page; `data-preserve-attr` keeps both from it.
 */
export interface LineStepper {
  readonly value: string;
  readonly rev: string;
  readonly error: string;
  /** The attributes that the page leaves as it has them. */
  readonly keeps: '' | 'value rev' | 'value rev error';
}

/** Why something was not done with a line. */
export interface LineTrouble {
  readonly product: string;
  /** The number that was refused; none where the trouble is something else. */
  readonly quantity?: string;
  readonly message: string;
}

export function asInCart({ quantity, rev }: CartLine): LineStepper {
  return { value: String(quantity), rev, error: '', keeps: '' };
}

/** @param told the lines as the page was told of them before */
export function asNews(line: CartLine, page: string, told: readonly CartLine[] = []): LineStepper {
  const isKnown = line.page === page || told.some(({ rev }) => rev === line.rev);
  return { ...asInCart(line), keeps: isKnown ? 'value rev error' : '' };
}

/**
 * @param before the line as it was
 * @param sender the page that changed it, and the `rev` of what it had been shown
 */
export function afterChange(line: CartLine, before: CartLine | undefined, sender: Sender): LineStepper {
  const isNext = before?.page === sender.page || before?.rev === sender.rev;
  return { ...asInCart(line), keeps: isNext ? 'value rev' : '' };
}

interface Sender {
  readonly page: string;
  readonly rev: string;
}

/** A refused number has a `rev` of its own, so that whatever comes next takes number and message away together. */
export function afterRefusal(line: CartLine, { quantity, message }: LineTrouble): LineStepper {
  if (quantity === undefined) return { ...asInCart(line), keeps: 'value rev' };
  return { value: quantity, rev: `${line.rev}-refused`, error: message, keeps: '' };
}
