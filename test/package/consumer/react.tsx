/** @jsxImportSource react */
/* What JSX knows of the elements. Nothing here runs: a test compiles it against the installed package, for Preact too. */
import { useRef } from 'react';
import type { DsQuantityStepper } from 'ds-elements';
import type {} from 'ds-elements/jsx/react';

export function Page() {
  const stepper = useRef<DsQuantityStepper>(null);
  return (
    <main style={{ '--ds-radius': '0' }}>
      <ds-starfield speed={10} center-x={25} starCount={500} paused className="sky" aria-label="Stars" />
      <ds-quantity-stepper
        ref={stepper}
        key="quantity"
        name="quantity"
        value={1}
        min={1}
        step="any"
        page-step={5}
        readonly
        to-signal="value: cart.quantity"
        onClick={(event) => event.currentTarget.stepUp()}
        onds-signal={({ detail }) => detail.outputs['value']}
      />
      <ds-cart-badge count={3} href="/cart" show-zero style={{ '--ds-badge-color': 'white' }} data-attr:count="$count">
        <svg slot="" />
      </ds-cart-badge>
      {/* @ts-expect-error there is no such attribute */}
      <ds-cart-badge coun={3} />
      {/* @ts-expect-error a count is a number */}
      <ds-cart-badge count="three" />
      {/* @ts-expect-error the name has no hyphen too many */}
      <ds-star-field />
      {/* @ts-expect-error an empty value is '', never null */}
      <ds-quantity-stepper value={null} />
      {/* @ts-expect-error a reference to another element */}
      <ds-cart-badge ref={stepper} />
    </main>
  );
}
