<form
  id="purchase-item"
  method="post"
  action="/add-item"
  data-on:submit="$_sending || @post('/add-item', {contentType: 'form'})"
  data-indicator:_sending
>
  <input type="hidden" id="csrf" name="csrf" value="<?= e($csrf) ?>">
  <input type="hidden" id="purchase-key" name="Idempotency-Key" value="<?= e($rev) ?>">
  <input type="hidden" id="item-id" name="item-id" value="telescope">
  <label for="quantity">Quantity</label>
  <ds-quantity-stepper
    id="quantity"
    name="quantity"
    value="<?= e($quantity) ?>"
    min="1"
    max="99"
    required
    rev="<?= e($rev) ?>"
    error="<?= e($error) ?>"
  ><?php if ($isPage): // in a patch <noscript> would be live content, and the field be sent twice ?><noscript>
    <input name="quantity" inputmode="numeric" aria-label="Quantity" value="<?= e($quantity) ?>">
    <small><?= e($error) ?></small>
  </noscript><?php endif ?></ds-quantity-stepper>
  <button type="submit" id="add-to-cart">Add to cart</button>
  <p id="purchase-message" role="status"><?= e($message) ?></p>
</form>
