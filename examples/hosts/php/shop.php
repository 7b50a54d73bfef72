<?php
// What the shop knows. Each request begins from nothing, so that what changes is in files.
declare(strict_types=1);

const ITEM = 'telescope';
const ITEM_NAME = 'Garden telescope';
// All that we know; no two meteorites are alike.
const FIGURES = [
    ITEM => ['80 mm lens, 640 mm focal length', 'Two eyepieces: 26× and 64×', 'Ash tripod, 4.2 kg in all'],
    'meteorite' => [],
];

/** Not in the common folder for temporary files, where others could put a session for us to believe. */
function state_folder(string $name): string
{
    $folder = __DIR__ . "/.build/$name";
    if (!is_dir($folder)) {
        mkdir($folder, 0700, true);
    }
    return $folder;
}

function look(string $visitor): void
{
    touch(state_folder('viewers') . "/$visitor");
}

/** How many have looked of late: whoever stays looks twice a second, and is forgiven a slow line. */
function viewers(): int
{
    $count = 0;
    foreach (glob(state_folder('viewers') . '/*') as $visitor) {
        // With more than one process another may have just taken it away.
        if (@filemtime($visitor) >= time() - 2) {
            $count++;
        } else {
            @unlink($visitor);
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
    $text = trim($sent[0], " \t\r\n");
    if (count($sent) === 1 && preg_match('/^[0-9]{1,2}$/D', $text) && (int) $text > 0) {
        return [(int) $text, '', ''];
    }
    $isNumber = count($sent) === 1 && preg_match('/^-?[0-9]{1,9}(\.[0-9]{1,9})?$/D', $text);
    return [0, $isNumber ? $text : '', 'Enter a whole number from 1 to 99.'];
}
