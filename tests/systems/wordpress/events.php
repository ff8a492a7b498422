<?php
/**
 * What a webmaster does for events without any plugin: a kind of post, and its fields in REST. The site's template
 * loads the widget once for all pages, as the README says.
 */
add_action('init', static function () {
    register_post_type('event', [
        'label' => 'Events',
        'public' => true,
        'show_in_rest' => true,
        'rest_base' => 'events',
        'supports' => ['title', 'editor', 'excerpt', 'custom-fields'],
    ]);
    foreach (
        [
            'event_start' => 'string',
            'event_end' => 'string',
            'event_venue' => 'string',
            'event_capacity' => 'integer',
            'event_cancelled' => 'boolean',
        ]
        as $key => $type
    ) {
        register_post_meta('event', $key, ['type' => $type, 'single' => true, 'show_in_rest' => true]);
    }
});
add_action(
    'wp_footer',
    static fn() => print '<script type="module" src="' . esc_url(CTG_TEST_FILES) . '/w/gathering-signup.js"></script>',
);
