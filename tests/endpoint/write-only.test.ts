import {assert} from 'chai';

import {Client} from '../../src/endpoint/client.js';
import '../testing/sections.js';

describe('a mapping that only says how to write', () => {
  it('leaves a document of ours as it is', async () => {
    const ours = JSON.stringify({ctg: '1', gatherings: [{id: 'a', name: 'Walk'}]});
    const fetch = () => Promise.resolve(new Response(ours, {headers: {'Content-Type': 'application/json'}}));
    const loaded = await new Client({fetch}).load({
      endpoint: 'https://stpaul.example/ctg.json',
      format: 'auto',
      encoding: 'form',
      ack: 'status',
      redirects: 'refuse',
      mapping: '{"signup": {"rename": {"name": "Full name"}}, "receipt": {"id": "ref"}}',
    });

    if (!loaded.ok) throw new Error(loaded.failure.detail);
    assert.deepEqual(
      loaded.value.document.gatherings?.map(({name}) => name),
      ['Walk'],
    );
  });
});
