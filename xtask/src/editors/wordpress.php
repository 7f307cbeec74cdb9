<?php
// php wordpress.php WORDPRESS: what its filter of posts leaves of the input. It runs
// when an account without the right to unfiltered HTML saves.
const WPINC = 'wp-includes';
define('ABSPATH', $argv[1] . '/');
foreach (['compat', 'plugin', 'functions', 'formatting', 'kses', 'l10n'] as $file) {
    require ABSPATH . WPINC . "/$file.php";
}
echo wp_kses_post(file_get_contents('php://stdin'));
