<?php
// What the shop knows. Each request is a process of its own, so that all of it is in files.
declare(strict_types=1);

function state_folder(string $name): string
{
    $folder = (getenv('STATE_DIR') ?: sys_get_temp_dir()) . "/ds-elements-php/$name";
    if (!is_dir($folder)) {
        @mkdir($folder, 0700, true); // another process may be faster
    }
    return $folder;
}

/**
 * A stream is a file that its process has locked: the system takes the lock back however the process ends.
 *
 * @return resource
 */
function enter()
{
    $new = tempnam(state_folder('new'), '');
    $stream = fopen($new, 'r');
    flock($stream, LOCK_EX);
    rename($new, state_folder('streams') . '/' . bin2hex(random_bytes(8))); // seen by the others only once it is locked
    return $stream;
}

/** @param resource $stream */
function leave($stream): void
{
    flock($stream, LOCK_UN); // the next who counts takes the file away
}

function viewers(): int
{
    $count = 0;
    foreach (glob(state_folder('streams') . '/*') as $path) {
        $stream = @fopen($path, 'r'); // gone, if another process counted it away
        if ($stream && flock($stream, LOCK_SH | LOCK_NB)) {
            @unlink($path);
        } elseif ($stream) {
            $count++;
        }
    }
    return $count;
}

/**
 * Takes whatever was sent.
 *
 * @param list<string> $sent
 * @return array{int, string, string} the count; or what goes back into the field, and what is wrong with it
 */
function read_quantity(array $sent): array
{
    if ($sent === []) {
        return [1, '', ''];
    }
    $text = trim($sent[0]);
    if (count($sent) > 1 || !preg_match('/^[+-]?[0-9]{1,15}(\.[0-9]{1,15})?$/D', $text)) {
        return [0, '', 'Enter one number from 1 to 99.'];
    }
    $number = (float) $text;
    return match (true) {
        floor($number) !== $number => [0, $text, 'We count whole things. Enter a whole number.'],
        $number < 1 => [0, $text, 'Enter at least 1.'],
        $number > 99 => [0, $text, 'We pack at most 99 at a time.'],
        default => [(int) $number, '', ''],
    };
}
