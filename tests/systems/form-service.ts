// A stand-in for services that take the forms of static websites (Formspree, Getform, Basin and the like), which can not
// be run here. As their documentation says: any field is taken, `Accept: application/json` is answered with JSON that
// names nothing of what was sent, everybody else is led to a page of thanks, and what is sent twice is kept twice.
import {createServer, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';

/** A form service with one form. */
export class FormService {
  /** What was sent, field by field. */
  readonly entries: Record<string, string>[] = [];
  readonly #server: Server = createServer((request, response) => {
    let body = '';
    request.on('data', (part) => (body += String(part)));
    request.on('end', () => {
      const open = {'Access-Control-Allow-Origin': '*'};
      const type = request.headers['content-type'] ?? '';
      if (request.method !== 'POST' || !type.startsWith('application/x-www-form-urlencoded')) {
        response.writeHead(405, open).end();
        return;
      }
      this.entries.push(Object.fromEntries(new URLSearchParams(body)));
      if (request.headers.accept?.includes('application/json'))
        response
          .writeHead(200, {...open, 'Content-Type': 'application/json'})
          .end('{"next":"/thanks","ok":true}');
      else response.writeHead(302, {Location: '/thanks'}).end();
    });
  });

  /** Address of the form. */
  get url(): string {
    return `http://127.0.0.1:${String((this.#server.address() as AddressInfo).port)}/f/xyzabc`;
  }

  async open(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return this;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
