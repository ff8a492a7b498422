import {mkdir, rename, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {createTransport} from 'nodemailer';
import addressparser from 'nodemailer/lib/addressparser';
import type {Settings} from '../settings.js';
import {fileOf, type Letter, oneLine, type QueuedLetter, subjectOf, UNFINISHED} from './letter.js';

/** Milliseconds for which a mail server is waited for: to connect, to greet, and to say anything at all. */
const PATIENCE = {connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000} as const;

/** This letter will never arrive: the mail server does not take it, whoever brings it and whenever. */
export class Undeliverable extends Error {}

/** Brings letters to where they go. Rejects with `Undeliverable` for one letter, and with anything else for a bad day. */
export interface Carrier {
  /** Where letters go, in words for whoever starts the endpoint. */
  readonly where: string;
  carry(letter: QueuedLetter): Promise<void>;
}

/** A mail server where `SMTP_URL` names one, else the folder `mail` beside the database. */
export function carrierOf(settings: Settings): Carrier {
  return settings.smtpUrl === undefined
    ? new FileCarrier(mailFolder(settings), settings)
    : new SmtpCarrier(settings.smtpUrl, settings);
}

/** Where letters are kept that no mail server takes. */
export function mailFolder({data}: Pick<Settings, 'data'>): string {
  return join(data, 'mail');
}

class FileCarrier implements Carrier {
  readonly #folder: string;
  readonly #settings: Settings;
  readonly #composer = createTransport({streamTransport: true, buffer: true, newline: 'windows'});

  constructor(folder: string, settings: Settings) {
    this.#folder = folder;
    this.#settings = settings;
  }

  get where(): string {
    return `${this.#folder} (one file for each letter; SMTP_URL names a mail server)`;
  }

  async carry(letter: QueuedLetter): Promise<void> {
    const {message} = await this.#composer.sendMail(mailOf(letter, this.#settings));
    await mkdir(this.#folder, {recursive: true});
    const file = join(this.#folder, fileOf(letter));
    // Whoever watches the folder sees whole letters only.
    await writeFile(file + UNFINISHED, message);
    await rename(file + UNFINISHED, file);
  }
}

class SmtpCarrier implements Carrier {
  readonly where: string;
  readonly #settings: Settings;
  readonly #transport;

  constructor(url: string, settings: Settings) {
    this.where = `the mail server ${new URL(url).host}`;
    this.#settings = settings;
    this.#transport = createTransport({...PATIENCE, url});
  }

  async carry(letter: QueuedLetter): Promise<void> {
    try {
      await this.#transport.sendMail(mailOf(letter, this.#settings));
    } catch (error) {
      if (isForGood(error)) throw new Undeliverable(String((error as Error).message), {cause: error});
      throw error;
    }
  }
}

/**
 * Whether a mail server said no to this letter for good. Only a 5xx to the recipient or to the text means that: a
 * password or a sender that it does not take is the webmaster's to mend, and the letters wait for it.
 */
function isForGood(error: unknown): boolean {
  const {responseCode, command} = error as {responseCode?: number; command?: string};
  return (responseCode ?? 0) >= 500 && (command === 'RCPT TO' || command === 'DATA');
}

/** The letter as the library takes it: addresses as objects, so that nothing in them is read as a second one. */
function mailOf(letter: QueuedLetter, settings: Settings) {
  const from = senderOf(letter, settings);
  return {
    from,
    to: {name: '', address: letter.to},
    // Said a second time for the server, because the library reads the header again to find out.
    envelope: {from: from.address, to: [letter.to]},
    ...(letter.replyTo !== undefined && {replyTo: {name: '', address: letter.replyTo}}),
    subject: subjectOf(letter),
    text: letter.text,
    date: letter.created,
    messageId: `<${letter.id}@${from.address.split('@').at(-1)}>`,
    // Keeps answering machines from answering, and so two of them from writing to each other for ever (RFC 3834).
    headers: {'Auto-Submitted': 'auto-generated'},
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** `MAIL_FROM`, with the publisher's name where it has none; else the host's own address, which is also answered to. */
function senderOf({fromName = '', replyTo}: Letter, {mailFrom, publicUrl}: Settings) {
  const [set] = mailFrom === undefined ? [] : addressparser(mailFrom, {flatten: true});
  const host = publicUrl === undefined ? 'localhost' : new URL(publicUrl).hostname;
  return {
    name: oneLine(set?.name || fromName),
    address: set?.address || replyTo || `no-reply@${host}`,
  };
}
