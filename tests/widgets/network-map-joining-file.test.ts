import {assert} from 'chai';
import {html} from 'lit';

import {DocumentSchema} from '../../src/protocol/document.js';
import {parse} from '../../src/protocol/parse.js';
import {JoiningVisit} from './joining-visit.js';

describe('<ctg-network-map> making a file in place of sending', () => {
  let visit: JoiningVisit;

  beforeEach(async () => {
    visit = new JoiningVisit();
    await visit.open();
  });

  afterEach(() => visit.leave());

  /** The file that is shown, as another site would read it. */
  const file = (): unknown => JSON.parse(visit.root.querySelector('[part~=joining] pre')!.textContent);

  const make = async (): Promise<void> => {
    await visit.press('Make a file instead');
    await visit.reads('Your file ctg.json');
  };

  it('makes a whole document that keeps to the strict schema, with the place rounded and nothing private', async () => {
    await visit.fill({
      Name: '<img src=x onerror=alert(1)> & Söhne',
      Website: 'riverbeds.example',
      'What can you offer others?': 'A shed',
      Town: 'Reno',
      'Degrees north': '39.529678',
      'Degrees east': '-119.813456',
      'E-mail for everybody': 'hello@riverbeds.example',
      'Your own e-mail': 'ana@example.org',
    });
    await visit.tick('Local food');
    await make();

    const document = file() as {groups: Record<string, unknown>[]; links: unknown[]; publisher: object};
    const checked = parse(DocumentSchema, document);
    assert.isTrue(checked.ok, JSON.stringify(checked));
    const [{updated, ...group} = {}, ...more] = document.groups;
    assert.isString(updated);
    assert.lengthOf(more, 0);
    assert.deepEqual(group, {
      id: 'https://riverbeds.example/',
      name: '<img src=x onerror=alert(1)> & Söhne',
      kind: 'group',
      needs: ['local-food'],
      offers: ['A shed'],
      url: 'https://riverbeds.example/',
      place: {label: 'Reno', lat: 39.53, lon: -119.81, precision: 'town'},
      contact: {email: 'hello@riverbeds.example'},
    });
    assert.deepEqual(document.links, []);
    assert.notInclude(JSON.stringify(document), 'ana@example.org');
    assert.lengthOf(visit.circle.sent, 0);
  });

  it('names the sites of the map as neighbours where that is ticked', async () => {
    await visit.fill({Name: 'River Beds'});
    await make();
    await visit.tick('Name the sites of this map as our neighbours');

    const document = file() as {links: unknown[]};
    assert.deepEqual(document.links, [{rel: 'peer', href: visit.circle.url}]);
    assert.isTrue(parse(DocumentSchema, document).ok);
  });

  it('says for each site builder how, or that it can not, and that others must be allowed to read it', async () => {
    await visit.fill({Name: 'River Beds'});
    await make();

    const said: Record<string, string> = {};
    for (const {value} of visit.root.querySelectorAll<HTMLOptionElement>('#builder option')) {
      if (!value) continue;
      await visit.fill({'Where does your website live?': value});
      said[value] = visit.root.querySelector('[part~=steps]')!.textContent;
    }

    for (const [builder, text] of Object.entries(said)) {
      assert.include(text, 'A website must allow others to read the file.', builder);
      const isServer = builder === 'server' || builder === 'wordpress';
      assert.include(text, isServer ? 'Access-Control-Allow-Origin' : 'github.io', builder);
    }
    assert.include(said['wix'], 'Wix has no place for a file that other websites can read.');
    assert.include(said['wordpress'], 'media library of WordPress does not take this kind of file');
  });

  it('asks for a name first, and goes back to the form with all that was typed', async () => {
    await visit.press('Make a file instead');
    assert.deepEqual(visit.problems, ['Enter the name.']);
    await visit.fill({Name: 'River Beds', 'What do you do?': 'We dig.'});
    await make();

    await visit.press('Back to the form');
    assert.equal(visit.control('What do you do?').value, 'We dig.');
  });

  it('calls a group without a website the same in every file, since others name it so', async () => {
    const id = (): string => (file() as {groups: {id: string}[]}).groups[0]!.id;
    await visit.fill({Name: 'River Beds'});
    await make();
    const first = id();
    await visit.press('Back to the form');
    await visit.fill({'What do you do?': 'We dig.'});
    await make();

    assert.match(first, /^urn:uuid:/);
    assert.equal(id(), first);
  });

  it('takes for a website neither an e-mail address nor one with a password, nor what is too long', async () => {
    await visit.fill({Name: 'River Beds'});
    for (const typed of [
      'ana@riverbeds.example',
      'https://ana:secret@riverbeds.example',
      `riverbeds.example/${'é'.repeat(400)}`,
    ]) {
      await visit.fill({Website: typed});
      await visit.press('Make a file instead');

      assert.lengthOf(visit.problems, 1, typed);
    }
  });

  it('is all there is where nobody takes groups, and asks nobody to agree to anything', async () => {
    await visit.leave();
    visit = new JoiningVisit({links: []});
    await visit.open(html`<ctg-network-map view="list" endpoint=${visit.circle.url}></ctg-network-map>`);
    await visit.reads('This page takes no groups.');
    assert.notInclude(visit.text, 'I may speak for this group.');
    await visit.fill({Name: 'River Beds'});
    await visit.send();

    await visit.reads('Your file ctg.json');
    assert.isTrue(parse(DocumentSchema, file()).ok);
    assert.lengthOf(visit.circle.sent, 0);
  });
});
