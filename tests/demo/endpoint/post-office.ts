import {createServer} from 'node:net';
import type {AddressInfo} from 'node:net';
import {type ParsedMail, simpleParser} from 'mailparser';
import {SMTPServer, type SMTPServerOptions} from 'smtp-server';

/** A letter as it arrived: for whom the server was told it was, what was in it, and its very bytes. */
export interface Arrived {
  readonly recipients: readonly string[];
  readonly mail: ParsedMail;
  readonly raw: string;
}

/** How long a letter is waited for that never comes, in milliseconds; on a busy machine they take seconds. */
const PATIENCE = 30_000;

/** A real mail server on this machine, which keeps what it is given. */
export class PostOffice {
  readonly letters: Arrived[] = [];
  readonly port: number;
  readonly #server: SMTPServer;
  readonly #waiting: (() => void)[] = [];

  private constructor(server: SMTPServer, port: number) {
    this.#server = server;
    this.port = port;
  }

  /** @param options what the server does otherwise; `port` to open again where another one was */
  static async open({port = 0, ...options}: SMTPServerOptions & {port?: number} = {}): Promise<PostOffice> {
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      logger: false,
      ...options,
      onData: async (stream, session, done) => {
        await office.#take(
          stream,
          session.envelope.rcptTo.map(({address}) => address),
        );
        done();
      },
    });
    // Clients that end in the middle of a word are what some tests are about.
    server.on('error', () => undefined);
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    const office = new PostOffice(server, (server.server.address() as AddressInfo).port);
    return office;
  }

  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  /** The letters to `address`, once there are `count` of them. */
  async to(address: string, count = 1): Promise<ParsedMail[]> {
    const there = () =>
      this.letters.filter(({recipients}) =>
        recipients.some((one) => one.toLowerCase() === address.toLowerCase()),
      );
    const late = AbortSignal.timeout(PATIENCE);
    const tooLate = new Promise<never>((_, reject) => {
      late.addEventListener('abort', () => {
        const came = this.letters.map(({recipients, mail}) => `${recipients.join()}: ${mail.subject}`);
        reject(new Error(`${count} letters to ${address} did not come, but\n${came.join('\n')}`));
      });
    });
    // Nobody may be waiting any more when it is too late.
    tooLate.catch(() => undefined);
    while (there().length < count) {
      await Promise.race([tooLate, new Promise<void>((resolve) => this.#waiting.push(resolve))]);
    }
    return there().map(({mail}) => mail);
  }

  async #take(stream: AsyncIterable<unknown>, recipients: string[]): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    const raw = Buffer.concat(chunks);
    this.letters.push({recipients, mail: await simpleParser(raw), raw: raw.toString()});
    for (const look of this.#waiting.splice(0)) look();
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }
}

/** A port on which nobody listens. */
export async function deadPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const {port} = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
