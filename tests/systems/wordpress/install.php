<?php
// Installs WordPress with an author, our plugin and these events: `php install.php WWW < events.json`. Prints the ids.
[, $www] = $argv;
$_SERVER += ['HTTP_HOST' => 'localhost', 'REQUEST_URI' => '/', 'SERVER_PROTOCOL' => 'HTTP/1.1'];
define('WP_INSTALLING', true);
require "$www/wp-load.php";
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
require_once ABSPATH . 'wp-admin/includes/plugin.php';
wp_install('St Paul\'s & Friends', 'admin', 'admin@stpaul.example', true, '', wp_generate_password());
wp_insert_user([
    'user_login' => 'author',
    'user_pass' => wp_generate_password(),
    'user_email' => 'author@stpaul.example',
    'role' => 'author',
]);
update_option('timezone_string', 'Europe/Berlin');
update_option('permalink_structure', '/%postname%/');
switch_theme('test');
activate_plugin('ctg-signups.php');
do_action('init');
$ids = [];
foreach (json_decode(stream_get_contents(STDIN), true) as $event) {
    $ids[] = $id = wp_insert_post([
        'post_type' => 'event',
        'post_status' => 'publish',
        'post_title' => wp_slash($event['title']),
        'post_excerpt' => 'We meet & eat.',
        'post_content' => '<p>We meet.</p>',
    ]);
    foreach ($event['meta'] as $key => $value) {
        update_post_meta($id, $key, $value);
    }
}
global $wp_rewrite;
$wp_rewrite->init();
flush_rewrite_rules(false);
echo json_encode(['version' => get_bloginfo('version'), 'ids' => $ids]);
