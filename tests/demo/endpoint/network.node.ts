// Groups of a part of the map.
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {type CtgDocument, DocumentSchema} from '../../../src/protocol/document.js';
import type {Problem} from '../../../src/protocol/problem.js';
import {namesOf, networked, shown} from './group-rig.js';
import {Rig} from './rig.js';

const SPOTS = {
  Reno: [39.53, -119.81],
  Elko: [40.83, -115.76],
  Suva: [-18.14, 178.44],
  Apia: [-13.83, -171.77],
  Line: [0, 180],
  Pole: [90, 0],
} as const;

describe('a part of the map', () => {
  let rig: Rig;
  before(async () => {
    rig = await Rig.start(networked({peers: ['../other/ctg.json']}));
    for (const [name, [lat, lon]] of Object.entries(SPOTS))
      await shown(rig, {name, place: {lat, lon, precision: 'town'}});
    await shown(rig, {name: 'Nowhere', place: {label: 'Somewhere'}});
  });
  after(() => rig.close());

  const EVERYWHERE = Object.keys(SPOTS).sort();
  for (const [what, bbox, names] of [
    ['one town', '-120,39,-119,40', ['Reno']],
    ['a state', '-120.01,35,-114.03,42', ['Elko', 'Reno']],
    ['a point', '-119.81,39.53,-119.81,39.53', ['Reno']],
    ['the sea', '-150,10,-140,20', []],
    ['the world', '-180,-90,180,90', EVERYWHERE],
    ['more than the world', '-300,-90,300,90', EVERYWHERE],
    ['islands on both sides of the date line', '170,-25,-165,5', ['Apia', 'Line', 'Suva']],
    ['the same, for a map that was pushed east', '170,-25,195,5', ['Apia', 'Line', 'Suva']],
    ['the same, for a map that was pushed west', '-190,-25,-165,5', ['Apia', 'Line', 'Suva']],
    ['the east of the date line', '-180,-25,-165,-5', ['Apia']],
    ['the west of the date line', '170,-25,180,5', ['Line', 'Suva']],
    ['numbers as programs write them', ' -120.0 , +39. ,-119,40', ['Reno']],
  ] as const)
    it(`has what lies in it: ${what}`, async () => {
      const {status, body} = await rig.ask<CtgDocument>('GET', `network?bbox=${encodeURIComponent(bbox)}`);

      assert.equal(status, 200);
      assert.deepEqual(DocumentSchema.parse(body), body);
      assert.deepEqual((body.groups ?? []).map(({name}) => name).sort(), names);
      assert.equal(body.groupsTotal, names.length);
    });

  it('has everything where no box is named, also what has no place', async () => {
    assert.deepEqual(await namesOf(rig, 'network'), [...EVERYWHERE, 'Nowhere'].sort());
  });

  it('has no more than is asked for, says how many there are, and keeps those when one looks closer', async () => {
    const few = await rig.ask<CtgDocument>('GET', 'network?bbox=-180,-90,180,90&limit=3');
    const none = await rig.ask<CtgDocument>('GET', 'network?bbox=-180,-90,180,90&limit=0');
    const far = await namesOf(rig, 'network?bbox=-180,-90,180,90&limit=3');
    const near = await namesOf(rig, 'network?bbox=-180,-90,0,90&limit=3');

    const [many, all] = [few.body.groups?.length, few.body.groupsTotal];
    assert.deepEqual([many, all], [3, 6]);
    assert.deepEqual([none.body.groups, none.body.groupsTotal], [[], 6]);
    for (const name of far.filter((each) => SPOTS[each as keyof typeof SPOTS][1] <= 0))
      assert.ok(near.includes(name), `${name} is still there`);
  });

  for (const query of [
    'bbox=1,2,3',
    'bbox=1,2,3,4,5',
    'bbox=a,b,c,d',
    'bbox=,,,',
    'bbox=1e1,2,3,4',
    'bbox=0,-91,1,0',
    'bbox=0,0,1,90.5',
    'bbox=0,10,1,5',
    'bbox=0,0,541,1',
    'bbox=NaN,0,1,1',
    `bbox=${'9'.repeat(5_000)},0,1,1`,
    'bbox=0,0,1,1&limit=-1',
    'bbox=0,0,1,1&limit=many',
    "bbox=0,0,1,1');drop table sites;--",
  ])
    it(`says in a sentence what is wrong with ${query.slice(0, 40)}`, async () => {
      const {status, headers, body} = await rig.ask<Problem>('GET', `network?${query}`);

      assert.equal(status, 400);
      assert.match(headers.get('content-type') ?? '', /problem\+json/);
      assert.match(body.detail ?? '', /^[A-Z].{20,}\.$/);
    });

  it('gives two thousand at most, whatever the limit', async () => {
    const {status, body} = await rig.ask<CtgDocument>('GET', 'network?limit=99999999999999999999');

    assert.deepEqual([status, body.groups?.length], [200, 7]);
  });

  it('is asked again for nothing when nothing has changed, from any website', async () => {
    const url = `${rig.origin}/parish/network?bbox=-120,39,-119,40`;
    const first = await fetch(url, {headers: {Origin: 'https://parish.example'}});
    const again = await fetch(url, {headers: {'If-None-Match': first.headers.get('etag')!}});
    await shown(rig, {name: 'New', place: {lat: 39.53, lon: -119.81}});
    const later = await fetch(url, {headers: {'If-None-Match': first.headers.get('etag')!}});

    assert.equal(first.headers.get('access-control-allow-origin'), '*');
    assert.deepEqual([again.status, later.status], [304, 200]);
  });

  it('is named by the document, with where to add a group and whom else to read', async () => {
    const {body} = await rig.ask<CtgDocument>('GET', 'ctg.json');

    const hrefs = Object.fromEntries((body.links ?? []).map(({rel, href}) => [rel, href]));
    assert.equal(hrefs['area'], `${rig.origin}/parish/network?bbox={bbox}&limit={limit}`);
    assert.equal(hrefs['join'], `${rig.origin}/parish/groups`);
    assert.equal(hrefs['peer'], '../other/ctg.json');
    assert.equal(body.groupsTotal, body.groups?.length);
    assert.ok(Date.parse(body.updated ?? '') > Date.now() - 600_000);
  });
});
