import {assert} from 'chai';
import fc from 'fast-check';
import type {Loaded} from '../../src/endpoint/client.js';
import type {EndpointSet} from '../../src/endpoint/resolve.js';
import {manageHref} from '../../src/endpoint/manage-href.js';
import {targetOf} from '../../src/endpoint/target.js';
import {isWritable} from '../../src/endpoint/writable.js';
import type {Link} from '../../src/protocol/document.js';

const SET: EndpointSet = {
  endpoint: 'https://a.example/x/ctg.json',
  format: 'auto',
  encoding: 'json',
  ack: 'receipt',
  redirects: 'refuse',
};

const loaded = (links: Link[], url = 'https://a.example/x/ctg.json'): Loaded => ({
  document: {ctg: '1', links},
  dropped: [],
  format: 'ctg',
  url,
  at: 0,
});
const hrefOf = (href: string, gathering: string | undefined = '3', url?: string): string | undefined =>
  targetOf(loaded([{rel: 'signups', href}], url), SET, 'signups', gathering)?.href;

describe('where a message goes', () => {
  it('is the link of the document, with what is known about it', () => {
    const links: Link[] = [
      {
        rel: 'signups',
        href: 'https://api.example/{gathering}/{kind}',
        idempotent: true,
        idempotency: 'header',
      },
    ];
    assert.deepEqual(
      targetOf(loaded(links), {...SET, ack: 'status', redirects: 'follow'}, 'signups', 'a/b?c'),
      {
        href: 'https://api.example/a%2Fb%3Fc/signups',
        encoding: 'json',
        idempotent: true,
        idempotencyHeader: true,
        ack: 'status',
        redirects: 'follow',
      },
    );
  });

  it('is the action of the page before any link, and is not taken to act only once', () => {
    const target = targetOf(
      loaded([{rel: 'signups', href: '/other', idempotent: true}]),
      {...SET, action: 'https://form.example/{gathering}'},
      'signups',
      '3',
    );
    assert.deepInclude(target, {href: 'https://form.example/3', idempotent: false});
  });

  it('is nowhere when nobody said where', () => {
    assert.isUndefined(targetOf(undefined, SET, 'signups', '3'));
    assert.isUndefined(targetOf(loaded([]), SET, 'signups', '3'));
    assert.isUndefined(targetOf(loaded([{rel: 'manage', href: '/m'}]), SET, 'signups', '3'));
  });

  it('starts from the final address of the document', () => {
    assert.equal(hrefOf('signups/{gathering}'), 'https://a.example/x/signups/3');
    assert.equal(hrefOf('//b.example/{gathering}'), 'https://b.example/3');
  });

  it('finds the other kinds by their links', () => {
    const links: Link[] = [
      {rel: 'pledges', href: '/p'},
      {rel: 'join', href: '/{kind}'},
    ];
    assert.equal(targetOf(loaded(links), SET, 'pledges')?.href, 'https://a.example/p');
    assert.equal(targetOf(loaded(links), SET, 'groups')?.href, 'https://a.example/groups');
  });

  const nowhere: readonly [string, string, string?, string?][] = [
    ['a link in a way of writing that is not spoken here', 'javascript:alert(1)'],
    ['a gathering named ..', '/g/{gathering}/signups', '..'],
    ['a gathering named .', '/g/{gathering}/signups', '.'],
    ['a slot that nobody fills', '/g/{token}'],
    ['an example, in a real document', 'mock:open/gatherings/3/signups'],
    ['row 24: http from a document of https', 'http://a.example/{gathering}'],
    ['a name and password', 'https://me:pw@a.example/{gathering}'],
  ];
  for (const [what, href, gathering, url] of nowhere) {
    it(`is nowhere: ${what}`, () => assert.isUndefined(hrefOf(href, gathering, url)));
  }

  it('is the example itself, in an example', () => {
    assert.equal(
      hrefOf('mock:open/gatherings/{gathering}/signups', '3', 'mock:open'),
      'mock:open/gatherings/3/signups',
    );
  });

  it('is written as the link says, or else as the site does', () => {
    const encodingOf = (link: Partial<Link>, set = SET): string | undefined =>
      targetOf(loaded([{rel: 'signups', href: '/x', ...link}]), set, 'signups', '3')?.encoding;

    assert.equal(encodingOf({encoding: 'form'}), 'form');
    assert.equal(encodingOf({encoding: 'multipart'}, {...SET, encoding: 'form'}), 'multipart');
    assert.equal(encodingOf({}, {...SET, encoding: 'form'}), 'form');
    assert.equal(encodingOf({}), 'json');
  });

  it('is somewhere exactly where the list says that one can sign up', () => {
    const links = fc.record({
      rel: fc.constantFrom('signups', 'pledges'),
      href: fc.constantFrom(
        '/x/{gathering}',
        'https://a.example/{gathering}',
        'http://a.example/{gathering}',
        'https://b.example/x',
        'mock:open/{gathering}',
      ),
    });
    const urls = fc.constantFrom('https://a.example/ctg.json', 'http://a.example/ctg.json', 'mock:open');
    const allows = fc.constantFrom(
      undefined,
      ['https://a.example'],
      ['http://a.example', 'https://b.example'],
    );
    fc.assert(
      fc.property(links, urls, allows, (link, url, allow) => {
        // A document of the examples has no relative addresses; nothing could be made of them.
        fc.pre(!(url === 'mock:open' && /^(?:\/|http:)/.test(link.href)));
        const set = {...SET, ...(allow && {allow: url === 'mock:open' ? [...allow, 'mock:'] : allow})};
        const read = loaded([link], url);
        assert.equal(isWritable(set, read), targetOf(read, set, 'signups', 'any') !== undefined);
      }),
    );
  });
});

describe('where one can come back to a signup', () => {
  const posted = 'https://api.example/g/3/signups';
  const withLink = loaded([{rel: 'manage', href: 'https://api.example/signups/{token}'}]);

  it('is what the receipt says, from where it was posted', () => {
    assert.equal(manageHref({manage: '/signups/t'}, withLink, posted), 'https://api.example/signups/t');
    assert.equal(manageHref({manage: 'https://a.example/s/t'}, withLink, posted), 'https://a.example/s/t');
    assert.equal(
      manageHref({manage: 'https://a.example/s/t'}, 'https://a.example/ctg.json', posted),
      'https://a.example/s/t',
    );
  });

  it('is the link of the document with the token', () => {
    assert.equal(manageHref({token: 'a/b'}, withLink, posted), 'https://api.example/signups/a%2Fb');
    assert.isUndefined(manageHref({}, withLink, posted));
    assert.isUndefined(manageHref({token: 't'}, loaded([]), posted));
    assert.isUndefined(manageHref({token: '..'}, withLink, posted));
  });

  for (const manage of [
    'https://evil.example/s/t',
    'http://api.example/s/t',
    '//evil.example/',
    'https://api.example.evil/',
    'javascript:x',
    'mailto:a@api.example',
    'mock:open/signups/t',
  ]) {
    it(`is not elsewhere: ${manage}`, () => assert.isUndefined(manageHref({manage}, withLink, posted)));
  }
});
