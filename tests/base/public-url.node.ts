import assert from 'node:assert/strict';
import {test} from 'node:test';

import fc from 'fast-check';

import {publicUrl} from '../../src/base/public-url.js';

test('a public site over https may be named by a stranger', () => {
  for (const address of [
    'https://garden.example/ctg.json',
    'https://xn--caf-dma.example/a?b',
    'https://a.b.c.org./',
  ])
    assert.ok(publicUrl(address), address);
});

test('nothing else may: other schemes, ports and users, numbers, and names that stay in a house', () => {
  for (const address of [
    'http://garden.example/',
    'ftp://garden.example/',
    'https://garden.example:8443/',
    'https://ana:secret@garden.example/',
    'https://192.168.1.1/',
    'https://10.0.0.1/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://[::1]/',
    'https://[fd00::1]/',
    'https://localhost/',
    'https://LOCALHOST./',
    'https://localhost../',
    'https://localhost.localdomain/',
    'https://127.0.0.1../',
    'https://router/',
    'https://printer.local/',
    'https://nas.lan./',
    'https://wiki.internal/',
    'https://box.home.arpa/',
    'javascript:alert(1)',
    '//garden.example/',
    '',
    7,
  ])
    assert.equal(publicUrl(address), undefined, String(address));
});

test('a page on the device itself may be led to the device itself, and a public page never', () => {
  const peer = 'http://localhost:8001/network/tahoe.json';

  assert.equal(publicUrl(peer, 'http://127.0.0.1:8000/')?.href, peer);
  assert.equal(publicUrl(peer, 'https://garden.example/'), undefined);
  assert.equal(publicUrl('http://192.168.1.1/', 'http://127.0.0.1:8000/'), undefined);
});

test('no address in numbers passes, however it is written', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.ipV4(),
        fc.ipV4Extended(),
        fc.ipV6().map((address) => `[${address}]`),
      ),
      (host) => {
        assert.equal(publicUrl(`https://${host}/`), undefined);
      },
    ),
  );
});
