// One execution of a script in the stand-in for Google Apps Script: a thread of its own, as each execution there is a
// process of its own. What it asks the spreadsheet or the lock is answered by the main thread, and waited for, since
// everything in Apps Script is synchronous. Plain JavaScript, so that a thread needs no compiler and starts at once.
import {randomUUID} from 'node:crypto';
import vm from 'node:vm';
import {receiveMessageOnPort, workerData} from 'node:worker_threads';

const {source, name, event, port, signal, address, zone} = workerData;
/** What this execution has written and nobody else sees yet: Apps Script writes in bundles. */
let bundle = [];

/** Asks the main thread and waits for its answer. */
function ask(op, ...args) {
  Atomics.store(signal, 0, 0);
  port.postMessage({op, args});
  // Asked again, since the bell of the answer before may ring late.
  while (Atomics.load(signal, 0) === 0) Atomics.wait(signal, 0, 0);
  const {message} = receiveMessageOnPort(port);
  if (message.error) throw new Error(message.error);
  return message.value;
}

function flush() {
  const writes = bundle;
  bundle = [];
  for (const write of writes) ask(...write);
}

/** Reading shows what one has written oneself, and with that everybody. */
function read(...question) {
  flush();
  return ask(...question);
}

const context = vm.createContext({console});
const ScriptDate = vm.runInContext('Date', context);
/** A cell as a script gets it: dates are dates of its own world. */
const cellOf = (cell) => (cell !== null && typeof cell === 'object' ? new ScriptDate(cell.date) : cell);
const sent = (value) =>
  value !== null && typeof value === 'object' ? {date: value.getTime()} : (value ?? '');

function rangeOf(sheet, row, column, height, width) {
  const range = {
    setValue: (value) => range.setValues([[value]]),
    setValues: (values) => {
      if (values.length !== height || values.some((line) => line.length !== width))
        throw new Error('The number of rows or columns in the data does not match the range.');
      bundle.push(['write', sheet, row, column, values.map((line) => line.map(sent))]);
      return range;
    },
    setFontWeight: () => range,
    getValues: () => read('values', sheet).map((line) => line.map(cellOf)),
    getDisplayValues: () => read('shown', sheet),
  };
  return range;
}

function sheetOf(name) {
  return {
    getDataRange: () => rangeOf(name, 1, 1),
    getRange: (row, column, height = 1, width = 1) => rangeOf(name, row, column, height, width),
    appendRow: (values) => bundle.push(['append', name, values.map(sent)]),
    deleteRow: (row) => bundle.push(['delete', name, row]),
    setFrozenRows: () => undefined,
  };
}

const book = {
  getSheetByName: (name) => (read('has', name) ? sheetOf(name) : null),
  insertSheet: (name) => {
    read('insert', name);
    return sheetOf(name);
  },
  getSpreadsheetTimeZone: () => zone,
};

/** How far a zone is from UTC at an instant, in minutes. */
function offsetOf(at, timeZone) {
  const named = new Intl.DateTimeFormat('en', {timeZone, timeZoneName: 'longOffset'}).formatToParts(at);
  const text = named.find(({type}) => type === 'timeZoneName').value;
  const [, sign, hours, minutes] = /GMT(?:([+-])(\d\d):(\d\d))?/.exec(text);
  return sign ? Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes)) : 0;
}

/** Java's SimpleDateFormat, as far as scripts here use it. */
function formatDate(date, timeZone, pattern) {
  const at = date.getTime();
  const offset = offsetOf(at, timeZone);
  const [day, time] = new Date(at + offset * 60_000).toISOString().split('T');
  const [year, month, dayOfMonth] = day.split('-');
  const [hour, minute, second] = time.split(/[:.]/);
  const two = (number) => String(number).padStart(2, '0');
  const away = Math.abs(offset);
  const XXX = offset === 0 ? 'Z' : `${offset < 0 ? '-' : '+'}${two(Math.floor(away / 60))}:${two(away % 60)}`;
  const parts = {yyyy: year, MM: month, dd: dayOfMonth, HH: hour, mm: minute, ss: second.slice(0, 2), XXX};
  return pattern.replace(/'([^']*)'|yyyy|MM|dd|HH|mm|ss|XXX|[A-Za-z]+/g, (token, quoted) => {
    if (quoted !== undefined) return quoted;
    if (!(token in parts)) throw new Error(`The stand-in does not know ${token}.`);
    return parts[token];
  });
}

function parseDate(text, timeZone, pattern) {
  if (pattern !== 'yyyy-MM-dd HH:mm') throw new Error(`The stand-in does not read ${pattern}.`);
  const wall = Date.parse(`${text.replace(' ', 'T')}:00Z`);
  const first = wall - offsetOf(wall, timeZone) * 60_000;
  return new ScriptDate(wall - offsetOf(first, timeZone) * 60_000);
}

const trigger = {timeBased: () => trigger, everyDays: () => trigger, create: () => trigger};
Object.assign(context, {
  SpreadsheetApp: {getActiveSpreadsheet: () => book, flush},
  LockService: {
    getScriptLock: () => ({
      tryLock: (wait) => ask('lock', wait),
      releaseLock: () => ask('release'),
    }),
  },
  ContentService: {
    MimeType: {JSON: 'application/json'},
    createTextOutput: (text) => ({text, type: 'text/plain', setMimeType: setType}),
  },
  ScriptApp: {
    getService: () => ({getUrl: () => address}),
    getProjectTriggers: () => [],
    newTrigger: () => trigger,
  },
  Utilities: {formatDate, parseDate, getUuid: randomUUID},
});

function setType(type) {
  this.type = type;
  return this;
}

let end;
try {
  vm.runInContext(source, context, {filename: 'sheet.gs'});
  const output = context[name](event);
  end = {text: output?.text ?? '', type: output?.type ?? 'text/plain', rest: bundle};
} catch (error) {
  // A script that throws answers with a page of Google's, with status 200.
  end = {text: `<!DOCTYPE html><title>Error</title>${error.stack}`, type: 'text/html', rest: []};
}
ask('end', end);
