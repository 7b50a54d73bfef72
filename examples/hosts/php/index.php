<?php
// A shop of one product for PHP's built-in server: every request comes here.
declare(strict_types=1);

require __DIR__ . '/shop.php';
require __DIR__ . '/http.php';

$files = [
    '/style.css' => __DIR__ . '/../style.css',
    '/ds-elements.css' => __DIR__ . '/../../../dist/ds-elements.css',
    '/ds-elements.js' => __DIR__ . '/../../../dist/ds-elements.bundle.js',
    '/datastar.js' => __DIR__ . '/../../../.cache/datastar/datastar.js',
];
$path = parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH) ?: '';
match (true) {
    $path === '/' => home(),
    $path === '/add-item' && $_SERVER['REQUEST_METHOD'] === 'POST' => add_item(),
    preg_match('~^/product/([^/]+)/info$~D', $path, $found) === 1 => info($found[1]),
    $path === '/live' => live(),
    isset($files[$path]) => send_file($files[$path]),
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
    if ($fields === null) {
        http_response_code(413);
        return;
    }
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
    $assumed = $sent === [] ? 'No quantity was given, so we took one. ' : '';
    $key = substr($fields['Idempotency-Key'][0] ?? '', 0, 40);
    $message = sell($count, "$assumed$count × " . ITEM_NAME . ' added to your cart.', $key);
    if (is_datastar()) {
        send_patches(purchase_form(['message' => $message]), cart_count());
    } else {
        $_SESSION['message'] = $message;
        header('Location: /', true, 303);
    }
}

/** Whoever clicks twice, or whose client asks again for an answer that was lost, buys once and hears the same again. */
function sell(int $count, string $message, string $key): string
{
    $sold = $_SESSION['sold'] ?? [];
    if ($key === '' || !isset($sold[$key])) {
        $_SESSION['count'] = ($_SESSION['count'] ?? 0) + $count;
    }
    if ($key !== '') {
        $_SESSION['sold'] = array_slice($sold + [$key => $message], -20, preserve_keys: true);
    }
    return $sold[$key] ?? $message;
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
        send_page([], isset(FIGURES[$id]) ? 200 : 404, $info);
    }
}

/** Tells how many look at the page, and ends: a stream that stays open keeps its process, and `php -S` has no other. */
function live(): void
{
    open_session();
    look(session_id());
    send_patches(viewers_line());
    echo "retry: 500\n\n"; // milliseconds until the client asks again
}

function send_page(array $purchase, int $status = 200, ?string $info = null): void
{
    http_response_code($status);
    header('Cache-Control: no-store');
    echo render('page', [
        'cartCount' => cart_count(),
        'viewers' => viewers_line(),
        'form' => purchase_form($purchase + ['isPage' => true]),
        'info' => $info ?? render('info', ['figures' => [], 'isAsked' => false]),
    ]);
}

/** `rev` is new in every rendering: a field that was typed into takes `quantity` again, and no two purchases have one key. */
function purchase_form(array $purchase): string
{
    $defaults = ['quantity' => '1', 'error' => '', 'message' => '', 'isPage' => false];
    return render('purchase-form', $purchase + $defaults + ['csrf' => $_SESSION['csrf'], 'rev' => bin2hex(random_bytes(8))]);
}

function cart_count(): string
{
    return render('cart-count', ['count' => $_SESSION['count'] ?? 0]);
}

/** The reader of a page counts, too, though they have yet to ask. */
function viewers_line(): string
{
    return render('viewers', ['count' => max(1, viewers())]);
}
