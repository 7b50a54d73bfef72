#!/bin/sh
# `php -S` that is told to end leaves its workers running, and with them the port: they are told, too.
export PHP_CLI_SERVER_WORKERS="${PHP_CLI_SERVER_WORKERS:-24}"
php -q -S "127.0.0.1:${PORT:-8080}" index.php &
server=$!
trap 'pkill -TERM -P "$server"; kill "$server"' INT TERM
wait "$server"
