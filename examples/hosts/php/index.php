<?php
// A shop of one product for PHP's built-in server: every request comes here.
declare(strict_types=1);

require __DIR__ . '/shop.php';
require __DIR__ . '/http.php';

const ITEM = 'telescope';
const ITEM_NAME = 'Garden telescope';
// A thing that is not listed has no figures.
const FIGURES = [ITEM => ['80 mm lens, 640 mm focal length', 'Two eyepieces: 26× and 64×', 'Ash tripod, 4.2 kg in all']];

$path = parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH) ?: '';
match (true) {
    $path === '/style.css' => send_file('../style.css', 'text/css'),
    $path === '/ds-elements.js' => send_file(getenv('DS_ELEMENTS') ?: '../../../dist/ds-elements.bundle.js', 'text/javascript'),
    $path === '/datastar.js' => send_file(getenv('DATASTAR') ?: '../../../.cache/datastar/1.0.4.js', 'text/javascript'),
    $path === '/live' => live(),
    $path === '/' => home(),
    $path === '/add-item' && $_SERVER['REQUEST_METHOD'] === 'POST' => add_item(),
    preg_match('~^/product/([\w-]+)/info$~', $path, $found) === 1 => info($found[1]),
    default => http_response_code(404),
};

function home(): void
{
    open_session();
    $message = $_SESSION['message'] ?? '';
    unset($_SESSION['message']);
    send_page(['message' => $message]);
}

function add_item(): void
{
    open_session();
    $fields = form_fields();
    if (!hash_equals($_SESSION['csrf'], $fields['csrf'][0] ?? '')) {
        http_response_code(403);
        return;
    }
    if (($fields['item-id'] ?? []) !== [ITEM]) {
        refuse(404, ['message' => 'We have no such thing in the shop.']);
        return;
    }
    $sent = $fields['quantity'] ?? [];
    [$count, $shown, $error] = read_quantity($sent);
    if ($error !== '') {
        refuse(422, ['quantity' => $shown, 'error' => $error]);
        return;
    }
    $_SESSION['count'] = ($_SESSION['count'] ?? 0) + $count;
    $message = ($sent === [] ? 'No quantity was given, so we took one. ' : '') . "$count × " . ITEM_NAME . ' added to your cart.';
    if (is_datastar()) {
        send_patches(purchase_form(['message' => $message]), render('cart-count', ['count' => $_SESSION['count']]));
    } else {
        $_SESSION['message'] = $message;
        header('Location: /', true, 303);
    }
}

/** Says why not: in its place to Datastar, which applies nothing but a 200, and on a whole page to a plain form. */
function refuse(int $status, array $purchase): void
{
    if (is_datastar()) {
        send_patches(purchase_form($purchase));
    } else {
        send_page($purchase, $status);
    }
}

function info(string $id): void
{
    $info = render('info', ['figures' => FIGURES[$id] ?? [], 'isAsked' => true]);
    if (is_datastar()) {
        send_patches($info);
    } else {
        open_session();
        send_page([], 200, $info);
    }
}

/** Tells how many look at the page: at once, and whenever somebody comes or goes. */
function live(): void
{
    send_stream_headers();
    if (!may_stream(viewers())) {
        echo patch(viewers_line(viewers())); // and the client asks again in a second
        return;
    }
    ignore_user_abort(true); // so that the line after the loop is reached
    $stream = enter();
    for ($told = null; !connection_aborted(); $told = $count) {
        $count = viewers();
        // Who left is noticed by writing only: the second write after that fails.
        echo $count === $told ? ": still here\n\n" : patch(viewers_line($count));
        flush();
        usleep(200_000);
    }
    leave($stream);
}

/** The reader counts, too, though their stream may have yet to begin. */
function viewers_line(int $count): string
{
    return render('viewers', ['count' => max(1, $count)]);
}

function send_page(array $purchase, int $status = 200, ?string $info = null): void
{
    http_response_code($status);
    header('Cache-Control: no-store');
    echo render('page', [
        'cartCount' => render('cart-count', ['count' => $_SESSION['count'] ?? 0]),
        'viewers' => viewers_line(viewers()),
        'form' => purchase_form($purchase + ['isPage' => true]),
        'info' => $info ?? render('info', ['figures' => [], 'isAsked' => false]),
    ]);
}

/** `rev` is new in every rendering, so that a field that was typed into takes `quantity` again. */
function purchase_form(array $purchase): string
{
    $defaults = ['quantity' => '1', 'error' => '', 'message' => '', 'isPage' => false];
    return render('purchase-form', $purchase + $defaults + ['csrf' => $_SESSION['csrf'], 'rev' => bin2hex(random_bytes(8))]);
}
