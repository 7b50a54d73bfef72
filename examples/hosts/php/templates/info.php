<div id="info-component">
  <?php if (!$isAsked): ?>
    <a href="/product/telescope/info" data-on:click__prevent="@get('/product/telescope/info')">Size, weight and the rest</a>
  <?php elseif ($figures === []): ?>
    <p role="alert">No figures for this one: no two of them are alike.</p>
  <?php else: ?>
    <ul>
      <?php foreach ($figures as $figure): ?>
        <li><?= e($figure) ?></li>
      <?php endforeach ?>
    </ul>
  <?php endif ?>
</div>
