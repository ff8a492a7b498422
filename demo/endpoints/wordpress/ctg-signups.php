<?php
/**
 * Plugin Name: Sign-ups for gatherings
 * Description: Takes sign-ups for the events that your website has, counts their places, and lists who comes under "Tools".
 * Requires PHP: 8.0
 * License: MIT
 *
 * Put this file into wp-content/plugins/, switch it on, and set the three names below to what your events are called.
 * Sign-ups are then posted to https://YOUR-SITE/wp-json/ctg/v1/signups; the places that are taken stand in the REST API
 * of your events as `ctg_taken`. How a page reads your events, and where it posts to, is said where the widget is pasted.
 */
defined('ABSPATH') || exit();

/** Your kind of post, and the fields in which it keeps the number of places and when it begins. */
const CTG_TYPE = 'event';
const CTG_PLACES = 'event_capacity';
const CTG_START = 'event_start';
/** Days after an event has begun for which its sign-ups are kept. What has no date keeps them. */
const CTG_KEEP_DAYS = 120;

function ctg_table(): string
{
    global $wpdb;
    return $wpdb->prefix . 'ctg_signups';
}

register_activation_hook(__FILE__, 'ctg_install');
function ctg_install(): void
{
    global $wpdb;
    require_once ABSPATH . 'wp-admin/includes/upgrade.php';
    dbDelta(
        'CREATE TABLE ' .
            ctg_table() .
            ' (
        id char(36) NOT NULL,
        event bigint unsigned NOT NULL,
        people int unsigned NOT NULL,
        body longtext NOT NULL,
        created datetime NOT NULL,
        PRIMARY KEY  (id),
        KEY event (event)
    ) ' .
            $wpdb->get_charset_collate(),
    );
    wp_next_scheduled('ctg_forget') || wp_schedule_event(time(), 'daily', 'ctg_forget');
}

register_deactivation_hook(__FILE__, static fn() => wp_clear_scheduled_hook('ctg_forget'));
add_action('ctg_forget', static function (): void {
    global $wpdb;
    $before = time() - 86400 * CTG_KEEP_DAYS;
    foreach ($wpdb->get_col('SELECT DISTINCT event FROM ' . ctg_table()) as $event) {
        if (get_post_type((int) $event) !== CTG_TYPE) {
            // The event is gone, and its date with it: what is left is when somebody signed up.
            $wpdb->query(
                $wpdb->prepare(
                    'DELETE FROM ' . ctg_table() . ' WHERE event = %d AND created < %s',
                    $event,
                    gmdate('Y-m-d H:i:s', $before),
                ),
            );
        } elseif ((ctg_begins((int) $event)?->getTimestamp() ?? PHP_INT_MAX) < $before) {
            // By the date that it has now: it may have been moved since they signed up.
            $wpdb->query($wpdb->prepare('DELETE FROM ' . ctg_table() . ' WHERE event = %d', $event));
        }
    }
});

/** When an event begins; null where it has no date. A clock without an offset is the site's. */
function ctg_begins(int $event): ?DateTimeImmutable
{
    $begins = (string) get_post_meta($event, CTG_START, true);
    return $begins === '' ? null : (date_create_immutable($begins, wp_timezone()) ?: null);
}

function ctg_taken(int $event): int
{
    global $wpdb;
    return (int) $wpdb->get_var(
        $wpdb->prepare('SELECT COALESCE(SUM(people), 0) FROM ' . ctg_table() . ' WHERE event = %d', $event),
    );
}

add_action('rest_api_init', static function (): void {
    register_rest_field(CTG_TYPE, 'ctg_taken', [
        'get_callback' => static fn(array $post): int => ctg_taken((int) $post['id']),
    ]);
    register_rest_route('ctg/v1', '/signups', [
        'methods' => 'POST',
        // Anybody may sign up; what they may not do is read who else has.
        'permission_callback' => '__return_true',
        'callback' => 'ctg_sign_up',
    ]);
});

/** Signs up a party, or answers what it was told the first time: `id` is made on the visitor's device. */
function ctg_sign_up(WP_REST_Request $request): WP_REST_Response
{
    global $wpdb;
    $sent = $request->get_json_params() ?: $request->get_body_params();
    $errors = ctg_errors($sent);
    if ($errors || strlen($request->get_body()) > 64000) {
        return ctg_refuse(422, 'invalid', 'Check the fields named here.', ['errors' => $errors]);
    }
    $event = (int) $sent['gathering'];
    if (get_post_type($event) !== CTG_TYPE || get_post_status($event) !== 'publish') {
        return ctg_refuse(404, 'not-found', 'This gathering is not there any more.');
    }
    $people = (int) $sent['adults'] + (int) ($sent['children'] ?? 0);
    // One at a time for each event, or the last place is given twice.
    if (!$wpdb->get_var($wpdb->prepare('SELECT GET_LOCK(%s, 10)', "ctg-$event"))) {
        return ctg_refuse(503, 'away', 'Too many at once. Try again in a moment.', ['retryAfter' => 5]);
    }
    try {
        $known = $wpdb->get_var($wpdb->prepare('SELECT event FROM ' . ctg_table() . ' WHERE id = %s', $sent['id']));
        $places = get_post_meta($event, CTG_PLACES, true);
        // Without any date nothing has begun.
        $start = ctg_begins($event);
        $left = $places === '' ? $people : max(0, (int) $places - ctg_taken($event));
        if ($known === null && $start !== null && $start->getTimestamp() <= time()) {
            return ctg_refuse(409, 'closed', 'Sign-up has closed.');
        }
        if ($known === null && $left < $people) {
            return $left === 0
                ? ctg_refuse(409, 'full', 'This gathering is full.', ['places' => 0])
                : ctg_refuse(409, 'partial', "$people places were asked for, $left are left.", ['places' => $left]);
        }
        if ($known === null) {
            $row = [
                'id' => $sent['id'],
                'event' => $event,
                'people' => $people,
                'body' => wp_json_encode($sent),
                'created' => gmdate('Y-m-d H:i:s'),
            ];
            if ($wpdb->insert(ctg_table(), $row) === false) {
                return ctg_refuse(503, 'away', 'Not there at the moment. Try again in a moment.', ['retryAfter' => 5]);
            }
        }
        $receipt = [
            'id' => $sent['id'],
            'status' => 'confirmed',
            'gathering' => (string) ($known ?? $event),
            'counts' => ['taken' => ctg_taken($event)],
        ];
        return new WP_REST_Response($receipt, $known === null ? 201 : 200);
    } finally {
        $wpdb->query($wpdb->prepare('SELECT RELEASE_LOCK(%s)', "ctg-$event"));
    }
}

function ctg_errors(array $sent): array
{
    $errors = [];
    $check = static function (string $field, bool $good, string $detail) use (&$errors): void {
        $good || ($errors[] = ['pointer' => "/$field", 'detail' => $detail]);
    };
    $text = static fn(string $key, int $most): string => is_string($sent[$key] ?? null) &&
    mb_strlen($sent[$key]) <= $most
        ? trim($sent[$key])
        : '';
    $number = static fn(string $key): int => filter_var($sent[$key] ?? 0, FILTER_VALIDATE_INT, [
        'options' => ['min_range' => 0, 'max_range' => 1000, 'default' => -1],
    ]);
    $check('id', wp_is_uuid($text('id', 36)), 'This must be a UUID.');
    $check('gathering', ctype_digit((string) ($sent['gathering'] ?? '')), 'This gathering is not known here.');
    $check('name', $text('name', 200) !== '', 'Enter your name.');
    $check(
        'email',
        is_email($text('email', 254)) || $text('phone', 60) !== '',
        'Give an e-mail address or a phone number.',
    );
    $check('adults', $number('adults') >= 1 && $number('children') >= 0, 'Choose how many people are coming.');
    return $errors;
}

function ctg_refuse(int $status, string $code, string $detail, array $more = []): WP_REST_Response
{
    $headers =
        ['Content-Type' => 'application/problem+json'] +
        (isset($more['retryAfter']) ? ['Retry-After' => $more['retryAfter']] : []);
    return new WP_REST_Response(
        ['title' => 'Not taken', 'status' => $status, 'code' => $code, 'detail' => $detail] + $more,
        $status,
        $headers,
    );
}

add_action('admin_menu', static function (): void {
    add_management_page('Sign-ups', 'Sign-ups', 'edit_others_posts', 'ctg-signups', 'ctg_page');
});

/** Who comes, for those who may edit everybody's events. */
function ctg_page(): void
{
    global $wpdb;
    echo '<div class="wrap"><h1>Sign-ups</h1><table class="widefat striped"><thead><tr><th>Event<th>Name<th>Reach them<th>People<th>Note<th>Signed up</thead><tbody>';
    foreach ($wpdb->get_results('SELECT * FROM ' . ctg_table() . ' ORDER BY event, created') as $row) {
        $body = json_decode($row->body, true);
        $cells = [
            get_the_title($row->event),
            $body['name'],
            trim(($body['email'] ?? '') . ' ' . ($body['phone'] ?? '')),
            $row->people,
            $body['note'] ?? '',
            $row->created,
        ];
        echo '<tr><td>', implode('<td>', array_map('esc_html', $cells));
    }
    echo '</tbody></table></div>';
}
