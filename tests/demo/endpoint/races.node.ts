import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {ProblemSchema} from '../../../src/protocol/problem.js';
import {planned, Rig, signup, siteOf} from './rig.js';

const site = siteOf(
  planned('race', {capacity: 50}),
  planned('race-waiting', {capacity: 20}, {waitlist: true}),
  planned('race-households', {capacity: 25}),
  planned('speed', {capacity: 100_000}),
);

let rig: Rig;
before(async () => {
  rig = await Rig.start(site);
});
after(() => rig.close());

describe('many at once', () => {
  it('gives exactly 50 places when 200 ask at once, and tells the others that it is full', async () => {
    const began = performance.now();
    const answers = await Promise.all(Array.from({length: 200}, () => rig.signUp(signup('race'))));
    const took = performance.now() - began;

    assert.equal(answers.filter(({body}) => body.status === 'confirmed').length, 50);
    const refused = answers.filter(({status}) => status === 409);
    assert.equal(refused.length, 150);
    assert.ok(refused.every(({body}) => body.code === 'full' && ProblemSchema.safeParse(body).success));
    assert.equal((await rig.gathering('race')).taken, 50);
    console.log(
      `200 at once for 50 places: ${took.toFixed(0)} ms, ${(200_000 / took).toFixed(0)} answers a second`,
    );
  });

  it('gives numbers without a gap when 60 ask at once for 20 places and a waiting list is kept', async () => {
    const answers = await Promise.all(
      Array.from({length: 60}, () => rig.signUp(signup('race-waiting', {waitlist: true}))),
    );

    const positions = answers.flatMap(({body}) => body.position ?? []).sort((a, b) => a - b);
    assert.deepEqual(
      positions,
      Array.from({length: 40}, (_, index) => index + 1),
    );
    const {taken, waiting} = await rig.gathering('race-waiting');
    assert.deepEqual({taken, waiting}, {taken: 20, waiting: 40});
  });

  it('never overbooks when households of different sizes race', async () => {
    const sizes = Array.from({length: 60}, (_, index) => 1 + (index % 4));

    const answers = await Promise.all(sizes.map((adults) => rig.signUp(signup('race-households', {adults}))));

    const booked = sizes
      .filter((_, index) => answers[index]!.status === 201)
      .reduce((sum, size) => sum + size, 0);
    assert.equal((await rig.gathering('race-households')).taken, booked);
    assert.equal(booked, 25, 'parties of one fill the last chairs');
    assert.ok(
      answers.every(({status, body}) => status === 201 || body.code === 'full' || body.code === 'partial'),
    );
  });

  it('are served at a rate that is told here, one after the other', async () => {
    const count = 100;
    const began = performance.now();
    const work = process.cpuUsage();

    for (let index = 0; index < count; index += 1) {
      assert.equal((await rig.signUp(signup('speed'))).status, 201);
    }

    const {user, system} = process.cpuUsage(work);
    const rate = (count * 1000) / (performance.now() - began);
    const cost = (user + system) / 1000 / count;
    console.log(
      `one after the other: ${rate.toFixed(0)} signups a second, ${cost.toFixed(1)} ms of CPU each, client included`,
    );
  });
});
