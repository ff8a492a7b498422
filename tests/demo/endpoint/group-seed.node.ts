// Groups that a site publishes itself, from one start of the endpoint to the next.
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import type {Group} from '../../../src/protocol/group.js';
import type {CtgDocument} from '../../../src/protocol/document.js';
import {BUSINESS} from '../../../demo/endpoint/seed/business.js';
import {Sheet} from './desk.js';
import {decide, groupsOf, namesOf, networked, tokenOf} from './group-rig.js';
import {type Home, home, Rig} from './rig.js';

const DAY = 24 * 3_600_000;

/** Two groups that a parish publishes; the first says something new every day. */
const own = (now: number): readonly Group[] => [
  {
    id: 'https://garden.example/',
    name: 'Garden',
    description: `Day ${Math.floor(now / DAY)}`,
    place: {label: 'Reno', lat: 39.53, lon: -119.81, precision: 'town'},
    updated: new Date(Math.floor(now / DAY) * DAY).toISOString(),
  },
  {id: 'https://choir.example/', name: 'Choir', updated: '2026-01-01T00:00:00.000Z'},
];

describe('groups of the site itself', () => {
  let place: Home;
  let now = Date.parse('2027-03-14T12:00:00Z');
  const start = () =>
    Rig.start({...networked(), groups: own}, {now: () => now}, {...place, forget: () => undefined});
  before(async () => {
    place = await home();
  });
  after(() => place.forget());

  it('are in the document under their own ids, without anybody having asked', async () => {
    const rig = await start();
    const groups = await groupsOf(rig);
    const page = await Sheet.open(rig, '/groups');
    await rig.close();

    assert.deepEqual(
      [...groups].sort((one, other) => (one.id < other.id ? 1 : -1)),
      own(now),
    );
    assert.match(page.text, /Nothing waits to be read.*On the map: 2 groups.*Your own/);
  });

  it('say what they say now, but for one that the host took off the map', async () => {
    const rig = await start();
    await decide(rig, encodeURIComponent('https://choir.example/'), 'decline');
    await rig.close();
    now += DAY;

    const next = await start();
    const groups = await groupsOf(next);
    await next.close();

    assert.deepEqual(groups, [own(now)[0]]);
  });

  it('have no private page: whoever guesses a token finds nothing, and only the host decides', async () => {
    const rig = await start();
    const answer = await rig.ask<{groups: unknown[]}>('GET', `pending?token=${tokenOf(rig)}`);
    const again = await rig.ask('POST', 'groups', {ctg: '1', id: 'https://garden.example/', name: 'Mine'});
    const names = await namesOf(rig);
    await rig.close();

    assert.deepEqual(answer.body.groups, []);
    assert.equal(again.status, 422);
    assert.deepEqual(names, ['Garden']);
  });
});

describe('the business of the demonstration', () => {
  it('has a network of a region, of which a part of the map is one town', async () => {
    const rig = await Rig.start(BUSINESS);
    const ask = async (path: string) => {
      const response = await fetch(`${rig.origin}/business/${path}`);
      return (await response.json()) as CtgDocument;
    };

    const whole = await ask('ctg.json');
    const town = await ask('network?bbox=-119.70,39.28,-119.60,39.34');
    const form = await (await fetch(`${rig.origin}/business/join`)).text();
    await rig.close();

    assert.equal(whole.groupsTotal, whole.groups?.length);
    assert.ok(whole.groupsTotal! > 30);
    assert.deepEqual(new Set(town.groups?.map(({place}) => place?.label)), new Set(['Virginia City']));
    assert.match(form, /may be shown on the map/);
  });
});
