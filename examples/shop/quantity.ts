export const minQuantity = 1;
/** Most of one product in one go. */
export const maxQuantity = 99;

export type QuantityReading =
  | { readonly count: number; /** No quantity came, and one was taken for it. */ readonly isAssumed: boolean }
  | { readonly error: string; /** What to put back into the field. */ readonly shown: string };

const range = `from ${minQuantity} to ${maxQuantity}`;

/** Reads the form field, whatever was sent: text, nothing, a file, the same field twice. */
export function readQuantity(field: unknown): QuantityReading {
  if (field === undefined) return { count: minQuantity, isAssumed: true };
  if (typeof field !== 'string') return { error: `Enter one number ${range}.`, shown: '' };

  const text = field.trim();
  if (text === '') return { error: `Enter how many you want, ${range}.`, shown: '' };
  if (!/^[+-]?\d{1,15}(\.\d{1,15})?$/.test(text))
    return { error: `That is not a number we can use. Enter one ${range}.`, shown: '' };

  const number = Number(text);
  if (!Number.isInteger(number)) return { error: `We sell them whole. Enter a whole number ${range}.`, shown: text };
  if (number < minQuantity) return { error: `Enter at least ${minQuantity}.`, shown: text };
  if (number > maxQuantity)
    return { error: `We pack at most ${maxQuantity} at a time. Enter a number ${range}.`, shown: text };
  return { count: number, isAssumed: false };
}
