// What is refused, and what is taken and shown as nothing but text.
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {DocumentSchema} from '../../../src/protocol/document.js';
import {ProblemSchema} from '../../../src/protocol/problem.js';
import {pledge, pledging, section, send, shown} from './pledge-rig.js';
import {Rig} from './rig.js';

const CONSENT = {id: 'pledge', text: 'May count me', version: '2', required: true};
const AGREED = [{id: 'pledge', version: '2', at: '2026-01-02T03:04:05Z'}];
const agreed = (more: Parameters<typeof pledge>[0] = {}) => pledge({consents: AGREED, ...more});

let rig: Rig;
before(async () => {
  rig = await Rig.start(pledging({consents: [CONSENT]}));
});
after(() => rig.close());

describe('a pledge that is not right', () => {
  const organisation = {kind: 'organisation', name: 'A shop', speaks: true} as const;
  for (const [name, message, pointer] of [
    ['chooses a value that is not there', agreed({values: [{id: 'love'}, {id: 'wealth'}]}), '/values/1/id'],
    ['chooses nothing', agreed({values: []}), '/values'],
    ['chooses one twice', agreed({values: [{id: 'love'}, {id: 'love'}]}), '/values'],
    ['has no name', agreed({name: '\u200b '}), '/name'],
    ['has a name of 5,000 letters', agreed({name: 'a'.repeat(5_000)}), '/name'],
    [
      'has words of 5,000 letters',
      agreed({values: [{id: 'love', wording: 'a'.repeat(5_000)}]}),
      '/values/0/wording',
    ],
    ['has words of nothing', agreed({values: [{id: 'love', wording: '\u202e'}]}), '/values/0/wording'],
    ['has half an address', agreed({email: 'ana@'}), '/email'],
    ['does not say what may be seen', {...agreed(), display: 'everything'}, '/display'],
    ['knows what we do not', {...agreed(), commitment: 'mine'}, '/commitment'],
    ['agrees to nothing', pledge(), '/consents/pledge'],
    ['agrees to other words', pledge({consents: [{...AGREED[0]!, version: '1'}]}), '/consents/pledge'],
    ['speaks for an organisation and may not', agreed({...organisation, speaks: false}), '/speaks'],
    ['has a website that runs', agreed({...organisation, url: 'javascript:alert(1)'}), '/url'],
    ['has a website that is an address', agreed({...organisation, url: 'mailto:a@b.example'}), '/url'],
  ] as const)
    it(`${name}: says so at ${pointer}, and counts nobody`, async () => {
      const was = await section(rig);

      const {status, body} = await send(rig, message);

      assert.equal(status, 422);
      assert.deepEqual(ProblemSchema.parse(body), body);
      assert.ok(
        body.errors?.some((error) => error.pointer === pointer),
        JSON.stringify(body.errors),
      );
      assert.deepEqual((await section(rig)).counts, was.counts);
    });

  it('hears of everything at once', async () => {
    const {body} = await send(rig, pledge({name: '', email: 'ana@', values: []}));

    const pointers = body.errors?.map(({pointer}) => pointer).sort();
    assert.deepEqual(pointers, ['/consents/pledge', '/email', '/name', '/values']);
  });

  it('is nowhere when the site asks for no pledges', async () => {
    const other = await Rig.start({...pledging(), pledge: undefined} as never);
    const answers = [await send(other, pledge()), await other.ask('GET', 'pledges')];
    const page = await other.page('pledge');
    await other.close();

    assert.deepEqual([...answers.map(({status}) => status), page.status], [404, 404, 404]);
  });
});

describe('what people write', () => {
  const ODD = '<img src=x onerror=alert(1)>"\u202eevil\u2066 & \u0000\ud800 {{7*7}}';

  it('comes back as it was typed, as text, wherever it is shown', async () => {
    const organisation = await shown(rig, {
      kind: 'organisation',
      speaks: true,
      name: `Shop ${ODD}`,
      place: ODD,
      url: 'https://shop.example/?a="><script>',
      values: [{id: 'love', wording: ODD}],
      consents: AGREED,
    });

    const document = await rig.ask('GET', 'ctg.json');
    const badge = await rig.ask('GET', `pledges/${organisation.badge}/badge`);
    const pages = [
      await rig.page(`${rig.host}/pledges`),
      await rig.page(organisation.manage!),
      await rig.page(`pledges/${organisation.badge}/badge.svg`),
    ];

    assert.ok(DocumentSchema.safeParse(document.body).success);
    assert.ok(DocumentSchema.safeParse(badge.body).success);
    const kept = ODD.replaceAll(/[\0\ud800]/g, '\ufffd');
    const [entry] = (await section(rig)).recent!;
    assert.deepEqual([entry?.place, entry?.words?.[0]?.wording], [kept, kept]);
    for (const {body, status} of pages) {
      assert.equal(status, 200);
      assert.doesNotMatch(body, /<img src=x|<script>/);
    }
    assert.doesNotMatch(
      pages[2]!.body,
      /[\u202a-\u202e\u2066-\u2069\0\ufffe\uffff]/,
      'a picture has no <bdi>',
    );
  });

  it('can not run in a spreadsheet', async () => {
    await send(rig, agreed({name: '=HYPERLINK("https://evil.example")', display: 'full'}));

    const token = new URL(rig.host).pathname.split('/').at(-1)!;
    const {body, headers} = await rig.page(`pledges.csv?token=${token}`);

    assert.match(headers.get('content-type') ?? '', /text\/csv/);
    assert.match(body, /"'=HYPERLINK\(""https/);
    assert.equal((await rig.page('pledges.csv')).status, 404);
  });
});
