<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>Garden telescope</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="/ds-elements.css">
    <link rel="stylesheet" href="/style.css">
    <script type="module" src="/ds-elements.js"></script>
    <script type="module" src="/datastar.js"></script>
  </head>
  <body>
    <header
      id="sky"
      data-signals="{_x: 50, _y: 42, _speed: 6}"
      data-on:mousemove="
        const box = el.getBoundingClientRect();
        $_x = Math.round(100 * (evt.clientX - box.left) / box.width);
        $_y = Math.round(100 * (evt.clientY - box.top) / box.height)"
    >
      <ds-starfield
        center-x="50"
        center-y="42"
        speed="6"
        data-attr:center-x="$_x"
        data-attr:center-y="$_y"
        data-attr:speed="$_speed"
      ></ds-starfield>
      <?= $cartCount ?>
      <label>Speed <input type="range" min="0" max="40" value="6" data-bind:_speed></label>
    </header>
    <main>
      <p
        id="trouble"
        role="alert"
        data-on:datastar-fetch="
          const trouble = 'The server did not take that. Reload the page and try again.';
          const news = {
            error: trouble,
            retrying: 'No answer yet. Trying again…',
            'retries-failed': trouble,
            'datastar-patch-elements': '',
          }[evt.detail.type];
          if (news !== undefined && evt.detail.el.id !== 'live') el.textContent = news"
      ></p>
      <h1>Garden telescope</h1>
      <p>€289.00</p>
      <?= $viewers ?>
      <?= $form ?>
      <?= $info ?>
    </main>
    <div id="live" data-init="@get('/live', {retry: 'always', retryScaler: 1, retryMaxCount: Infinity})"></div>
  </body>
</html>
