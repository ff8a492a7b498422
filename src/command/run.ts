/** The commands, their options and their exit codes: 0 good, 1 something breaks, 2 the command was used wrongly. */
import {readFile} from 'node:fs/promises';

// Compared for this: cac 7.1 and citty 0.2 want Node 20.19, are smaller (30 and 60 kB) and take unknown options in
// silence or need a wrapper for exit codes; commander 15 wants Node 22. commander 14 is strict about options and
// arguments by itself, lets us decide how a run ends, and is bundled, so that nobody installs it.
import {Command, CommanderError, InvalidArgumentError, Option} from 'commander';

import {headersOf} from '../endpoint/headers.js';
import {MappingError} from '../endpoint/mapping/flaw.js';
import type {Encoding} from '../endpoint/resolve.js';
import {isEmail} from '../protocol/form-rules.js';
import {RULES, SECTIONS} from '../protocol/read.js';
import {GATHERINGS} from '../protocol/gatherings-table.js';
import {GROUPS} from '../protocol/groups-table.js';
import {PLEDGE} from '../protocol/pledge-table.js';
import {check, NoSuchGathering} from './check.js';
import {findingsOf, jsonOf, painter, tableOf} from './print.js';
import {SCHEMA_NAMES, validate, type SchemaName} from './validate.js';

Object.assign(SECTIONS, GATHERINGS, PLEDGE, GROUPS);
Object.assign(RULES, {email: isEmail});

/** What a run reads and writes; a test gives its own. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
  /** Whether people look at it, who may want colours. */
  readonly isTerminal: boolean;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Everything that is piped in. */
  readonly input: () => Promise<string>;
}

const GOOD = 0;
const BREAKS = 1;
const USAGE = 2;

interface CheckFlags {
  readonly write?: boolean;
  readonly gathering?: string;
  readonly origin?: string;
  readonly action?: string;
  readonly format?: string;
  readonly mapping?: string;
  readonly encoding?: Encoding;
  readonly headers?: Readonly<Record<string, string>>;
  readonly timeout?: number;
  readonly json?: boolean;
}

/** Runs one command and gives its exit code. */
export async function run(args: readonly string[], version: string, terminal: Terminal): Promise<number> {
  let code = GOOD;
  const program = new Command('ctg')
    .description('Looks at endpoints and documents of ctg-widgets the way a widget does.')
    .version(version)
    .exitOverride()
    .configureOutput({writeOut: terminal.out, writeErr: terminal.error})
    .showHelpAfterError('(see ctg --help)');
  // Commands made this way take the settings above over.
  program
    .command('check')
    .description('asks an endpoint what a widget would ask, and says what is wrong and which line to paste')
    .argument('<url>', 'address of the document', webAddress)
    .option('--write', 'also sends a few test sign-ups and gives them up again; needs --gathering')
    .option('--gathering <id>', 'the gathering that test sign-ups go to, one that nobody misses')
    .option('--origin <origin>', 'the website that the widget is on', originOf)
    .option('--action <template>', 'where sign-ups go, where the document does not say it')
    .option('--format <name>', 'the format of the answer, if it is not found out by itself')
    .option('--mapping <file>', 'a file with the mapping of the widget, as JSON')
    .addOption(
      new Option('--encoding <name>', 'how sign-ups are written, where the document does not say it').choices(
        ['json', 'form', 'multipart'],
      ),
    )
    .option(
      '--headers <line>',
      'a header of the widget, as "Name: value"; may be given several times',
      withHeader,
    )
    .option('--timeout <seconds>', 'how long each answer may take', seconds)
    .option('--json', 'writes everything that was seen as JSON')
    .action(async (url: string, flags: CheckFlags, command: Command) => {
      code = await runCheck(url, flags, command, terminal);
    });
  program
    .command('validate')
    .description('holds a file against the format, strictly')
    .argument('<file>', 'a file, or - for what is piped in')
    .addOption(new Option('--as <name>', 'what the file is').choices([...SCHEMA_NAMES]).default('document'))
    .option('--json', 'writes what was found as JSON')
    .action(async (file: string, flags: {as: SchemaName; json?: boolean}, command: Command) => {
      code = await runValidate(file, flags, command, terminal);
    });
  try {
    await program.parseAsync(args, {from: 'user'});
    return code;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    // Help and version that were asked for are no mistake.
    return error.exitCode === 0 ? GOOD : USAGE;
  }
}

async function runCheck(
  url: string,
  flags: CheckFlags,
  command: Command,
  terminal: Terminal,
): Promise<number> {
  const {write, gathering, action, format, encoding, headers, timeout, json} = flags;
  const mapping = flags.mapping === undefined ? undefined : await textOf(flags.mapping, command, terminal);
  if (write && gathering === undefined)
    command.error('--write needs --gathering ID: test sign-ups only go where somebody said that they may.');
  if (!write && gathering !== undefined) command.error('--gathering is for --write.');
  const {protocol, hostname, origin: itself} = new URL(url);
  const isLocal = protocol === 'http:' && /^(?:localhost|127\.|\[::1\])/.test(hostname);
  // Most websites are on https; whoever tries things out on their own machine has the page there too.
  const origin = flags.origin ?? (isLocal ? 'http://localhost' : 'https://example.org');
  try {
    const report = await check({
      endpoint: url,
      origin,
      action,
      format,
      mapping,
      encoding,
      headers,
      gathering,
      timeout,
    });
    terminal.out(
      json ? `${jsonOf(report)}\n` : tableOf(report, painter(terminal.isTerminal, terminal.environment)),
    );
    return report.findings.some(({level}) => level === 'breaks') ? BREAKS : GOOD;
  } catch (error) {
    if (error instanceof NoSuchGathering) command.error(`${error.message} (${itself})`);
    throw error;
  }
}

async function runValidate(
  file: string,
  {as, json}: {as: SchemaName; json?: boolean},
  command: Command,
  terminal: Terminal,
): Promise<number> {
  const {out, isTerminal, environment} = terminal;
  const text = await textOf(file, command, terminal);
  const findings = validate(text.replace(/^\ufeff/, ''), as);
  if (json) out(`${JSON.stringify({valid: findings.length === 0, findings}, null, 2)}\n`);
  else if (findings.length === 0) out(`${file} is a valid ${as}.\n`);
  else out(`${findingsOf(findings, painter(isTerminal, environment))}\n`);
  return findings.length === 0 ? GOOD : BREAKS;
}

async function textOf(file: string, command: Command, {input}: Terminal): Promise<string> {
  try {
    return file === '-' ? await input() : await readFile(file, 'utf8');
  } catch (error) {
    return command.error(`${file} cannot be read: ${(error as Error).message}`);
  }
}

function webAddress(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol))
    throw new InvalidArgumentError('It starts with https:// or http://.');
  return text;
}

function originOf(text: string): string {
  return new URL(webAddress(text)).origin;
}

/** One header more, written as in an HTTP message. */
function withHeader(text: string, before: Readonly<Record<string, string>> = {}): Record<string, string> {
  const [, name, value] = /^([^:]+):\s*(.*?)\s*$/.exec(text) ?? [];
  if (name === undefined || value === undefined)
    throw new InvalidArgumentError('It is written "Name: value".');
  try {
    return {...before, ...headersOf({[name.trim()]: value})};
  } catch (error) {
    if (!(error instanceof MappingError)) throw error;
    throw new InvalidArgumentError(`It ${error.flaw.what}.`);
  }
}

function seconds(text: string): number {
  const value = Number(text);
  if (!(value > 0 && value <= 300)) throw new InvalidArgumentError('A number of seconds, up to 300.');
  return value * 1_000;
}
