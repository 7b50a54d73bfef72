import type { Address } from './store/orders.js';

export type AddressField = keyof Address;

/** What was entered, and what is wrong with it. */
interface Entries {
  readonly values: Readonly<Partial<Record<AddressField, string>>>;
  readonly errors: Readonly<Partial<Record<AddressField, string>>>;
}

/** The checkout form as it is shown. */
export interface CheckoutForm extends Entries {
  /** By which the server knows the same order, sent twice. */
  readonly key: string;
  /** About all of it. */
  readonly message?: string;
  /** The number of the order that the message is about. */
  readonly order?: number;
}

const longest = 100; // characters; what fits on a parcel

const missing: Readonly<Record<AddressField, string>> = {
  name: 'Who is it for?',
  email: 'Where can we write to you?',
  street: 'Which street, and which number?',
  postcode: 'The parcel needs a postcode.',
  city: 'Which town?',
};

/** Reads an address from a form, whatever was sent. With an error at any field there is no address. */
export function readAddress(text: (field: AddressField) => string): Entries & { readonly address?: Address } {
  const values: Address = {
    name: text('name'),
    email: text('email'),
    street: text('street'),
    postcode: text('postcode'),
    city: text('city'),
  };
  const errors: Partial<Record<AddressField, string>> = {};
  for (const [field, value] of Object.entries(values) as [AddressField, string][]) {
    if (value === '') errors[field] = missing[field];
    else if (Array.from(value).length > longest) errors[field] = `At most ${longest} characters fit on the label.`;
    else if (/[\p{Cc}\u202A-\u202E\u2066-\u2069]/u.test(value)) errors[field] = 'Something in it cannot be printed.';
    else if (!/[\p{L}\p{N}]/u.test(value)) errors[field] = missing[field];
  }
  // One @, something before it, and a name with a dot after it. Whether it exists shows when we write to it.
  if (!errors.email && !/^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(values.email))
    errors.email = 'That is not an e-mail address. It should look like mira@example.org.';
  return Object.keys(errors).length > 0 ? { values, errors } : { values, errors, address: values };
}
