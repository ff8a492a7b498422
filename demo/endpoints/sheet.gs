/**
 * Gatherings and sign-ups in a Google spreadsheet: your gatherings are the rows of one sheet, whoever signs up becomes
 * a row of another. There is no server to run and nothing to pay.
 *
 *  1. Make a new spreadsheet. Set its time zone: File, Settings. Open Extensions, Apps Script, delete what is there,
 *     paste all of this, and press Save.
 *  2. Choose `setUp` beside "Run", press Run, and allow it. The sheets "Gatherings", "Questions", "Sign-ups" and
 *     "Settings" are there now. Write a gathering into a row, and your name into Settings.
 *  3. Press Deploy, New deployment, Web app. Execute as: Me. Who has access: Anyone. Copy the address; it ends in /exec.
 *  4. Paste where the gatherings should be seen, with that address (the script once a page, or once into the template):
 *
 *     <div data-ctg="gathering-signup" data-endpoint="https://script.google.com/macros/s/…/exec" data-redirects="follow"
 *         style="min-height:24em">
 *       <a href="https://YOUR-SITE/contact">Ask us about our gatherings</a>
 *     </div>
 *     <script type="module" src="https://YOUR-SITE/w/gathering-signup.js"></script>
 *
 * After a change of this script: Deploy, Manage deployments, Edit, New version. The address stays the same.
 * Never share the spreadsheet itself with everybody: it has names and addresses in it.
 *
 * What you may do by hand: write `cancelled` into State of a sign-up to free its places, or `confirmed` to let somebody
 * in from the waiting list. Tell them, since this script writes no letters. Whoever wants to change something asks you.
 *
 * For whoever looks after the page: answers come from a second origin. A policy needs
 * connect-src https://script.google.com https://script.googleusercontent.com, and data-allow, where a page has it,
 * data-allow="https://script.google.com https://script.googleusercontent.com". An answer from here has always status 200, so a "no" is a receipt with
 * the status `declined` and a sentence.
 */

const COLUMNS = {
  Gatherings: [
    'Name',
    'Date',
    'From',
    'To',
    'Place',
    'Address',
    'Places',
    'Waiting list',
    'People at most',
    'State',
    'What happens there',
    'Id',
  ],
  Questions: ['Question', 'Kind', 'Choices', 'Needed', 'Help'],
  'Sign-ups': [
    'When',
    'Gathering',
    'State',
    'Name',
    'E-mail',
    'Phone',
    'Adults',
    'Children',
    'Names',
    'Answers',
    'Agreed to',
    'Note',
    'Language',
    'Gathering id',
    'Id',
  ],
  Settings: ['Setting', 'Value'],
};
const SETTINGS = [
  ['Name of our community', ''],
  ['Whom to ask about personal data', ''],
  ['Page about personal data', ''],
  ['Days that sign-ups are kept', '30'],
  ['What people agree to', 'You may write to me about this gathering.'],
];
const KINDS = {
  text: 'text',
  'long text': 'textarea',
  number: 'number',
  date: 'date',
  'e-mail': 'email',
  phone: 'tel',
  'one of': 'select',
  'some of': 'checkbox',
  'yes or no': 'checkbox',
};
const STATES = ['scheduled', 'full', 'closed', 'cancelled', 'postponed'];
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;
/** What a spreadsheet would run, also behind spaces and in the wide letters that Excel folds. */
const FORMULA = /^['\s]*[=+\-@＝＋－＠]/;
const BODY = 64000;
/** How long somebody waits for those before them, in milliseconds; the widget gives up after 15 seconds. */
const WAIT = 10000;
const DAY = 86400000;

/** Makes the sheets, and once a day deletes what is over. Run it again whenever you like: it changes nothing else. */
function setUp() {
  const book = SpreadsheetApp.getActiveSpreadsheet();
  for (const [name, columns] of Object.entries(COLUMNS)) {
    if (book.getSheetByName(name)) continue;
    const sheet = book.insertSheet(name);
    sheet.getRange(1, 1, 1, columns.length).setValues([columns]).setFontWeight('bold');
    sheet.setFrozenRows(1);
    if (name === 'Settings') sheet.getRange(2, 1, SETTINGS.length, 2).setValues(SETTINGS);
  }
  const triggers = ScriptApp.getProjectTriggers().map((trigger) => trigger.getHandlerFunction());
  if (!triggers.includes('forgetOldSignups')) {
    ScriptApp.newTrigger('forgetOldSignups').timeBased().everyDays(1).create();
  }
}

function onOpen() {
  SpreadsheetApp.getUi()
    .createMenu('Gatherings')
    .addItem('Set up', 'setUp')
    .addItem('Delete old sign-ups now', 'forgetOldSignups')
    .addToUi();
}

/** Deletes the sign-ups of gatherings that have been over for as many days as the settings say. */
function forgetOldSignups() {
  alone_(
    () => {
      const book = read_();
      // By the date that stands there now. Without one, or postponed, a gathering is still to come.
      const ends = new Map(
        book.gatherings.map(({id, start, end, status}) => [
          id,
          status === 'postponed' ? NaN : Date.parse(end || start || ''),
        ]),
      );
      const before = Date.now() - book.keepDays * DAY;
      // From the bottom, because each deletion moves what is below it.
      for (const row of book.signups.reverse()) {
        const id = row['Gathering id'];
        const came = row.When && row.When.getTime ? row.When.getTime() : NaN;
        // Only where the gathering itself is gone, by the day on which somebody signed up.
        const over = ends.has(id) ? ends.get(id) : came;
        if (over < before) book.sheet.deleteRow(row.number);
      }
    },
    () => undefined,
  );
}

/** Runs `act` while nobody else runs anything here; `otherwise` when the others take too long. */
function alone_(act, otherwise) {
  const lock = LockService.getScriptLock();
  if (!lock.tryLock(WAIT)) return otherwise();
  try {
    return act();
  } finally {
    // Before the next one counts: what is written only when this ends would be counted too late.
    SpreadsheetApp.flush();
    lock.releaseLock();
  }
}

/** What a page reads: the document, made of the sheets. */
function doGet() {
  const {rows} = rows_(SpreadsheetApp.getActiveSpreadsheet(), 'Gatherings');
  // Alone, or two readers would give two ids. Who can not wait so long leaves it to the next reader.
  if (rows.some(isNew_)) alone_(nameGatherings_, () => undefined);
  const book = read_();
  return answer_({
    ctg: '1',
    publisher: {
      name: book.settings['Name of our community'] || 'Our community',
      privacy: {
        ...(book.settings['Whom to ask about personal data'] && {
          contact: book.settings['Whom to ask about personal data'],
        }),
        ...(/^https?:/.test(book.settings['Page about personal data']) && {
          url: book.settings['Page about personal data'],
        }),
        keepDays: book.keepDays,
      },
    },
    gatherings: book.gatherings,
    // Absolute, because an answer comes from another host than the one that was asked.
    links: [{rel: 'signups', href: ScriptApp.getService().getUrl(), encoding: 'form', idempotent: true}],
  });
}

/** Takes a sign-up, as a form, because a script can not answer the question that browsers ask before they post JSON. */
function doPost(event) {
  const field = (name) => String((event.parameter || {})[name] || '').trim();
  const id = field('id');
  if (!UUID.test(id))
    return answer_({code: 'invalid', status: 422, detail: 'A sign-up needs an id: a UUID.'});
  return alone_(
    () => answer_(book_(id, field, event)),
    // No receipt: the widget asks again by itself.
    () => answer_({code: 'slow-down', status: 429, retryAfter: 5}),
  );
}

/** Books under the lock: of any number of people at once, each is counted after the one before is written. */
function book_(id, field, event) {
  const declined = (message) => ({id, status: 'declined', message});
  const book = read_();
  const before = book.signups.find((row) => row.Id === id);
  if (before) return receipt_(book, before);
  const gathering = book.gatherings.find((each) => each.id === field('gathering'));
  if (!gathering) return declined('This gathering is not there any more.');
  const refused =
    (event.postData && event.postData.length > BODY && 'That was too long.') ||
    closed_(gathering) ||
    wrong_(book, field, event);
  if (refused) return declined(refused);
  const [adults, children] = [Number(field('adults') || 1), Number(field('children') || 0)];
  const party = adults + children;
  const left =
    gathering.status === 'full'
      ? 0
      : gathering.capacity === undefined
        ? Infinity
        : Math.max(0, gathering.capacity - gathering.taken);
  const waits = left < party && gathering.waitlist === true && /^(1|true)$/.test(field('waitlist'));
  if (left < party && !waits) {
    if (left === 0) return declined('This gathering is full.');
    return declined(
      `${party} places were asked for, ${left} ${left === 1 ? 'is' : 'are'} left. Nothing was booked.`,
    );
  }
  const row = {
    When: new Date(),
    Gathering: cell_(gathering.name),
    State: waits ? 'waitlisted' : 'confirmed',
    Name: cell_(field('name')),
    'E-mail': cell_(field('email')),
    Phone: cell_(field('phone')),
    Adults: adults,
    Children: children,
    Names: cell_(many_(event, 'names').join(', ')),
    Answers: cell_(
      answers_(book, event)
        .map(({label, given}) => `${label}: ${given.join(', ')}`)
        .join('; '),
    ),
    'Agreed to': cell_(
      consents_(field)
        .map((one) => [one.id, one.version].filter(Boolean).join(' '))
        .join(', '),
    ),
    Note: cell_(field('note')),
    Language: cell_(field('language')),
    'Gathering id': cell_(gathering.id),
    Id: cell_(id),
  };
  book.sheet.appendRow(book.heads.map((head) => (head in row ? row[head] : '')));
  const now = {...row, Id: id, 'Gathering id': gathering.id, Adults: adults, Children: children};
  book.signups.push(now);
  return receipt_(book, now);
}

function receipt_(book, row) {
  const same = book.signups.filter((each) => each['Gathering id'] === row['Gathering id']);
  const waiting = same.filter(({State}) => State === 'waitlisted');
  return {
    id: row.Id,
    status: ['confirmed', 'waitlisted', 'pending', 'declined', 'cancelled'].includes(row.State)
      ? row.State
      : 'pending',
    ...(row.State === 'waitlisted' && {position: waiting.indexOf(row) + 1}),
    counts: {taken: people_(same.filter(({State}) => State === 'confirmed')), waiting: people_(waiting)},
    gathering: row['Gathering id'],
  };
}

/** Why nobody can sign up any more; empty while one can. */
function closed_({status, start, end}) {
  if (status === 'postponed') return 'This gathering is postponed. A new date is not known yet.';
  if (Date.parse(end || '') <= Date.now()) return 'This gathering is over.';
  if (status === 'cancelled') return 'This gathering is cancelled.';
  return status === 'closed' || Date.parse(start || '') <= Date.now() ? 'Sign-up has closed.' : '';
}

/** What is missing or not right, as one sentence; empty when nothing is. */
function wrong_(book, field, event) {
  const [adults, children] = [field('adults') || '1', field('children') || '0'];
  const answers = answers_(book, event);
  const agreed = consents_(field);
  if (!field('name') || field('name').length > 200) return 'Enter your name.';
  if (field('email') && !/^[^\s@]{1,64}@[^\s@]+\.[^\s@]{1,180}$/.test(field('email')))
    return 'This e-mail address looks unfinished.';
  if (field('phone') && (field('phone').replace(/\D/g, '').length < 3 || field('phone').length > 60))
    return 'This phone number looks unfinished.';
  if (!field('email') && !field('phone')) return 'Give an e-mail address or a phone number.';
  if (!/^[1-9]\d{0,2}$/.test(adults) || !/^\d{1,3}$/.test(children))
    return 'Choose how many people are coming.';
  const gathering = book.gatherings.find(({id}) => id === field('gathering'));
  if (Number(adults) + Number(children) > (gathering.partyMax || 999))
    return `You can sign up ${gathering.partyMax} people at most.`;
  if (field('note').length > 2000 || many_(event, 'names').join('').length > 2000)
    return 'That was too long.';
  if (answers.some(({given}) => given.join('').length > 2000)) return 'An answer was too long.';
  for (const question of book.questions) {
    const {given} = answers.find(({id}) => id === question.id) || {given: []};
    const unknown =
      question.options && given.some((one) => !question.options.some(({value}) => value === one));
    if (unknown || (question.required && given.length === 0))
      return `Answer this question: ${question.label}`;
  }
  for (const {id, version, required} of book.consents) {
    const mine = agreed.find((one) => one.id === id);
    if (mine ? mine.version !== version : required)
      return 'Tick the box that says what you agree to. Its text may have changed.';
  }
  return '';
}

/** All values of a field that may come several times. */
function many_(event, name) {
  const given = (event.parameters || {})[name] || [];
  return given
    .slice(0, 100)
    .map((one) => String(one).trim())
    .filter(Boolean);
}

function answers_({questions}, event) {
  return questions
    .map(({id, label}) => ({id, label, given: many_(event, `answers[${id}]`)}))
    .filter(({given}) => given.length > 0);
}

/** What somebody agreed to, from the JSON that a widget writes into one field. */
function consents_(field) {
  try {
    const given = JSON.parse(field('consents').slice(0, 10000) || '[]');
    return Array.isArray(given) ? given.filter((one) => one && typeof one.id === 'string').slice(0, 20) : [];
  } catch (error) {
    // No JSON: nothing was agreed to, and the widget's own check would not have sent it.
    return [];
  }
}

/* ---- The sheets ----------------------------------------------------------------------------------------------- */

/** Everything that the sheets say, counted. */
function read_() {
  const book = SpreadsheetApp.getActiveSpreadsheet();
  const zone = book.getSpreadsheetTimeZone();
  const settings = Object.fromEntries(
    rows_(book, 'Settings').rows.map((row) => [row.Setting, String(row.Value).trim()]),
  );
  const {rows, sheet, heads} = rows_(book, 'Sign-ups');
  // Written by hand, too, where a phone begins a word with a capital.
  const signups = rows.map((row) => ({...row, State: String(row.State).trim().toLowerCase()}));
  const questions = rows_(book, 'Questions')
    .rows.filter(({Question}) => Question)
    .map(question_);
  const agree = settings['What people agree to'];
  // A version that changes with the words: who has read other words is asked again.
  const consents = agree
    ? [{id: 'contact', text: agree.slice(0, 2000), version: sum_(agree), required: true}]
    : [];
  const named = rows_(book, 'Gatherings').rows.filter(
    ({Name, Id}) => String(Name).trim() && String(Id).trim(),
  );
  const gatherings = named
    .map((row) => gathering_(row, zone))
    .map((gathering) => {
      const mine = signups.filter((row) => row['Gathering id'] === gathering.id);
      return {
        ...gathering,
        taken: people_(mine.filter(({State}) => State === 'confirmed')),
        waiting: people_(mine.filter(({State}) => State === 'waitlisted')),
        ...(questions.length > 0 && {questions}),
        ...(consents.length > 0 && {consents}),
      };
    });
  const days = settings['Days that sign-ups are kept'];
  return {
    settings,
    signups,
    sheet,
    heads,
    questions,
    consents,
    gatherings,
    keepDays: /^\d{1,5}$/.test(days) ? Number(days) : 30,
  };
}

/** The rows of a sheet by the names in its first row, wherever its columns have been moved to. */
function rows_(book, name) {
  const sheet = book.getSheetByName(name);
  if (!sheet) throw new Error(`There is no sheet "${name}". Run setUp.`);
  const range = sheet.getDataRange();
  const [heads, ...values] = range.getValues();
  const shown = range.getDisplayValues();
  const named = heads.map((head) => String(head).trim());
  const rows = values.map((cells, index) => {
    const row = Object.fromEntries(named.map((head, at) => [head, cells[at]]));
    const asShown = Object.fromEntries(named.map((head, at) => [head, shown[index + 1][at].trim()]));
    return {...row, shown: asShown, number: index + 2};
  });
  return {sheet, heads: named, rows};
}

/** Gives each gathering that has none an id, which it keeps when its name or date changes. */
function nameGatherings_() {
  const {sheet, heads, rows} = rows_(SpreadsheetApp.getActiveSpreadsheet(), 'Gatherings');
  for (const row of rows.filter(isNew_)) {
    sheet.getRange(row.number, heads.indexOf('Id') + 1).setValue(cell_(Utilities.getUuid().slice(0, 8)));
  }
}

function isNew_({Name, Id}) {
  return String(Name).trim() !== '' && String(Id).trim() === '';
}

function gathering_(row, zone) {
  const day =
    row.Date && row.Date.getTime
      ? Utilities.formatDate(row.Date, zone, 'yyyy-MM-dd')
      : String(row.Date).trim();
  const start = iso_(day, row.shown.From, zone);
  const sameDay = iso_(day, row.shown.To, zone);
  // Until after midnight. A day later by the calendar: a day has not always 24 hours.
  const end =
    start && sameDay && Date.parse(sameDay) <= Date.parse(start)
      ? iso_(next_(day), row.shown.To, zone)
      : sameDay;
  const [places, most] = [whole_(row.Places), whole_(row['People at most'])];
  const place = {name: text_(row.Place, 200), address: text_(row.Address, 500)};
  const state = String(row.State).trim().toLowerCase();
  return {
    id: String(row.Id),
    name: text_(row.Name, 200),
    ...(start && {start, timeZone: zone}),
    ...(start && end && {end}),
    ...(STATES.includes(state) && {status: state}),
    ...(places !== undefined && {capacity: places}),
    ...(most !== undefined && {partyMax: most}),
    ...(/^(true|yes|x|1)$/i.test(String(row['Waiting list']).trim()) && {waitlist: true}),
    ...((place.name || place.address) && {
      place: {...(place.name && {name: place.name}), ...(place.address && {address: place.address})},
    }),
    ...(text_(row['What happens there'], 2000) && {description: text_(row['What happens there'], 2000)}),
  };
}

function question_({Question, Kind, Choices, Needed, Help, number}) {
  const label = text_(Question, 200);
  const kind = String(Kind).trim().toLowerCase();
  const options = String(Choices)
    .split(/[\n,]/)
    .map((one) => one.trim().slice(0, 200))
    .filter(Boolean);
  const choose = kind === 'one of' || kind === 'some of';
  return {
    id:
      label
        .toLowerCase()
        .replace(/[^a-z\d]+/g, '-')
        .replace(/^-|-$/g, '')
        .slice(0, 40) || `q${number}`,
    type: choose && options.length === 0 ? 'text' : KINDS[kind] || 'text',
    label,
    ...(choose &&
      options.length > 0 && {options: options.slice(0, 100).map((value) => ({value, label: value}))}),
    ...(/^(true|yes|x|1)$/i.test(String(Needed).trim()) && {required: true}),
    ...(text_(Help, 2000) && {help: text_(Help, 2000)}),
  };
}

/** A day and a time as they stand in the sheet, with the offset of that day; empty when they are none. */
function iso_(day, time, zone) {
  const read = /^(\d{1,2})(?:[:.h](\d{2}))?(?:[:.]\d{2})?\s*([ap])?\.?(?:m\.?)?$/i.exec(time || '');
  if (!read || !/^\d{4}-\d\d-\d\d$/.test(day)) return '';
  const [, hour, minute = '00', half = ''] = read;
  const hours = half ? (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : Number(hour);
  if (hours > 23 || Number(minute) > 59) return '';
  const wall = `${day} ${String(hours).padStart(2, '0')}:${minute}`;
  return Utilities.formatDate(
    Utilities.parseDate(wall, zone, 'yyyy-MM-dd HH:mm'),
    zone,
    "yyyy-MM-dd'T'HH:mm:ssXXX",
  );
}

function next_(day) {
  return new Date(Date.parse(`${day}T00:00:00Z`) + DAY).toISOString().slice(0, 10);
}

/** A text for a cell: never a formula, a number or a date, and harmless also in a table that is downloaded from here. */
function cell_(text) {
  const clean = text
    .replace(/[\0-\x09\x0b-\x1f]+/g, ' ')
    .trim()
    .slice(0, 20000);
  const phone = /^\+[\d\s()./-]+$/.test(clean);
  // The first ' says "this is text" and is not shown; the second one stays, and says the same in the table.
  return clean && `'${FORMULA.test(clean) && !phone ? "'" : ''}${clean}`;
}

function text_(value, most) {
  return value === undefined ? '' : String(value).trim().slice(0, most);
}

function whole_(value) {
  const text = String(value === undefined ? '' : value).trim();
  return /^\d{1,6}$/.test(text) ? Number(text) : undefined;
}

function people_(rows) {
  return rows.reduce((sum, {Adults, Children}) => sum + (Number(Adults) || 0) + (Number(Children) || 0), 0);
}

function sum_(text) {
  let sum = 7;
  for (const letter of text) sum = (sum * 31 + letter.codePointAt(0)) % 0x7fffffff;
  return sum.toString(36);
}

function answer_(data) {
  return ContentService.createTextOutput(JSON.stringify(data)).setMimeType(ContentService.MimeType.JSON);
}
