// Pages whose scripts have changed what the language and the browser give to everybody, as those of 2008 do.
import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';

import type {Browser} from 'playwright-core';

import {openBrowser} from './browser.js';
import {Endpoint} from './endpoint.js';
import {Site} from './site.js';
import {errorsOf, listShown, signUp, snippet, tag} from './visit.js';

/** What a script did to the page before ours came. Each works for the page that did it. */
const PATCHES: Record<string, string> = {
  'gave arrays methods that show up in loops': `
    for (const name of ['each', 'include', 'inject', 'first', 'last', 'without', 'clone', 'invoke', 'pluck'])
      Array.prototype[name] = function () { return this; };
    Array.prototype.entries = Array.prototype.toArray = function () { return [].concat(this); };
    Array.prototype.reduce = function () { return this.length > 1 ? this : this[0]; };`,
  'writes arrays and objects as JSON in its own way': `
    Array.prototype.toJSON = function () { return '[' + this.map((each) => JSON.stringify(each)).join(', ') + ']'; };
    Object.defineProperty(Object.prototype, 'toJSON', {configurable: true, writable: true, value: function () { return '{}'; }});
    Date.prototype.toJSON = function () { return '"' + this.toUTCString() + '"'; };`,
  'wraps JSON.stringify to look at what is written': `
    const stringify = JSON.stringify;
    JSON.stringify = function (value) { return stringify.call(JSON, value, null, 2); };`,
  'binds functions in its own way': `
    Function.prototype.bind = function (context, ...first) {
      if (arguments.length < 2 && context === undefined) return this;
      const method = this;
      return function (...rest) { return method.apply(context, [...first, ...rest]); };
    };`,
  'replaced what removes elements and what gives lists of them': `
    Element.prototype.remove = function () { return this.parentNode.removeChild(this); };
    NodeList.prototype.forEach = HTMLCollection.prototype.forEach = function (act) {
      for (let i = 0; i < this.length; i++) act.call(this[i], i, this[i]);
      return this;
    };
    Array.from = function (list) {
      if (!list) return [];
      const made = new Array(list.length || 0);
      for (let i = made.length; i--; ) made[i] = list[i];
      return made;
    };`,
  'gave every object a member that shows up in loops': `
    Object.prototype.extend = function (more) { for (const name in more) this[name] = more[name]; return this; };
    Object.keys = function (object) { const names = []; for (const name in object) names.push(name); return names; };
    Object.values = function (object) { return Object.keys(object).map((name) => object[name]); };`,
  'gave elements methods named like everything': `
    for (const name of ['show', 'hide', 'update', 'replace', 'insert', 'select', 'match', 'observe', 'fire', 'up', 'down', 'toggle', 'render', 'open', 'keep', 'tell', 'scene', 'refresh'])
      Element.prototype[name] = function () { return this; };
    window.$ = (id) => document.getElementById(id);
    window.Element = Object.assign(function (name) { return document.createElement(name); }, {prototype: Element.prototype});`,
};

describe('row 72: a page that', () => {
  let site: Site;
  let browser: Browser;
  let endpoint: Endpoint;

  before(async () => {
    site = await new Site().open();
    browser = await openBrowser();
    endpoint = await new Endpoint().open();
  });

  after(async () => {
    await browser.close();
    await site.close();
    await endpoint.close();
  });

  for (const [what, patch] of Object.entries(PATCHES))
    test(`${what} gets a sign-up through, uncorrupted`, async () => {
      const device = await browser.newContext();
      const tab = await device.newPage();
      const errors = errorsOf(tab);
      endpoint.posts.length = 0;

      await tab.goto(site.page({head: `<script>${patch}</script>`, body: snippet(endpoint.url) + tag()}));
      await listShown(tab);
      const seats = await tab.locator('[data-id="walk"] svg circle').count();
      await signUp(tab, 'walk');

      assert.deepEqual(errors, []);
      assert.equal(seats, 20);
      assert.equal(endpoint.posts.length, 1);
      const {id, at, consents, ...sent} = JSON.parse(endpoint.posts[0]!) as {
        consents: {id: string; version: string; at: string}[];
        [key: string]: unknown;
      };
      assert.match(String(id), /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/);
      assert.match(String(at), /^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
      assert.deepEqual(consents, [{id: 'contact', version: '1', at: consents[0]?.at}]);
      assert.deepEqual(sent, {
        ctg: '1',
        gathering: 'walk',
        name: 'Ana Ruiz',
        email: 'ana@example.org',
        adults: 1,
        children: 0,
        answers: {diet: 'vegan'},
        language: 'en',
        page: site.origin + new URL(tab.url()).pathname,
      });
      await device.close();
    });
});
