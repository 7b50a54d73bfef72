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
        'gc_probability' => 1, // Debian's is 0: it looks after old sessions in its own folder, and in no other
    ]);
    $_SESSION['csrf'] ??= bin2hex(random_bytes(32));
}

/**
 * Every value of every field, or null if that is more than a form of ours can hold. `$_POST` keeps the last of two fields of
 * the same name, and forgets that there were two.
 */
function form_fields(): ?array
{
    $body = file_get_contents('php://input', length: 10_001);
    if (strlen($body) > 10_000) {
        return null;
    }
    $fields = [];
    foreach (explode('&', $body) as $pair) {
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
    extract($values, EXTR_SKIP);
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
    header('Content-Type: text/event-stream');
    header('Cache-Control: no-store');
    echo implode(array_map(patch(...), $html));
}

function send_file(string $path): void
{
    $type = str_ends_with($path, '.css') ? 'text/css' : 'text/javascript';
    header("Content-Type: $type; charset=utf-8");
    readfile($path);
}
