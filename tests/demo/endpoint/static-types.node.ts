import assert from 'node:assert/strict';
import {join} from 'node:path';
import {test} from 'node:test';
import {Hono} from 'hono';
import {ROOT} from '../../../demo/endpoint/settings.js';
import {answerFile} from '../../../demo/endpoint/static.js';

test('the outline of the region is sent as GeoJSON, and small', async () => {
  const app = new Hono();
  app.get('/:file', (context) =>
    answerFile(context, join(ROOT, 'demo/pages/business'), context.req.param('file'), 'no-cache'),
  );

  const answer = await app.request('/region.geojson', {headers: {'Accept-Encoding': 'br'}});

  assert.equal(answer.status, 200);
  assert.equal(answer.headers.get('Content-Type'), 'application/geo+json; charset=utf-8');
  assert.equal(answer.headers.get('Content-Encoding'), 'br');
});
