export const minQuantity = 1;
/** Most of one thing in a cart. */
export const maxQuantity = 99;
/** Most of one thing on our shelves. */
export const maxStock = 9999;

export type QuantityReading =
  | { readonly count: number; /** No quantity came, and one was taken for it. */ readonly isAssumed: boolean }
  | { readonly error: string; /** What to put back into the field. */ readonly shown: string };

const range = `from ${minQuantity} to ${maxQuantity}`;

/** Reads the form field, whatever was sent: text, nothing, a file, the same field twice. */
export function readQuantity(field: unknown): QuantityReading {
  if (field === undefined) return { count: minQuantity, isAssumed: true };
  const number = readWholeNumber(field, range);
  if (typeof number !== 'number') return number;
  const shown = String(number);
  if (number < minQuantity) return { error: `Enter at least ${minQuantity}.`, shown };
  if (number > maxQuantity)
    return { error: `We pack at most ${maxQuantity} at a time. Enter a number ${range}.`, shown };
  return { count: number, isAssumed: false };
}

/** Reads what was counted on the shelf; here nothing is assumed. */
export function readStock(field: unknown): QuantityReading {
  const range = `from 0 to ${maxStock}`;
  const number = readWholeNumber(field, range);
  if (typeof number !== 'number') return number;
  if (number < 0 || number > maxStock) return { error: `Enter a number ${range}.`, shown: String(number) };
  return { count: number, isAssumed: false };
}

function readWholeNumber(field: unknown, range: string): number | { readonly error: string; readonly shown: string } {
  if (typeof field !== 'string') return { error: `Enter one number ${range}.`, shown: '' };
  const text = field.trim();
  if (text === '') return { error: `Enter how many, ${range}.`, shown: '' };
  if (!/^[+-]?\d{1,15}(\.\d{1,15})?$/.test(text))
    return { error: `That is not a number we can use. Enter one ${range}.`, shown: text.slice(0, 20) };
  const number = Number(text);
  return Number.isInteger(number)
    ? number
    : { error: `We count whole things. Enter a whole number ${range}.`, shown: text };
}
