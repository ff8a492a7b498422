import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {type GatheringRow, published, toldTo} from '../../../demo/endpoint/documents.js';
import type {Gathering} from '../../../src/protocol/gathering.js';

/** A gathering at `place`, as the endpoint has it. */
function rowOf(place: NonNullable<Gathering['place']>): GatheringRow {
  return {
    id: 'home',
    wall: null,
    minutes: null,
    opens: null,
    closes: null,
    time_zone: 'America/Los_Angeles',
    capacity: null,
    details: {name: 'Supper', place},
    status: 'scheduled',
    updated: new Date(),
    revision: 0,
    confirm: false,
    taken: 0,
    held: 0,
    waiting: 0,
    asking: 0,
  };
}

describe('a home that only guests with a place are told of', () => {
  it('is not to be found by its address, on the map or online by anybody else', () => {
    const place = {name: 'A home', lat: 39.53, lon: -119.81, online: 'https://meet.example/1'};
    const row = rowOf({...place, address: '48 Juniper Court', revealed: 'confirmed'});

    for (const told of [published(row), toldTo(row, false)])
      assert.deepEqual(told.place, {name: 'A home', revealed: 'confirmed'});
    assert.equal(toldTo(row, true).place?.lat, 39.53);
  });
});
