import assert from 'node:assert/strict';
import {describe, test} from 'node:test';

import {json, translated} from './source.js';

const ITEMS = 'https://maps.example/collections/groups/items';
const garden = {
  type: 'Feature',
  id: 1,
  geometry: {type: 'Point', coordinates: [-119.8, 39.5]},
  properties: {name: 'Garden'},
};
const page = (url: string, more: object, features: readonly unknown[] = [garden]) =>
  json({type: 'FeatureCollection', features, ...more}, url);
const link = (href: string, rel = 'next') => ({rel, type: 'application/geo+json', href});

describe('OGC API Features', () => {
  test('features become groups, named after the collection they are in', async () => {
    const {groups} = await translated('ogc-features', page(`${ITEMS}?limit=1&offset=4`, {numberReturned: 1}));

    assert.deepEqual(groups, [{id: `${ITEMS}#1`, name: 'Garden', place: {lat: 39.5, lon: -119.8}}]);
  });

  test('the next page is asked what this one was asked, though the server forgets the box', async () => {
    const {next} = await translated(
      'ogc-features',
      page(`${ITEMS}?f=json&bbox=-120,39,-119,40&limit=3&offset=0`, {
        links: [link(`${ITEMS}?f=json&limit=3&offset=3`)],
      }),
    );

    assert.equal(next, `${ITEMS}?f=json&limit=3&offset=3&bbox=-120%2C39%2C-119%2C40`);
  });

  test('a relative next starts from where the page came from', async () => {
    const {next} = await translated('ogc-features', page(ITEMS, {links: [link('items?offset=3')]}));

    assert.equal(next, `${ITEMS}?offset=3`);
  });

  test('a next that leads to this very page, or follows an empty one, is none', async () => {
    const same = await translated('ogc-features', page(ITEMS, {links: [link(ITEMS)]}));
    const empty = await translated('ogc-features', page(ITEMS, {links: [link(`${ITEMS}?offset=9`)]}, []));

    assert.deepEqual([same.next, empty.next], [undefined, undefined]);
  });

  test('a server that gives fewer than there are, and no next page, is told on', async () => {
    const {left} = await translated('ogc-features', page(`${ITEMS}?limit=1000`, {numberMatched: 240}));
    const last = await translated('ogc-features', page(`${ITEMS}?offset=239`, {numberMatched: 240}));

    assert.deepEqual(left, [{path: '/numberMatched', code: 'cut-short'}]);
    assert.deepEqual(last.left, []);
  });

  test('the list of collections is told apart from the items of one', async () => {
    const {left} = await translated('ogc-features', json({links: [], collections: [{id: 'groups'}]}));

    assert.deepEqual(left, [{path: '', code: 'collections-not-items'}]);
  });

  test('a refusal of the server is no page', async () => {
    const {left} = await translated(
      'ogc-features',
      json({code: 'InvalidParameterValue', description: 'bbox'}),
    );

    assert.deepEqual(left, [{path: '', code: 'not-this-format'}]);
  });
});
