const euros = new Intl.NumberFormat('en-IE', { style: 'currency', currency: 'EUR' });

/** Money is whole cents until it is shown. */
export function formatCents(cents: number): string {
  return euros.format(cents / 100);
}
