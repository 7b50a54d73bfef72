<div id="cart-count">
  <ds-cart-badge count="<?= e($count) ?>" label="Items in cart" show-zero></ds-cart-badge>
</div>
