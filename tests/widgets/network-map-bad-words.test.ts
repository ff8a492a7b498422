import {assert} from 'chai';
import {html} from 'lit';

import type {Group} from '../../src/protocol/group.js';
import {says, Web} from '../testing/web.js';
import {MARKUP, runsOn, SCRIPTS, TURNED} from '../testing/words.js';
import {MapVisit, until} from './network-map.harness.js';
// Compiled before the first test waits for them.
import '../../src/widgets/network-map/choosing/index.js';
import '../../src/widgets/network-map/export/index.js';
import '../../src/widgets/network-map/graph/index.js';
import '../../src/widgets/network-map/joining/index.js';
import '../../src/widgets/network-map/near/index.js';
import '../../src/widgets/network-map/source-list/index.js';

/** What never comes of a text: whatever runs, asks somebody, or is somebody's form. */
const FOREIGN = 'img, script, iframe, frame, object, embed, link, meta, base, style, video, audio, b, form';
const place = {label: MARKUP, lat: 39.5, lon: -119.8, precision: 'exact'} as const;
const OTHER = 'https://other.example/';

/** A group that says `text` wherever a text may stand, and `address` wherever an address may. */
const group = (id: string, text: string, address: string, more: Partial<Group> = {}): Group => ({
  id,
  name: text,
  sector: text,
  needs: [text],
  offers: [text],
  values: [text],
  description: text,
  url: address,
  image: address,
  contact: {url: address, email: `ana@evil.example?bcc=all@evil.example`},
  place: {...place, label: text},
  connections: [{to: OTHER, kind: text, note: text}],
  ...more,
});

let visits = 0;

describe('<ctg-network-map> and words that are not to be believed', () => {
  let visit: MapVisit;
  let web: Web;
  const {createObjectURL} = URL;
  const {click} = HTMLAnchorElement.prototype;

  beforeEach(() => {
    visit = new MapVisit();
    web = new Web();
  });

  afterEach(() => {
    visit.end();
    web.close();
    URL.createObjectURL = createObjectURL;
    HTMLAnchorElement.prototype.click = click;
    assert.isUndefined((globalThis as {ran?: number}).ran, 'something of it ran');
  });

  /** Comes to a map of these groups, which an endpoint says. */
  async function come(groups: readonly Group[], publisher = MARKUP, links: readonly object[] = []) {
    const address = `https://words-${++visits}.example/ctg.json`;
    const other = {id: OTHER, name: 'The other', place: {label: 'Sparks', lat: 39.6, lon: -119.7}};
    web.answers[address] = () =>
      says(
        JSON.stringify({
          ctg: '1',
          publisher: {id: OTHER, name: publisher},
          groups: [...groups, other],
          links,
        }),
      );
    await visit.arrive(html`<ctg-network-map endpoint=${address} follow="1"></ctg-network-map>`);
    await visit.isReady();
    await visit.reads('1 of 1 site');
  }

  /** Goes through all there is to see of a map on which `name` is a group, and gives the names of what was seen. */
  async function goThrough(name: string, isSafe: (where: string) => void): Promise<void> {
    for (const view of ['Map', 'Connections', 'List']) {
      await visit.press(view);
      await visit.isReady();
      isSafe(view);
    }
    visit.map.select(visit.map.atlas!.network.groups.find((each) => each.name === name)!.index);
    await visit.reads('Connected with');
    isSafe('card');
    for (const [opener, there] of [
      ['1 of 1 site', '.sources li'],
      ['Save as a file', '.saving'],
      ['Filters', '.more .chip'],
      ['Near me', '.near'],
      ['Add your group', '[part=joining]'],
    ] as const) {
      await visit.press(opener);
      await until(() => assert.isNotNull(visit.root.querySelector(there), there));
      isSafe(opener);
    }
  }

  /** Nothing of it became part of the page, leads anywhere, or was fetched. */
  function isHarmless(where: string): void {
    const found = visit.stage
      .findAll(FOREIGN)
      .filter((each) => !(each.localName === 'form' && each.closest('.near, [part=joining]')));
    assert.isEmpty(found, where);
    for (const link of visit.stage.findAll<HTMLAnchorElement>('a[href]'))
      assert.match(link.href, /^(https?:|mailto:ana@)/, where);
    for (const each of visit.stage.findAll('*'))
      assert.isFalse(
        [...each.attributes].some(({name}) => name.startsWith('on')),
        where,
      );
    const fetched = [...web.asked, ...performance.getEntriesByType('resource').map(({name}) => name)];
    assert.isEmpty(
      fetched.filter((url) => url.includes('evil.example')),
      where,
    );
  }

  it('shows markup as the text that it is, wherever one looks', async () => {
    await come(
      [group(MARKUP.slice(0, 60), MARKUP, SCRIPTS[0])],
      MARKUP,
      SCRIPTS.map((href) => ({rel: 'peer', href})),
    );

    assert.include(visit.marks.join(), MARKUP);
    await goThrough(MARKUP, isHarmless);

    assert.include([...visit.listed], MARKUP);
    await visit.press('1 of 1 site');
    await until(() => assert.equal(visit.root.querySelector('.sources li p')?.textContent, MARKUP));
    assert.lengthOf(web.asked, 1);
  });

  it('leads nowhere by an address that is none, whatever it says it is', async () => {
    await come(SCRIPTS.map((address, at) => group(`https://g${at}.example/`, `Group ${at}`, address)));

    await visit.press('List');
    for (const at of SCRIPTS.keys()) {
      await visit.press(`Group ${at}`);
      await until(() =>
        assert.equal(visit.root.querySelector('.detail [role=heading]')?.textContent, `Group ${at}`),
      );
      isHarmless(`Group ${at}`);
      assert.isEmpty(visit.stage.findAll('.links a'));
    }
    await visit.press('1 of 1 site');
    await visit.reads('Details left out because they could not be used');
  });

  it('leads nowhere by an address that the page hands over unread, either', async () => {
    const documents = [
      {
        url: SCRIPTS[0],
        publisher: {id: SCRIPTS[0], name: MARKUP},
        readAt: 0,
        groups: SCRIPTS.map((address, at) => group(address, `Group ${at}`, address)),
      },
    ];
    await visit.see(documents, 'list');

    for (const at of SCRIPTS.keys()) {
      await visit.press(`Group ${at}`);
      await until(() =>
        assert.equal(visit.root.querySelector('.detail [role=heading]')?.textContent, `Group ${at}`),
      );
      isHarmless(`Group ${at}`);
      const [mail, ...more] = visit.stage.findAll<HTMLAnchorElement>('.links a');
      // To her alone: what stands behind the address is part of it.
      assert.equal(mail?.href, 'mailto:ana@evil.example%3Fbcc=all@evil.example');
      assert.isEmpty(more);
    }
  });

  it('lets no name turn round what is said beside it', async () => {
    const many = Array.from({length: 12}, (_, at) => group(`https://g${at}.example/`, TURNED, OTHER));
    await come(many, TURNED);
    const turned = (selector: string): readonly string[] =>
      visit.stage
        .findAll(selector)
        .filter((each) => each.textContent.length > 1 && !runsOn(each))
        .map(({textContent}) => textContent);

    await visit.press('Filters');
    await until(() => assert.isAbove(visit.stage.findAll('.more .chip .n').length, 2));
    assert.isEmpty(turned('.chip .n'), 'counts');
    await visit.press('List');
    await visit.isReady();
    await visit.press('The other');
    await visit.reads('Connected with');

    assert.lengthOf(visit.stage.findAll('.ties p > .muted'), 12);
    assert.isEmpty(turned('.ties p > .muted'), 'who says so');
    assert.isEmpty(turned('.list td:not(:nth-of-type(1), :nth-of-type(2))'), 'cells');
    assert.isEmpty(turned('.foot button'), 'foot');
    await visit.press('1 of 1 site');
    await visit.reads('Asked by this page');
    assert.isEmpty(turned('.sources p:not(.strong)'), 'sources');
  });

  it('saves tables that run nothing, and map data with every word as it was said', async () => {
    const formulas = ['=HYPERLINK("https://evil.example/")', '+1', '-1', '@SUM(A1)', '\t=1', '＝1', '1;=1'];
    await come(
      [MARKUP, TURNED, ...formulas].map((text, at) =>
        group(`https://g${at}.example/`, text, `https://g${at}.example/`),
      ),
      formulas[0],
    );

    await visit.press('List');
    await visit.press('Save as a file');
    const saved: Blob[] = [];
    URL.createObjectURL = (blob) => createObjectURL.call(URL, (saved.push(blob as Blob), blob));
    // A browser that really saves something takes the focus away from the page.
    HTMLAnchorElement.prototype.click = () => undefined;
    await visit.press('As a table');
    await visit.press('As map data');

    await until(() => assert.lengthOf(saved, 2));
    const [table, map] = await Promise.all(saved.map((blob) => blob.text()));
    const cells = [...table!.matchAll(/"((?:[^"]|"")*)"/g)].map(([, cell]) => cell!.replaceAll('""', '"'));
    assert.isAbove(cells.length, 14 * 9);
    for (const cell of cells) assert.notMatch(cell, /^['\s]*(?<!')[=+@＝]|^-(?!\d|119)|^[\t\r\n]|;=/, cell);
    const {features} = JSON.parse(map!) as {features: {properties: {name: string; source: string}}[]};
    assert.includeMembers(
      features.map(({properties}) => properties.name),
      [MARKUP, TURNED, ...formulas.filter((text) => !text.startsWith('\t'))],
    );
    assert.equal(features[0]!.properties.source, formulas[0]);
    isHarmless('saved');
  });
});
