<?php
// Requests, answers, templates.
declare(strict_types=1);

function is_datastar(): bool
{
    return ($_SERVER['HTTP_DATASTAR_REQUEST'] ?? '') === 'true';
}

function open_session(): void
{
    session_start([
        'name' => 'session',
        'save_path' => state_folder('sessions'),
        'cookie_httponly' => true,
        'cookie_samesite' => 'Lax',
        'use_strict_mode' => true,
    ]);
    $_SESSION['csrf'] ??= bin2hex(random_bytes(32));
}

/** Every value of every field. `$_POST` keeps the last of two fields of the same name, and forgets that there were two. */
function form_fields(): array
{
    $fields = [];
    foreach (explode('&', file_get_contents('php://input', length: 10_000)) as $pair) {
        [$name, $value] = explode('=', $pair, 2) + [1 => ''];
        $fields[urldecode($name)][] = urldecode($value);
    }
    return $fields;
}

/** Escapes a value for text and for attributes. Every `<?=` in a template that is not HTML already goes through it. */
function e(string|int $value): string
{
    return htmlspecialchars((string) $value, ENT_QUOTES | ENT_SUBSTITUTE);
}

function render(string $template, array $values): string
{
    extract($values);
    ob_start();
    require __DIR__ . "/templates/$template.php";
    return ob_get_clean();
}

/** One event of Datastar's; a line break of either kind would end the line, so each line says again what it is. */
function patch(string $html): string
{
    return "event: datastar-patch-elements\ndata: elements "
        . implode("\ndata: elements ", preg_split('/\r\n|\r|\n/', trim($html))) . "\n\n";
}

function send_patches(string ...$html): void
{
    send_stream_headers();
    echo implode(array_map(patch(...), $html));
}

function send_stream_headers(): void
{
    header('Content-Type: text/event-stream');
    header('Cache-Control: no-store');
    while (ob_get_level() > 0) {
        ob_end_flush(); // php.ini may ask for a buffer, and a stream would wait until it is full
    }
}

/**
 * A stream holds its process. Four of them are left to pages; and with a connection that `php -S` took in along with this one,
 * which would wait until the stream ends, it does not begin. Only Linux can tell; elsewhere it is rare bad luck.
 */
function may_stream(int $open): bool
{
    $sockets = 0;
    foreach (glob('/proc/self/fd/*') as $descriptor) {
        $sockets += basename($descriptor) > 2 && str_starts_with((string) @readlink($descriptor), 'socket:') ? 1 : 0;
    }
    return $open < (int) getenv('PHP_CLI_SERVER_WORKERS') - 4 && $sockets <= 2; // the one that listens, and this one
}

function send_file(string $path, string $type): void
{
    header("Content-Type: $type; charset=utf-8");
    readfile(str_starts_with($path, '/') ? $path : __DIR__ . "/$path");
}
