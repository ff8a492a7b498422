import {assert} from 'chai';

import type {Gathering} from '../../src/protocol/gathering.js';
import {nextWithPlaces, occasionsOf} from '../../src/widgets/gathering-signup/occasion.js';

const NOW = Date.UTC(2026, 10, 1);

/** A gathering on that day of December, with places; whatever matters to a test is given by it. */
const on = (day: number, more: Partial<Gathering> = {}): Gathering => ({
  id: `day-${day}`,
  name: 'Gathering',
  start: `2026-12-${String(day).padStart(2, '0')}T18:00:00Z`,
  capacity: 10,
  taken: 2,
  ...more,
});

/** What is offered to somebody who finds `full` full. */
function offered(full: Partial<Gathering>, ...others: readonly Gathering[]): string | undefined {
  const all = occasionsOf({ctg: '1', gatherings: [on(5, {...full, id: 'full', taken: 10}), ...others]}, NOW);
  return nextWithPlaces(
    all.find(({gathering}) => gathering.id === 'full')!,
    all,
  )?.gathering.id;
}

describe('what is offered where a gathering is full', () => {
  it('is the next of the same series, before anything else that is alike', () => {
    const full = {series: {id: 'monthly'}, needs: ['local-food'], values: ['love']};
    const alike = on(6, {needs: ['local-food'], values: ['love']});

    assert.equal(
      offered(full, alike, on(30, {series: {id: 'monthly'}}), on(20, {series: {id: 'monthly'}})),
      'day-20',
    );
  });

  it('is otherwise what shares most needs and values', () => {
    const full = {needs: ['local-food'], values: ['love']};
    const [needs, values] = [full.needs, full.values];

    assert.equal(offered(full, on(6), on(7, {values}), on(8, {needs, values})), 'day-8');
  });

  it('is the soonest of those that share as much', () => {
    assert.equal(offered({values: ['love']}, on(9, {values: ['love']}), on(7, {values: ['love']})), 'day-7');
    assert.equal(offered({}, on(9), on(7)), 'day-7');
  });

  it('is never one that is full, closed, cancelled or earlier, nor itself', () => {
    const series = {id: 'monthly'};

    assert.isUndefined(
      offered(
        {series},
        on(2, {series}),
        on(6, {series, taken: 10}),
        on(7, {series, status: 'cancelled'}),
        on(8, {series, closes: '2026-10-01T00:00:00Z'}),
      ),
    );
  });
});
