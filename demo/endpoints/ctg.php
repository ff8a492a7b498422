<?php
/**
 * Gatherings and sign-ups on a host with PHP 8.0 or later: this one file, nothing else to install.
 *
 *  1. Write a long key of your own into HOST_KEY, 16 letters or figures at least. It opens your list of guests.
 *  2. Upload this file into your website, beside your pages.
 *  3. Open https://YOUR-SITE/ctg.php?host=YOUR-KEY. Add your gatherings there, and see who comes.
 *     Or upload a file `ctg.json` beside this one: what it says is then shown, and changed in that file only.
 *  4. Paste where the gatherings should be seen (the script once a page, or once into your site's template):
 *
 *     <div data-ctg="gathering-signup" data-endpoint="https://YOUR-SITE/ctg.php" style="min-height:24em">
 *       <a href="https://YOUR-SITE/contact">Ask us about our gatherings</a>
 *     </div>
 *     <script type="module" src="https://YOUR-SITE/w/gathering-signup.js"></script>
 *
 * Who signed up is kept in a folder `ctg-data` beside this file, in a database with a name that nobody can guess.
 * A folder that your web server does not show is safer still: name it in DATA. Whatever is in `ctg.json` can be read
 * by everybody; an address that only confirmed guests may know belongs on the host's page instead.
 */
declare(strict_types=1);

/** Opens the host's page; while it is empty, there is none. */
const HOST_KEY = '';
/** Folder for the data, '/home/you/ctg-data'; empty for a folder `ctg-data` beside this file. */
const DATA = '';
/** Writes a minute for one address. A whole parish hall may sit behind one. */
const LIMIT = 120;
/** Name of the header in which a proxy of yours tells the visitor's address, 'HTTP_CF_CONNECTING_IP'; else empty. */
const PROXY_HEADER = '';
/** Days after a gathering for which its sign-ups are kept, unless the document says something else. */
const KEEP_DAYS = 30;

const BODY_BYTES = 64000;
const NO_STORE = ['Cache-Control' => 'no-store', 'Referrer-Policy' => 'no-referrer', 'Vary' => 'Accept'];
const STATES = ['scheduled', 'full', 'closed', 'cancelled', 'postponed'];
const UUID = '/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i';
const EMAIL = '/^[^\s\p{Cc}@"<>,;]+@([^\s\p{Cc}@.,;:<>"()]+\.)+[^\s\p{Cc}@.,;:<>"()]+$/u';
/** What the buttons of the host's page make of a sign-up, and of which: a page may be older than a change of mind. */
const MOVES = [
    'confirm' => ['to' => 'confirmed', 'from' => ['pending', 'waitlisted'], 'name' => 'Give a place'],
    'decline' => ['to' => 'declined', 'from' => ['pending', 'waitlisted'], 'name' => 'Decline'],
    'cancel' => ['to' => 'cancelled', 'from' => ['confirmed'], 'name' => 'Take off'],
];
const FORMULA = '/^[\'\s]*[=+\-@＝＋－＠]|^\'*[\t\r\n]/u';

/** A "no" on its way out: an HTTP status and what problem+json (RFC 9457) says about it. */
final class Refused extends Exception
{
    /** @param array<string, mixed> $more `places`, `errors` or `retryAfter` */
    public function __construct(public int $status, public string $word, string $detail, public array $more = [])
    {
        parent::__construct($detail);
    }
}

ini_set('display_errors', '0');
try {
    route($_SERVER['REQUEST_METHOD'] ?? 'GET');
} catch (Refused $refused) {
    answer_refused($refused);
} catch (Throwable $error) {
    // The text of a database error can carry what was sent, so only the place goes into the log.
    error_log('ctg.php: ' . get_class($error) . ' in line ' . $error->getLine());
    answer_refused(
        $error instanceof PDOException
            ? new Refused(503, 'away', 'Not there at the moment. Try again in a moment.', ['retryAfter' => 5])
            : new Refused(500, 'server', 'Something broke here. Try again in a moment.'),
    );
}

/* ---- Who is asked for what ------------------------------------------------------------------------------------ */

function route(string $method): void
{
    $path = explode('/', trim((string) ($_SERVER['PATH_INFO'] ?? ''), '/'));
    $gathering = text_of($_GET['gathering'] ?? ($path[0] === 'gatherings' ? $path[1] ?? '' : ''));
    $token = text_of($_GET['token'] ?? ($path[0] === 'signups' ? $path[1] ?? '' : ''));
    if (isset($_GET['host'])) {
        host_page($method, text_of($_GET['host']));
        return;
    }
    header('Access-Control-Allow-Origin: *');
    header('Access-Control-Allow-Methods: GET, HEAD, POST, PUT, DELETE, OPTIONS');
    header('Access-Control-Allow-Headers: Content-Type, Idempotency-Key');
    header('Access-Control-Expose-Headers: Retry-After, ETag, Date');
    header('Access-Control-Max-Age: 7200');
    if ($method === 'OPTIONS') {
        http_response_code(204);
        return;
    }
    forget();
    if ($token !== '') {
        manage($method, $token);
    } elseif ($method === 'POST') {
        sign_up($gathering);
    } elseif (($method === 'GET' || $method === 'HEAD') && $gathering === '') {
        answer(200, published(document()), ['Cache-Control' => 'no-cache']);
    } else {
        header('Allow: GET, HEAD, POST, OPTIONS');
        throw new Refused(405, 'method', 'This address does not take that.');
    }
}

function sign_up(string $named): void
{
    slow_down();
    [$fields, $message] = read_sent();
    $id = $named !== '' ? $named : text_of($message['gathering'] ?? '');
    $gathering = gathering_of($id);
    if ($fields) {
        $message = message_of($fields, $gathering);
    }
    $booked = book($message, $gathering);
    if (wants_page()) {
        // Elsewhere, so that reloading sends nothing.
        header('Location: ' . manage_href($booked['token']), true, 303);
        return;
    }
    answer($booked['repeated'] ? 200 : 201, receipt($booked, $gathering), NO_STORE);
}

function manage(string $method, string $token): void
{
    $row = row_of('token', $token) ?? throw not_found();
    $gathering = gathering_of($row['gathering']);
    if ($method === 'GET' || $method === 'HEAD') {
        if (wants_page()) {
            answer_page(
                said($row['status']),
                '<p>' .
                    html($gathering['name']) .
                    ', ' .
                    html(when($gathering)) .
                    '</p>' .
                    (in_array($row['status'], ['cancelled', 'declined'], true)
                        ? ''
                        : '<form method="post"><button name="do" value="giveup">Give up my places</button></form>'),
            );
            return;
        }
        $signup = json_decode($row['body'], true);
        $signup['answers'] = (object) $signup['answers'];
        answer(200, ['receipt' => receipt($row, $gathering), 'signup' => $signup], NO_STORE);
        return;
    }
    slow_down();
    if ($method === 'PUT') {
        [$fields, $message] = read_sent();
        $row = change($token, $fields ? message_of($fields, $gathering) : $message, $gathering);
    } elseif ($method === 'DELETE' || ($method === 'POST' && ($_POST['do'] ?? '') === 'giveup')) {
        $row = transact(static function (PDO $db) use ($token): array {
            run($db, "update signups set status = 'cancelled', line = null where token = ?", [$token]);
            return row_of('token', $token) ?? throw not_found();
        });
    } else {
        header('Allow: GET, HEAD, PUT, DELETE, OPTIONS');
        throw new Refused(405, 'method', 'This address does not take that.');
    }
    if ($method === 'POST' && wants_page()) {
        header('Location: ' . manage_href($token), true, 303);
        return;
    }
    answer(200, receipt($row, $gathering), NO_STORE);
}

/* ---- Answers -------------------------------------------------------------------------------------------------- */

/** @param array<string, string> $headers */
function answer(int $status, mixed $data, array $headers, string $type = 'application/json'): void
{
    http_response_code($status);
    header("Content-Type: $type; charset=utf-8");
    header('X-Content-Type-Options: nosniff');
    foreach ($headers as $name => $value) {
        header("$name: $value");
    }
    echo json_encode($data, JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_INVALID_UTF8_SUBSTITUTE);
}

function answer_refused(Refused $refused): void
{
    if (isset($refused->more['retryAfter'])) {
        header('Retry-After: ' . $refused->more['retryAfter']);
    }
    if (wants_page()) {
        $errors = array_map(
            static fn($error) => '<li>' . html($error['detail']) . '</li>',
            $refused->more['errors'] ?? [],
        );
        $body = ($errors ? '<ul>' . implode('', $errors) . '</ul>' : '') . '<p>Go back, and try again.</p>';
        answer_page($refused->getMessage(), $body, $refused->status);
        return;
    }
    $problem = ['title' => 'Not taken', 'status' => $refused->status, 'detail' => $refused->getMessage()];
    $problem += ['code' => $refused->word] + $refused->more;
    answer($refused->status, $problem, ['Cache-Control' => 'no-store'], 'application/problem+json');
}

function answer_page(string $title, string $body, int $status = 200): void
{
    http_response_code($status);
    header('Content-Type: text/html; charset=utf-8');
    header(
        "Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
    );
    foreach (NO_STORE + ['X-Content-Type-Options' => 'nosniff', 'X-Robots-Tag' => 'noindex'] as $name => $value) {
        header("$name: $value");
    }
    echo '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">',
        '<title>',
        html($title),
        '</title><style>',
        style(),
        '</style><main><h1>',
        html($title),
        "</h1>$body</main></html>";
}

/** What became of a sign-up, said to the one who made it; the whole place only to those who have one. */
function receipt(array $row, array $gathering): array
{
    $counts = counts()[$row['gathering']] ?? ['taken' => 0, 'waiting' => 0];
    $position =
        $row['line'] === null
            ? null
            : (int) run(
                database(),
                "select count(*) from signups where gathering = ? and status = 'waitlisted' and line <= ?",
                [$row['gathering'], $row['line']],
            )->fetchColumn();
    return ['id' => $row['id'], 'status' => $row['status']] +
        ($row['status'] === 'pending' ? ['waitsFor' => 'host'] : []) +
        ($position === null ? [] : ['position' => $position]) + [
            'token' => $row['token'],
            'manage' => manage_href($row['token']),
        ] +
        ($row['status'] === 'confirmed' && isset($gathering['place']) ? ['place' => $gathering['place']] : []) + [
            'counts' => $counts,
            'gathering' => $row['gathering'],
        ];
}

function manage_href(string $token): string
{
    return script() . '?token=' . rawurlencode($token);
}

/** Path of this file as visitors see it. Without the host: behind a proxy we would only guess it. */
function script(): string
{
    return (string) ($_SERVER['SCRIPT_NAME'] ?? '/ctg.php');
}

function wants_page(): bool
{
    return str_contains((string) ($_SERVER['HTTP_ACCEPT'] ?? ''), 'text/html');
}

function not_found(): Refused
{
    return new Refused(404, 'not-found', 'There is nothing here. Check the address.');
}

/* ---- The database --------------------------------------------------------------------------------------------- */

function database(): PDO
{
    static $db = null;
    if ($db !== null) {
        return $db;
    }
    $folder = DATA !== '' ? DATA : __DIR__ . '/ctg-data';
    if (!is_dir($folder) && !@mkdir($folder, 0700, true) && !is_dir($folder)) {
        throw new PDOException('no folder');
    }
    // The first two visitors may come at once: only one of them may choose the name.
    $lock = fopen("$folder/lock", 'c') ?: throw new PDOException('no lock');
    flock($lock, LOCK_EX);
    $names = preg_grep('/^signups-[\da-f]{32}\.sqlite$/', scandir($folder) ?: []) ?: [];
    $name = reset($names);
    if ($name === false) {
        $name = 'signups-' . bin2hex(random_bytes(16)) . '.sqlite';
        // No list of files for whoever asks for the folder; and where Apache serves, nothing from it at all.
        file_put_contents("$folder/index.html", '');
        file_put_contents("$folder/.htaccess", "Require all denied\n");
    }
    $db = new PDO("sqlite:$folder/$name", null, null, [PDO::ATTR_TIMEOUT => 10]);
    if ((int) $db->query('pragma user_version')->fetchColumn() === 0) {
        $db->exec('create table signups (id text primary key, gathering text not null, token text not null unique,
            status text not null, adults integer not null, children integer not null, body text not null,
            digest text not null, created text not null, line integer, keep_until integer not null)');
        $db->exec('create index by_gathering on signups (gathering, status)');
        $db->exec('create table allowances (address text primary key, left real not null, at real not null)');
        $db->exec('create table settings (name text primary key, value text not null)');
        $db->exec('pragma user_version = 1');
    }
    flock($lock, LOCK_UN);
    return $db;
}

/** @param list<mixed> $values */
function run(PDO $db, string $sql, array $values = []): PDOStatement
{
    $statement = $db->prepare($sql);
    $statement->execute($values);
    return $statement;
}

/**
 * Runs `$act` alone: the write lock is taken before anything is counted, so that of any number of requests at once
 * each counts after the one before it is written, and the last place is given once.
 */
function transact(callable $act): mixed
{
    $db = database();
    $db->exec('begin immediate');
    try {
        $result = $act($db);
        $db->exec('commit');
        return $result;
    } catch (Throwable $error) {
        $db->exec('rollback');
        throw $error;
    }
}

function setting(string $name): ?string
{
    $value = run(database(), 'select value from settings where name = ?', [$name])->fetchColumn();
    return $value === false ? null : (string) $value;
}

function set_setting(PDO $db, string $name, string $value): void
{
    run($db, 'insert into settings values (?, ?) on conflict (name) do update set value = excluded.value', [
        $name,
        $value,
    ]);
}

/** Refuses whoever writes too often: an allowance that refills evenly. Addresses are kept as hashes, for two minutes. */
function slow_down(): void
{
    $wait = transact(static function (PDO $db): int {
        $secret = setting('secret') ?? bin2hex(random_bytes(16));
        set_setting($db, 'secret', $secret);
        $told = PROXY_HEADER === '' ? null : $_SERVER[PROXY_HEADER] ?? null;
        $address = hash_hmac('sha256', (string) ($told ?? ($_SERVER['REMOTE_ADDR'] ?? '')), $secret);
        $now = microtime(true);
        run($db, 'delete from allowances where at < ?', [$now - 120]);
        $known = run($db, 'select left, at from allowances where address = ?', [$address])->fetch(PDO::FETCH_ASSOC);
        $left = $known ? min(LIMIT, $known['left'] + (($now - $known['at']) / 60) * LIMIT) : LIMIT;
        $spent = $left >= 1 ? $left - 1 : $left;
        run(
            $db,
            'insert into allowances values (?, ?, ?)
            on conflict (address) do update set left = excluded.left, at = excluded.at',
            [$address, $spent, $now],
        );
        return $left >= 1 ? 0 : max(1, (int) ceil(((1 - $left) / LIMIT) * 60));
    });
    if ($wait > 0) {
        throw new Refused(429, 'slow-down', "Too many at once. Try again in $wait seconds.", ['retryAfter' => $wait]);
    }
}

/** Deletes the sign-ups whose days are over. Asked first, because a deletion would hold up those who sign up. */
function forget(): void
{
    if (overdue(database()) !== []) {
        transact(static function (PDO $db): void {
            foreach (overdue($db) as $id => $before) {
                run($db, 'delete from signups where gathering = ? and keep_until < ?', [(string) $id, $before]);
            }
        });
    }
}

/**
 * Gatherings with sign-ups whose days are over, each with the `keep_until` below which they are.
 *
 * By the date that a gathering has now: one that was moved, is postponed or has no date keeps its guests. What was
 * known when somebody signed up counts only where the gathering itself is gone.
 *
 * @return array<string, int>
 */
function overdue(PDO $db): array
{
    $now = time();
    $document = document();
    $gatherings = array_column($document['gatherings'], null, 'id');
    $overdue = [];
    $sql = 'select gathering, min(keep_until) as first from signups group by gathering';
    foreach (run($db, $sql)->fetchAll(PDO::FETCH_ASSOC) as ['gathering' => $id, 'first' => $first]) {
        $gathering = $gatherings[$id] ?? null;
        if ($gathering === null) {
            $overdue += $first < $now ? [$id => $now] : [];
            continue;
        }
        $end = ($gathering['status'] ?? '') === 'postponed' ? null : end_of($gathering);
        $overdue += $end !== null && $end + keep_seconds($document) < $now ? [$id => PHP_INT_MAX] : [];
    }
    return $overdue;
}

/** When a gathering is over, in seconds; null where it has no date that can be read. */
function end_of(array $gathering): ?int
{
    return instant($gathering['end'] ?? null, $gathering) ?? instant($gathering['start'] ?? null, $gathering);
}

function keep_seconds(array $document): int
{
    return 86400 * (int) ($document['publisher']['privacy']['keepDays'] ?? KEEP_DAYS);
}

/* ---- What is said --------------------------------------------------------------------------------------------- */

function has_file(): bool
{
    return is_file(__DIR__ . '/ctg.json');
}

/** The document as the host wrote it: from `ctg.json` beside this file, or from the host's page. */
function document(): array
{
    $text = has_file() ? (string) file_get_contents(__DIR__ . '/ctg.json') : setting('document');
    $document = $text === null ? ['ctg' => '1', 'gatherings' => []] : json_decode($text, true, 64);
    if (!is_array($document) || ($document['ctg'] ?? '') !== '1') {
        throw new Refused(500, 'server', 'ctg.json can not be read. It must be JSON with "ctg": "1".');
    }
    $document['gatherings'] = array_values(
        array_filter(
            is_array($document['gatherings'] ?? null) ? $document['gatherings'] : [],
            static fn($each) => is_array($each) && is_string($each['id'] ?? null) && is_string($each['name'] ?? null),
        ),
    );
    return $document;
}

/** The document as anyone may read it: counted, and without addresses that come later. */
function published(array $document): array
{
    $counts = counts();
    foreach ($document['gatherings'] as &$gathering) {
        $gathering = ($counts[$gathering['id']] ?? ['taken' => 0, 'waiting' => 0]) + $gathering;
        if (decides($gathering)) {
            unset(
                $gathering['place']['address'],
                $gathering['place']['lat'],
                $gathering['place']['lon'],
                $gathering['place']['online'],
            );
        }
    }
    unset($gathering);
    if (isset($document['publisher']) && is_array($document['publisher'])) {
        $document['publisher']['privacy'] = (array) ($document['publisher']['privacy'] ?? []) + [
            'keepDays' => KEEP_DAYS,
        ];
    }
    $others = array_filter(
        (array) ($document['links'] ?? []),
        static fn($link) => is_array($link) && !in_array($link['rel'] ?? '', ['signups', 'manage'], true),
    );
    $document['links'] = [
        ['rel' => 'signups', 'href' => script() . '?gathering={gathering}', 'encoding' => 'json', 'idempotent' => true],
        ['rel' => 'manage', 'href' => script() . '?token={token}'],
        ...array_values($others),
    ];
    return $document;
}

/** People by gathering: those who have a place, and those who wait for one. */
function counts(): array
{
    $counts = [];
    $sql = "select gathering, sum(case when status = 'confirmed' then adults + children else 0 end) as taken,
        sum(case when status = 'waitlisted' then adults + children else 0 end) as waiting from signups group by gathering";
    foreach (run(database(), $sql)->fetchAll(PDO::FETCH_ASSOC) as $row) {
        $counts[$row['gathering']] = ['taken' => (int) $row['taken'], 'waiting' => (int) $row['waiting']];
    }
    return $counts;
}

function gathering_of(string $id): array
{
    foreach (document()['gatherings'] as $gathering) {
        if ($gathering['id'] === $id) {
            return $gathering;
        }
    }
    throw not_found();
}

/** Whether the host looks at each sign-up: a gathering whose address comes later is in someone's home. */
function decides(array $gathering): bool
{
    return ($gathering['place']['revealed'] ?? '') === 'confirmed';
}

/** An instant in seconds; null for what is no date. Times without an offset are those of the gathering's zone. */
function instant(mixed $text, array $gathering): ?int
{
    $pattern = '/^(19|2\d)\d\d-\d\d-\d\dT\d\d:\d\d(:\d\d)?(\.\d{1,9})?(Z|[+-]\d\d:\d\d)?$/';
    if (!is_string($text) || !preg_match($pattern, $text)) {
        return null;
    }
    try {
        return (new DateTimeImmutable(
            $text,
            new DateTimeZone((string) ($gathering['timeZone'] ?? 'UTC')),
        ))->getTimestamp();
    } catch (Exception) {
        // A zone or a day that does not exist: as good as none.
        return null;
    }
}

/** Why nobody can sign up (any more, or yet); null while one can. */
function closed_for(array $gathering): ?string
{
    $now = time();
    $start = instant($gathering['start'] ?? null, $gathering);
    $end = instant($gathering['end'] ?? null, $gathering);
    $opens = instant($gathering['opens'] ?? null, $gathering);
    $closes = instant($gathering['closes'] ?? null, $gathering) ?? $start;
    $status = $gathering['status'] ?? 'scheduled';
    return match (true) {
        $status === 'postponed' => 'This gathering is postponed. A new date is not known yet.',
        ($end ?? ($start === null ? PHP_INT_MAX : $start + 10800)) <= $now => 'This gathering is over.',
        $status === 'cancelled' => 'This gathering is cancelled.',
        $status === 'closed', $closes !== null && $closes <= $now => 'Sign-up has closed.',
        $opens !== null && $opens > $now => 'Sign-up has not opened yet.',
        default => null,
    };
}

/** Places left; null where the host set no number. */
function left(array $gathering): ?int
{
    if (($gathering['status'] ?? '') === 'full') {
        return 0;
    }
    $capacity = $gathering['capacity'] ?? null;
    // JSON has one kind of number, and some programs write 20.0.
    $capacity = is_float($capacity) && floor($capacity) === $capacity ? (int) $capacity : $capacity;
    return is_int($capacity) ? max(0, $capacity - (counts()[$gathering['id']]['taken'] ?? 0)) : null;
}

/* ---- What is sent --------------------------------------------------------------------------------------------- */

/** @return array{0: array<string, list<string>>, 1: array<string, mixed>} the fields of a form, or a message */
function read_sent(): array
{
    $type = strtolower(trim(explode(';', (string) ($_SERVER['CONTENT_TYPE'] ?? ''))[0]));
    $form = $type === 'application/x-www-form-urlencoded';
    if (!$form && !preg_match('/^application\/([\w.-]+\+)?json$/', $type)) {
        throw new Refused(415, 'media-type', 'Send application/json or application/x-www-form-urlencoded.');
    }
    // Whatever Content-Length says: what is longer is not read to its end.
    $body = (string) file_get_contents('php://input', false, null, 0, BODY_BYTES + 1);
    if (strlen($body) > BODY_BYTES) {
        throw new Refused(413, 'too-big', 'A message may have ' . BODY_BYTES . ' bytes at most.');
    }
    if (!$form) {
        $message = json_decode($body, true, 16);
        return is_array($message)
            ? [[], $message]
            : throw new Refused(400, 'not-json', 'The message could not be read.');
    }
    // By hand: PHP keeps only the last of several fields of one name, and several ticks have one name.
    $fields = [];
    foreach (explode('&', $body) as $pair) {
        [$name, $value] = array_map('urldecode', explode('=', $pair, 2) + [1 => '']);
        if ($name !== '') {
            $fields[$name][] = trim($value);
        }
    }
    return [$fields, ['gathering' => $fields['gathering'][0] ?? '']];
}

/** A form as the message a widget would have sent. A form without an id gets one here, and so can be sent twice. */
function message_of(array $fields, array $gathering): array
{
    $first = static fn(string $name): ?string => ($fields[$name][0] ?? '') === '' ? null : $fields[$name][0];
    $number = static fn(string $name, int $or): mixed => ($text = $first($name)) === null
        ? $or
        : (preg_match('/^\d{1,4}$/', $text)
            ? (int) $text
            : $text);
    $answers = [];
    foreach ($gathering['questions'] ?? [] as $question) {
        $given = array_values(
            array_filter($fields["answers[{$question['id']}]"] ?? [], static fn($text) => $text !== ''),
        );
        if ($given) {
            $ticks = ($question['type'] ?? '') === 'checkbox';
            $answers[$question['id']] = $ticks ? (isset($question['options']) ? $given : true) : $given[0];
        }
    }
    $at = gmdate('Y-m-d\TH:i:s\Z');
    $consents = $first('consents') === null ? null : json_decode($first('consents'), true, 8);
    if ($consents === null) {
        $consents = [];
        foreach ($gathering['consents'] ?? [] as $consent) {
            $version = $first("consent[{$consent['id']}]");
            if ($version !== null) {
                $consents[] =
                    ['id' => $consent['id'], 'at' => $at] + ($version === 'yes' ? [] : ['version' => $version]);
            }
        }
    }
    $bytes = random_bytes(16);
    $bytes[6] = chr((ord($bytes[6]) & 15) | 64);
    $bytes[8] = chr((ord($bytes[8]) & 63) | 128);
    $fresh = vsprintf('%s%s-%s-%s-%s-%s%s%s', str_split(bin2hex($bytes), 4));
    return array_filter(
        [
            'ctg' => '1',
            'id' => $first('id') ?? $fresh,
            'gathering' => $first('gathering') ?? $gathering['id'],
            'name' => $first('name') ?? '',
            'email' => $first('email'),
            'phone' => $first('phone'),
            'adults' => $number('adults', 1),
            'children' => $number('children', 0),
            'names' => isset($fields['names']) ? $fields['names'] : null,
            'answers' => $answers,
            'consents' => $consents,
            'note' => $first('note'),
            'waitlist' => in_array($first('waitlist'), ['1', 'true'], true) ?: null,
            'language' => $first('language') ?? 'en',
            'page' => $first('page'),
            'at' => $first('at') ?? $at,
        ],
        static fn($value) => $value !== null,
    );
}

/** The sign-up in a message, with everything that is not known left out; refuses it with every field to look at. */
function checked(array $message, array $gathering): array
{
    $errors = [];
    $wrong = static function (string $pointer, string $detail) use (&$errors): void {
        $errors[$pointer] ??= ['pointer' => $pointer, 'detail' => $detail];
    };
    $text = static function (string $key, int $most) use ($message, $wrong): ?string {
        $value = $message[$key] ?? null;
        if ($value === null || (is_string($value) && trim($value) === '')) {
            return null;
        }
        if (!is_string($value) || length($value) > $most) {
            $wrong("/$key", "This may have $most characters at most.");
            return null;
        }
        return trim(str_replace("\0", "\u{fffd}", $value));
    };
    $count = static function (string $key, int $least) use ($message, $wrong): int {
        $value = $message[$key] ?? $least;
        $good = is_int($value) && $value >= $least && $value <= 1000;
        return $good ? $value : $wrong("/$key", 'Choose how many people are coming.') ?? $least;
    };
    $id = text_of($message['id'] ?? '');
    preg_match(UUID, $id) || $wrong('/id', 'This must be a UUID.');
    ($message['ctg'] ?? '') === '1' || $wrong('/ctg', 'This version is not known here.');
    ($message['gathering'] ?? '') === $gathering['id'] ||
        $wrong('/gathering', 'This sign-up is for another gathering.');
    $signup = ['ctg' => '1', 'id' => $id, 'gathering' => $gathering['id'], 'name' => $text('name', 200) ?? ''];
    $signup['name'] !== '' || $wrong('/name', 'Enter your name.');
    $signup += array_filter(['email' => $text('email', 254), 'phone' => $text('phone', 60)]);
    if (isset($signup['email']) && !preg_match(EMAIL, $signup['email'])) {
        $wrong('/email', 'This e-mail address looks unfinished. It needs an @ sign, like ana@example.org.');
    }
    if (isset($signup['phone']) && preg_match_all('/\p{Nd}/u', $signup['phone']) < 3) {
        $wrong('/phone', 'This phone number looks unfinished.');
    }
    $contact = $gathering['contact'] ?? 'either';
    match (true) {
        $contact !== 'either' && !isset($signup[$contact]) => $wrong(
            "/$contact",
            $contact === 'email' ? 'Give an e-mail address.' : 'Give a phone number.',
        ),
        !isset($signup['email']) && !isset($signup['phone']) => $wrong(
            '/email',
            'Give an e-mail address or a phone number.',
        ),
        default => null,
    };
    $signup += ['adults' => $count('adults', 1), 'children' => $count('children', 0)];
    $most = $gathering['partyMax'] ?? 1000;
    party($signup) <= $most || $wrong('/adults', "You can sign up $most people at most.");
    $names = array_filter(
        array_slice((array) ($message['names'] ?? []), 0, 100),
        static fn($name) => is_string($name) && length($name) <= 200,
    );
    $signup += $names ? ['names' => array_values($names)] : [];
    $signup['answers'] = answers($message, $gathering, $wrong);
    $signup['consents'] = consents($message, $gathering, $wrong);
    $signup +=
        array_filter(['note' => $text('note', 2000)]) +
        (($message['waitlist'] ?? false) === true ? ['waitlist' => true] : []);
    $signup += [
        'language' => preg_match('/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/', text_of($message['language'] ?? ''))
            ? $message['language']
            : 'en',
    ];
    $signup += array_filter([
        'page' => preg_match('/^https?:\/\/[^\s?#]{1,2000}$/', text_of($message['page'] ?? ''))
            ? $message['page']
            : null,
    ]);
    $signup['at'] = instant($message['at'] ?? null, []) === null ? gmdate('Y-m-d\TH:i:s\Z') : $message['at'];
    if ($errors) {
        throw new Refused(422, 'invalid', 'Check the fields named here.', ['errors' => array_values($errors)]);
    }
    return $signup;
}

function answers(array $message, array $gathering, callable $wrong): array
{
    $answers = [];
    foreach (array_slice((array) ($message['answers'] ?? []), 0, 100, true) as $id => $value) {
        $texts = is_array($value) ? array_values($value) : [$value];
        $good = array_filter($texts, static fn($one) => is_scalar($one) && length((string) $one) <= 2000);
        if (count($good) === count($texts) && count($texts) <= 100 && length((string) $id) <= 200) {
            $answers[$id] = is_array($value) ? $texts : $value;
        } else {
            $wrong('/answers/' . pointer((string) $id), 'This answer is too long.');
        }
    }
    foreach ($gathering['questions'] ?? [] as $question) {
        $id = $question['id'];
        $given = $answers[$id] ?? null;
        $again = "Answer this question: {$question['label']}";
        if ($given === null || $given === '' || $given === [] || $given === false) {
            empty($question['required']) || $wrong('/answers/' . pointer($id), $again);
            continue;
        }
        $known = isset($question['options']) ? array_column($question['options'], 'value') : null;
        $good = match ($question['type'] ?? 'text') {
            'select', 'radio', 'checkbox' => $known === null || !array_diff((array) $given, $known),
            'number' => is_numeric($given),
            'date' => is_string($given) &&
                preg_match('/^(\d{4})-(\d\d)-(\d\d)$/', $given, $d) &&
                checkdate((int) $d[2], (int) $d[3], (int) $d[1]),
            'email' => is_string($given) && preg_match(EMAIL, $given),
            default => true,
        };
        $good || $wrong('/answers/' . pointer($id), $again);
    }
    return $answers;
}

function consents(array $message, array $gathering, callable $wrong): array
{
    $given = [];
    foreach (array_slice((array) ($message['consents'] ?? []), 0, 100) as $one) {
        if (is_array($one) && is_string($one['id'] ?? null) && length($one['id']) <= 200) {
            $version = is_string($one['version'] ?? null) ? ['version' => substr($one['version'], 0, 200)] : [];
            $at = instant($one['at'] ?? null, []) === null ? gmdate('Y-m-d\TH:i:s\Z') : $one['at'];
            $given[$one['id']] = ['id' => $one['id']] + $version + ['at' => $at];
        }
    }
    foreach ($gathering['consents'] ?? [] as $consent) {
        $mine = $given[$consent['id']] ?? null;
        if ($mine !== null && ($mine['version'] ?? null) !== ($consent['version'] ?? null)) {
            $wrong('/consents/' . pointer($consent['id']), 'This text has changed. Read it again.');
        } elseif ($mine === null && !empty($consent['required'])) {
            $wrong(
                '/consents/' . pointer($consent['id']),
                'Tick this box to go on, or ask the host for another way to sign up.',
            );
        }
    }
    return array_values($given);
}

function pointer(string $part): string
{
    return str_replace(['~', '/'], ['~0', '~1'], $part);
}

function text_of(mixed $value): string
{
    return is_string($value) && length($value) <= 2000 ? $value : '';
}

/** Length in characters; what is no UTF-8 is longer than anything may be. Without mbstring, which hosts may lack. */
function length(string $text): int
{
    $count = preg_match_all('/./su', $text);
    return $count === false ? PHP_INT_MAX : $count;
}

/** @param array{adults: int, children: int} $signup */
function party(array $signup): int
{
    return (int) $signup['adults'] + (int) $signup['children'];
}

/* ---- Booking -------------------------------------------------------------------------------------------------- */

function row_of(string $key, string $value): ?array
{
    $row = run(
        database(),
        $key === 'id' ? 'select * from signups where id = ?' : 'select * from signups where token = ?',
        [$value],
    );
    return $row->fetch(PDO::FETCH_ASSOC) ?: null;
}

/**
 * Signs up a party, or answers what it was told the first time.
 *
 * The `id` is the idempotency key: the same message again gets the receipt of the first, also after the questions
 * have changed; other content under the same id is a mistake of the sender's and refused.
 */
function book(array $message, array $gathering): array
{
    $id = text_of($message['id'] ?? '');
    $digest = digest($message);
    return transact(static function (PDO $db) use ($id, $digest, $message, $gathering): array {
        $before = row_of('id', $id);
        if ($before !== null) {
            return hash_equals($before['digest'], $digest)
                ? $before + ['repeated' => true]
                : throw new Refused(
                    409,
                    'id-used',
                    'Something else was sent under this id before. Use the private link to change a sign-up.',
                );
        }
        $signup = checked($message, $gathering);
        $status = admission($gathering, party($signup), !empty($signup['waitlist']));
        run($db, 'insert into signups values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)', [
            $id,
            $gathering['id'],
            bin2hex(random_bytes(24)),
            $status,
            $signup['adults'],
            $signup['children'],
            json_encode($signup, JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES),
            $digest,
            gmdate('Y-m-d\TH:i:s\Z'),
            $status === 'waitlisted' ? next_line($db) : null,
            max(end_of($gathering) ?? 0, time()) + keep_seconds(document()),
        ]);
        return row_of('id', $id) + ['repeated' => false];
    });
}

function next_line(PDO $db): int
{
    return 1 + (int) run($db, 'select max(line) from signups')->fetchColumn();
}

/** What was said, whatever the order of its members and the moment of saying it. */
function digest(array $message): string
{
    $sorted = static function (array $value) use (&$sorted): array {
        unset($value['at']);
        array_is_list_of($value) || ksort($value);
        return array_map(static fn($each) => is_array($each) ? $sorted($each) : $each, $value);
    };
    return hash('sha256', (string) json_encode($sorted($message), JSON_INVALID_UTF8_SUBSTITUTE));
}

/** PHP has a function for this from 8.1 on. */
function array_is_list_of(array $value): bool
{
    return $value === array_values($value);
}

function admission(array $gathering, int $party, bool $wait): string
{
    $closed = closed_for($gathering);
    if ($closed !== null) {
        throw new Refused(409, 'closed', $closed);
    }
    $left = left($gathering);
    if ($left === null || $left >= $party) {
        return decides($gathering) ? 'pending' : 'confirmed';
    }
    // Only somebody who asked is put on the waiting list; everybody else is told, and decides.
    if ($wait && !empty($gathering['waitlist'])) {
        return 'waitlisted';
    }
    throw too_few($left, $party);
}

function too_few(int $places, int $party): Refused
{
    return $places === 0
        ? new Refused(409, 'full', 'This gathering is full.', ['places' => 0])
        : new Refused(
            409,
            'partial',
            "$party places were asked for, $places " . ($places === 1 ? 'is' : 'are') . ' left.',
            ['places' => $places],
        );
}

/** Puts a message in the place of what was signed up before; a party that grows needs places like anyone else. */
function change(string $token, array $message, array $gathering): array
{
    return transact(static function (PDO $db) use ($token, $message, $gathering): array {
        $row = row_of('token', $token) ?? throw not_found();
        if (($message['id'] ?? '') !== $row['id']) {
            throw new Refused(422, 'invalid', 'Check the fields named here.', [
                'errors' => [['pointer' => '/id', 'detail' => 'This is another sign-up.']],
            ]);
        }
        if ($row['status'] === 'cancelled' || $row['status'] === 'declined') {
            throw new Refused(
                409,
                'closed',
                $row['status'] === 'cancelled'
                    ? 'These places were given up. Sign up again to come.'
                    : 'The host could not give you a place this time.',
            );
        }
        $signup = checked($message, $gathering);
        $more = party($signup) - party($row);
        $closed = closed_for($gathering);
        if (
            $closed !== null &&
            ($more > 0 || in_array($closed, ['This gathering is over.', 'This gathering is cancelled.'], true))
        ) {
            throw new Refused(409, 'closed', $closed);
        }
        $left = left($gathering);
        if ($more > 0 && $row['status'] === 'confirmed' && $left !== null && $more > $left) {
            throw too_few($left + party($row), party($signup));
        }
        run($db, 'update signups set adults = ?, children = ?, body = ? where token = ?', [
            $signup['adults'],
            $signup['children'],
            json_encode($signup, JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES),
            $token,
        ]);
        return row_of('token', $token) ?? throw not_found();
    });
}

/* ---- The host's page ------------------------------------------------------------------------------------------ */

function host_page(string $method, string $key): void
{
    if (length(HOST_KEY) < 16 || !hash_equals(HOST_KEY, $key)) {
        slow_down();
        throw not_found();
    }
    forget();
    if ($method === 'POST') {
        $said = host_act();
        header(
            'Location: ' .
                script() .
                '?host=' .
                rawurlencode($key) .
                ($said === '' ? '' : '&said=' . rawurlencode($said)),
            true,
            303,
        );
        return;
    }
    if (isset($_GET['csv'])) {
        header('Content-Type: text/csv; charset=utf-8');
        header('Content-Disposition: attachment; filename="signups.csv"');
        header('Cache-Control: no-store');
        echo guest_table();
        return;
    }
    $document = document();
    $counts = counts();
    $said = text_of($_GET['said'] ?? '');
    $body = $said === '' ? '' : '<p class="said" role="status">' . html($said) . '</p>';
    $body .=
        '<p><a href="?host=' .
        html(rawurlencode($key)) .
        '&amp;csv=1">Everyone who signed up, as a table (CSV)</a></p>';
    $gatherings = $document['gatherings'];
    usort($gatherings, static fn($a, $b) => strcmp((string) ($a['start'] ?? '9'), (string) ($b['start'] ?? '9')));
    foreach ($gatherings as $gathering) {
        $body .= host_gathering($gathering, $counts[$gathering['id']] ?? ['taken' => 0, 'waiting' => 0]);
    }
    $body .= has_file()
        ? '<p>The gatherings come from the file <code>ctg.json</code> beside this one. Change them there.</p>'
        : '<section><h2>Another gathering</h2>' . gathering_form([]) . '</section>' . site_form($document);
    answer_page((string) ($document['publisher']['name'] ?? 'Our gatherings'), $body);
}

/** Does what a button of the host's page asks for, and answers a sentence about it. */
function host_act(): string
{
    $do = text_of($_POST['do'] ?? '');
    if (isset(MOVES[$do])) {
        ['to' => $to, 'from' => $from] = MOVES[$do];
        $id = text_of($_POST['id'] ?? '');
        $sql = 'update signups set status = ?, line = null where id = ? and status in (?, ?)';
        $done = transact(static fn(PDO $db) => run($db, $sql, [$to, $id, $from[0], $from[1] ?? $from[0]])->rowCount());
        if ($done === 0) {
            return 'This sign-up has changed since you opened the page. Nothing was changed.';
        }
        return 'Done. Tell them, since this page writes no letters.';
    }
    if (has_file()) {
        return '';
    }
    return transact(static function (PDO $db) use ($do): string {
        $document = document();
        if ($do === 'upload') {
            $file = is_string($_FILES['document']['tmp_name'] ?? null)
                ? @file_get_contents($_FILES['document']['tmp_name'])
                : '';
            $read = json_decode((string) $file, true, 64);
            if (!is_array($read) || ($read['ctg'] ?? '') !== '1' || !is_array($read['gatherings'] ?? null)) {
                return 'This is no ctg.json. Nothing was changed.';
            }
            $document = $read;
        } elseif ($do === 'site') {
            $document['publisher'] = array_filter(
                ['name' => text_of($_POST['name'] ?? '')] + ($document['publisher'] ?? []),
            );
            $document['publisher']['privacy'] =
                array_filter(['contact' => text_of($_POST['contact'] ?? '')]) +
                ($document['publisher']['privacy'] ?? []);
        } elseif ($do === 'delete' || $do === 'save') {
            $said = $do === 'save' ? save_gathering($document) : delete_gathering($db, $document);
            if ($said !== '') {
                return $said;
            }
        }
        set_setting($db, 'document', (string) json_encode($document, JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES));
        return 'Saved.';
    });
}

function save_gathering(array &$document): string
{
    $post = static fn(string $name): string => trim(text_of($_POST[$name] ?? ''));
    $zone = $post('zone');
    if (!in_array($zone, DateTimeZone::listIdentifiers(DateTimeZone::ALL_WITH_BC), true)) {
        return "There is no time zone named $zone. Write it like Europe/Berlin.";
    }
    if (
        $post('name') === '' ||
        !preg_match('/^\d{4}-\d\d-\d\d$/', $post('date')) ||
        !preg_match('/^\d\d:\d\d$/', $post('from'))
    ) {
        return 'Give a name, a day, and when it begins. Nothing was changed.';
    }
    $start = new DateTimeImmutable("{$post('date')}T{$post('from')}", new DateTimeZone($zone));
    $end = preg_match('/^\d\d:\d\d$/', $post('to'))
        ? new DateTimeImmutable("{$post('date')}T{$post('to')}", new DateTimeZone($zone))
        : null;
    // Until after midnight.
    $end = $end !== null && $end <= $start ? $end->modify('+1 day') : $end;
    $at = array_search($post('id'), array_column($document['gatherings'], 'id'), true);
    $before = $at === false ? ['id' => $post('date') . '-' . bin2hex(random_bytes(3))] : $document['gatherings'][$at];
    $place =
        array_filter(['name' => $post('place'), 'address' => $post('address')]) +
        array_diff_key($before['place'] ?? [], ['name' => 1, 'address' => 1]);
    $set = [
        'name' => $post('name'),
        'description' => $post('description'),
        'start' => $start->format('c'),
        'end' => $end?->format('c'),
        'timeZone' => $zone,
        'status' => in_array($post('status'), STATES, true) ? $post('status') : 'scheduled',
        'capacity' => ctype_digit($post('capacity')) ? min(1000000, (int) $post('capacity')) : null,
        'waitlist' => $post('waitlist') === '1' ?: null,
        'place' => $place,
        'updated' => gmdate('Y-m-d\TH:i:s\Z'),
    ];
    unset($place['revealed']);
    $set['place'] = $post('later') === '1' ? $place + ['revealed' => 'confirmed'] : $place;
    $gathering = array_filter(
        array_merge($before, $set),
        static fn($value) => $value !== null && $value !== '' && $value !== [],
    );
    $document['gatherings'][$at === false ? count($document['gatherings']) : $at] = $gathering;
    return '';
}

function delete_gathering(PDO $db, array &$document): string
{
    $id = text_of($_POST['id'] ?? '');
    if (
        run($db, "select 1 from signups where gathering = ? and status not in ('cancelled', 'declined')", [
            $id,
        ])->fetchColumn() !== false
    ) {
        return 'Somebody is coming to it. Cancel it instead, so that they can read it.';
    }
    $document['gatherings'] = array_values(
        array_filter($document['gatherings'], static fn($each) => $each['id'] !== $id),
    );
    return '';
}

function host_gathering(array $gathering, array $counts): string
{
    $rows = run(database(), "select * from signups where gathering = ? order by status = 'cancelled', line, created", [
        $gathering['id'],
    ]);
    $guests = '';
    foreach ($rows->fetchAll(PDO::FETCH_ASSOC) as $row) {
        $body = json_decode($row['body'], true);
        $buttons = '';
        foreach (MOVES as $do => ['from' => $from, 'name' => $name]) {
            if (!in_array($row['status'], $from, true)) {
                continue;
            }
            $buttons .=
                "<button name=\"do\" value=\"$do\" aria-label=\"" .
                html("$name: {$body['name']}") .
                "\">$name</button> ";
        }
        $guests .=
            '<tr><td>' .
            implode(
                '<td>',
                array_map('html', [
                    said($row['status']),
                    $body['name'],
                    trim(($body['email'] ?? '') . ' ' . ($body['phone'] ?? '')),
                    (string) $row['adults'],
                    (string) $row['children'],
                    answers_said($body, $gathering),
                    $body['note'] ?? '',
                ]),
            ) .
            '<td><form method="post"><input type="hidden" name="id" value="' .
            html($row['id']) .
            "\">$buttons</form>";
    }
    $people =
        $counts['taken'] .
        (isset($gathering['capacity']) ? " of {$gathering['capacity']}" : '') .
        ' coming' .
        ($counts['waiting'] > 0 ? ", {$counts['waiting']} waiting" : '');
    return '<section><h2>' .
        html($gathering['name']) .
        '</h2><p>' .
        html(when($gathering) . ' · ' . $people) .
        '</p>' .
        ($guests === ''
            ? '<p>Nobody has signed up yet.</p>'
            : '<div class="wide" tabindex="0" role="region" aria-label="' .
                html("Guests of {$gathering['name']}") .
                '"><table><tr><th>State<th>Name<th>Reach them<th>Adults<th>Children<th>Answers<th>Note<th><span>Act</span>' .
                "$guests</table></div>") .
        (has_file() ? '' : '<details><summary>Change it</summary>' . gathering_form($gathering) . '</details>') .
        '</section>';
}

function gathering_form(array $gathering): string
{
    $wall = static fn(string $key, int $from, int $length) => substr((string) ($gathering[$key] ?? ''), $from, $length);
    $field = static fn(
        string $label,
        string $name,
        string $value,
        string $more = '',
    ) => "<label>$label <input name=\"$name\" value=\"" . html($value) . "\" $more></label>";
    $states = implode(
        '',
        array_map(
            static fn($state) => '<option' .
                ($state === ($gathering['status'] ?? 'scheduled') ? ' selected' : '') .
                ">$state",
            STATES,
        ),
    );
    $tick = static fn(
        string $name,
        string $label,
        bool $on,
    ) => "<label class=\"tick\"><input type=\"checkbox\" name=\"$name\" value=\"1\"" .
        ($on ? ' checked' : '') .
        "> $label</label>";
    return '<form method="post"><input type="hidden" name="id" value="' .
        html($gathering['id'] ?? '') .
        '"><div class="fields">' .
        $field('Name', 'name', $gathering['name'] ?? '', 'required maxlength="200"') .
        $field('Day', 'date', $wall('start', 0, 10), 'type="date" required') .
        $field('From', 'from', $wall('start', 11, 5), 'type="time" required') .
        $field('To', 'to', $wall('end', 11, 5), 'type="time"') .
        $field('Time zone', 'zone', $gathering['timeZone'] ?? usual_zone(), 'required placeholder="Europe/Berlin"') .
        $field('Place', 'place', $gathering['place']['name'] ?? '', 'maxlength="200"') .
        $field('Address', 'address', $gathering['place']['address'] ?? '', 'maxlength="500"') .
        $field(
            'Places (empty: no limit)',
            'capacity',
            (string) ($gathering['capacity'] ?? ''),
            'inputmode="numeric" pattern="\d*"',
        ) .
        "<label>State <select name=\"status\">$states</select></label></div>" .
        '<label>What happens there <textarea name="description" rows="3" maxlength="2000">' .
        html($gathering['description'] ?? '') .
        '</textarea></label>' .
        $tick('waitlist', 'Keep a waiting list when it is full', !empty($gathering['waitlist'])) .
        $tick('later', 'I look at each sign-up, and only then the address is told', decides($gathering)) .
        '<p><button name="do" value="save">Save</button> ' .
        ($gathering ? '<button name="do" value="delete" formnovalidate>Delete</button>' : '') .
        '</p></form>';
}

/** That of the gathering before, else the server's own; a server on UTC knows nothing about where people live. */
function usual_zone(): string
{
    $known = array_column(document()['gatherings'], 'timeZone');
    $own = date_default_timezone_get();
    return (string) (end($known) ?: ($own === 'UTC' ? '' : $own));
}

function site_form(array $document): string
{
    $publisher = $document['publisher'] ?? [];
    return '<section><h2>About you</h2><form method="post"><label>Name of your community <input name="name" value="' .
        html($publisher['name'] ?? '') .
        '"></label><label>Whom to ask about personal data <input name="contact" value="' .
        html($publisher['privacy']['contact'] ?? '') .
        '"></label><p><button name="do" value="site">Save</button></p></form><form method="post" enctype="multipart/form-data">' .
        '<label>A ctg.json that you have made; it takes the place of what is here <input type="file" name="document" accept=".json" required></label>' .
        '<p><button name="do" value="upload">Use this file</button></p></form></section>';
}

/** Everyone who signed up, for a spreadsheet; a cell that would run as a formula gets a ' in front. */
function guest_table(): string
{
    $gatherings = array_column(document()['gatherings'], null, 'id');
    $rows = [
        [
            'Gathering',
            'Date',
            'State',
            'Name',
            'E-mail',
            'Phone',
            'Adults',
            'Children',
            'Names',
            'Answers',
            'Note',
            'Agreed to',
            'Signed up',
        ],
    ];
    foreach (
        run(database(), 'select * from signups order by gathering, line, created')->fetchAll(PDO::FETCH_ASSOC)
        as $row
    ) {
        $body = json_decode($row['body'], true);
        $gathering = $gatherings[$row['gathering']] ?? ['name' => $row['gathering']];
        $agreed = array_map(
            static fn($one) => $one['id'] . (isset($one['version']) ? " ({$one['version']})" : ''),
            $body['consents'],
        );
        $rows[] = [
            $gathering['name'],
            $gathering['start'] ?? '',
            $row['status'],
            $body['name'],
            $body['email'] ?? '',
            $body['phone'] ?? '',
            (string) $row['adults'],
            (string) $row['children'],
            implode(', ', $body['names'] ?? []),
            answers_said($body, $gathering),
            $body['note'] ?? '',
            implode(', ', $agreed),
            $row['created'],
        ];
    }
    $cell = static fn(string $text) => '"' .
        str_replace('"', '""', preg_match(FORMULA, $text) ? "'$text" : $text) .
        '"';
    return "\u{feff}" . implode('', array_map(static fn($row) => implode(',', array_map($cell, $row)) . "\r\n", $rows));
}

function answers_said(array $body, array $gathering): string
{
    $labels = array_column($gathering['questions'] ?? [], 'label', 'id');
    $said = [];
    foreach ($body['answers'] as $id => $value) {
        $text = is_array($value)
            ? implode(', ', $value)
            : (is_bool($value)
                ? ($value
                    ? 'yes'
                    : 'no')
                : (string) $value);
        $said[] = ($labels[$id] ?? $id) . ": $text";
    }
    return implode('; ', $said);
}

function said(string $status): string
{
    return [
        'confirmed' => 'Coming',
        'waitlisted' => 'On the waiting list',
        'pending' => 'Waits for the host',
        'declined' => 'Declined',
        'cancelled' => 'Given up',
    ][$status];
}

function when(array $gathering): string
{
    return isset($gathering['start'])
        ? str_replace('T', ', ', substr((string) $gathering['start'], 0, 16))
        : 'date to be confirmed';
}

function html(string $text): string
{
    return htmlspecialchars($text, ENT_QUOTES | ENT_SUBSTITUTE, 'UTF-8');
}

function style(): string
{
    return <<<'CSS'
    :root { color-scheme: light dark; --line: light-dark(#dedbd3, #33424a); --accent: light-dark(#1b5b50, #82d2bf) }
    body { margin: 0; padding: 1.5em; background: light-dark(#f5f3ee, #0f1719); color: light-dark(#1f2b2e, #ecf0ec); font: 1.0625em/1.5 system-ui, sans-serif }
    main { max-width: 68em; margin: auto } h1 { line-height: 1.2 } h2 { margin: 0 } a { color: var(--accent) }
    section { margin: 1.5em 0; padding: 1.25em; border: 1px solid var(--line); border-radius: .875em .875em .875em .1875em; background: light-dark(#fff, #162023) }
    .wide { position: relative; overflow-x: auto } table { border-collapse: collapse; min-width: 100% } th, td { padding: .4em .75em .4em 0; border-top: 1px solid var(--line); text-align: start; vertical-align: top }
    th span { position: absolute; clip-path: inset(50%) } .said { padding: .75em 1em; border-inline-start: .25em solid var(--accent); background: light-dark(#e2efea, #1d3a36) }
    .fields { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(14em, 100%), 1fr)); gap: .75em 1em }
    label { display: block; margin: .5em 0; font-weight: 600 } label.tick { font-weight: 400 } input:not([type=checkbox]), select, textarea { display: block; box-sizing: border-box; width: 100%; min-height: 2.75em; padding: .4em .6em; border: 1px solid light-dark(#757f80, #7d8e92); border-radius: .4em; background: transparent; color: inherit; font: inherit; font-weight: 400 }
    option { color: #1f2b2e; background: #fff } button { min-height: 2.75em; padding: 0 1em; border: 2px solid light-dark(#757f80, #7d8e92); border-radius: .875em .875em .875em .1875em; background: transparent; color: inherit; font: inherit; font-weight: 600 } summary { padding: .5em 0; color: var(--accent); cursor: pointer }
    :focus-visible { outline: 3px solid currentColor; outline-offset: 2px }
    CSS;
}
