<?php
// Lets years go by and runs the daily deletion: `php forget.php WWW < {"ids": …, "over": id, "gone": id}`. Prints who is left.
[, $www] = $argv;
$_SERVER += ['HTTP_HOST' => 'localhost', 'REQUEST_URI' => '/', 'SERVER_PROTOCOL' => 'HTTP/1.1'];
require "$www/wp-load.php";
$told = json_decode(stream_get_contents(STDIN), true);
$wpdb->query('UPDATE ' . ctg_table() . " SET created = '2020-01-01 10:00:00'");
update_post_meta($told['over'], CTG_START, '2020-02-01 18:00:00');
wp_delete_post($told['gone'], true);
do_action('ctg_forget');
echo json_encode(array_map('ctg_taken', $told['ids']));
