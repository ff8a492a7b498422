import {assert} from 'chai';
import {html} from 'lit';

import {eventually} from '../testing/eventually.js';
import {gathering, inDays} from '../testing/parish.js';
import {Visit} from './visit.js';

describe('the language of <ctg-gathering-signup>', () => {
  let visit: Visit;

  beforeEach(() => {
    const walk = gathering({id: 'walk', name: 'Evening walk', start: inDays(9), end: inDays(9, '19:00')});
    visit = new Visit({gatherings: [gathering(), walk]});
  });

  afterEach(() => {
    document.documentElement.lang = 'en';
    document.documentElement.dir = '';
    return visit.end();
  });

  it('follows the page when it switches, whatever is open, and fetches a language only then', async () => {
    const fetched = (): number =>
      performance.getEntriesByType('resource').filter(({name}) => name.includes('/es.json')).length;
    const widget = await visit.arrive();
    assert.equal(widget.language, 'en ltr');
    assert.equal(fetched(), 0);

    document.documentElement.lang = 'es';
    await widget.says('lugares');
    assert.equal(widget.language, 'es ltr');
    assert.equal(fetched(), 1);

    await widget.openForm('Evening walk');
    assert.notInclude(widget.text, 'Who is coming?');
    document.documentElement.lang = 'en';
    await widget.says('Who is coming?');
  });

  it('switches with everything in it while somebody fills in the form, and keeps what was typed', async () => {
    document.documentElement.lang = 'ar';
    const widget = await visit.arrive();
    await widget.openForm('Evening walk');
    await widget.fill({اسمك: 'Ana Ruiz'});
    await widget.send();
    await widget.says('نحتاج إلى بريد إلكتروني أو رقم هاتف.');

    document.documentElement.lang = 'de';
    await widget.says('Bitte sehen Sie 1 Stelle noch einmal an');

    assert.equal(widget.language, 'de ltr');
    assert.deepEqual(widget.problems, ['Geben Sie eine E-Mail-Adresse oder eine Telefonnummer an.']);
    assert.equal(widget.value('Ihr Name'), 'Ana Ruiz');
    assert.notMatch(widget.text, /\p{Script=Arabic}/u);
  });

  it('has its edge on the right in Arabic, also for what a host wrote in English', async () => {
    const widget = await visit.arrive(
      html`<ctg-gathering-signup lang="ar" endpoint=${visit.parish.url}></ctg-gathering-signup>`,
    );
    await widget.says('التسجيل');

    const texts = visit.stage.findAll('[part=item] p, [part=item] [role=heading]');
    assert.isAbove(texts.length, 2);
    for (const text of texts) assert.equal(getComputedStyle(text).textAlign, 'right', text.textContent);
  });

  it('follows the nearest language around it', async () => {
    const widget = await visit.arrive(
      html`<div lang="es-MX">
        <ctg-gathering-signup endpoint=${visit.parish.url}></ctg-gathering-signup>
      </div>`,
    );

    await widget.says('lugares');
    assert.equal(widget.language, 'es-MX ltr');
  });

  it('speaks English under a language that it does not know, dates included', async () => {
    const widget = await visit.arrive(
      html`<ctg-gathering-signup lang="zh" endpoint=${visit.parish.url}></ctg-gathering-signup>`,
    );

    assert.equal(widget.language, 'en ltr');
    assert.include(widget.item('Evening walk'), '8 places left');
  });

  it('says the page’s own sentences by attribute, and ours for the rest', async () => {
    const widget = await visit.arrive(
      html`<ctg-gathering-signup
        text=${JSON.stringify({'button.open': 'Join us', 'places.left': {one: '{n} chair', other: '{n} chairs'}})}
        endpoint=${visit.parish.url}
      ></ctg-gathering-signup>`,
    );

    await widget.says('Join us');
    assert.include(widget.text, '8 chairs');
    await widget.openForm('Evening walk');
    assert.include(widget.text, 'Who is coming?');
  });

  it('says the page’s own sentences from a script around it, nearest first', async () => {
    const script = (words: object, lang = '') =>
      Object.assign(document.createElement('script'), {
        type: 'application/json',
        text: JSON.stringify(words),
        lang,
      });
    const far = script({'button.open': 'Far', 'places.left': 'Far {n}'});
    const near = script({'button.open': 'Near'});
    const other = script({'button.open': 'Andere'}, 'de');
    for (const each of [far, near, other]) each.dataset['ctg'] = 'text';

    const widget = await visit.arrive(
      html`${far}
        <div>${near}${other}<ctg-gathering-signup endpoint=${visit.parish.url}></ctg-gathering-signup></div>`,
    );

    await widget.says('Near');
    assert.include(widget.text, 'Far 8');
  });

  it('keeps its own sentences where the page’s are broken, and tells the developer', async () => {
    const widget = await visit.arrive(
      html`<ctg-gathering-signup
        text="{'button.open': Join}"
        endpoint=${visit.parish.url}
      ></ctg-gathering-signup>`,
    );

    await eventually(() => visit.console.length > 0);
    assert.include(widget.buttons, 'Sign up');
  });

  it('is written from right to left in a page’s own Arabic', async () => {
    const widget = await visit.arrive(
      html`<ctg-gathering-signup
        lang="ar"
        text=${JSON.stringify({'button.open': 'سجل'})}
        endpoint=${visit.parish.url}
      ></ctg-gathering-signup>`,
    );

    await widget.says('سجل');
    assert.equal(widget.language, 'ar rtl');
  });

  it('says the gathering’s time first, and the visitor’s where that is another', async () => {
    const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
    const far = zone === 'Pacific/Auckland' ? 'America/Los_Angeles' : 'Pacific/Auckland';
    const offset = far === 'Pacific/Auckland' ? '+13:00' : '-08:00';
    visit.parish.document = {
      ...visit.parish.document,
      gatherings: [
        gathering({
          start: `2027-01-14T18:00:00${offset}`,
          end: `2027-01-14T19:00:00${offset}`,
          timeZone: far,
        }),
      ],
    };

    const widget = await visit.arrive();

    assert.include(widget.text, '6:00 to 7:00 pm');
    assert.match(widget.text, /6:00 pm (in .+|at the gathering)\. That is .* where you are\./);
  });
});
