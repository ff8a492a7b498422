import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {lettersTo, Sheet} from './desk.js';
import {PostOffice} from './post-office.js';
import {planned, Rig, signup, siteOf} from './rig.js';

let rig: Rig;
let office: PostOffice;
before(async () => {
  office = await PostOffice.open();
  rig = await Rig.start(
    siteOf(
      planned('soup', {capacity: 3}, {waitlist: true}),
      planned('twice'),
      planned('again'),
      planned('grows'),
      planned('phones', {}, {contact: 'phone'}),
      planned('hostile'),
      planned('empty'),
    ),
    {smtpUrl: office.url},
  );
});
after(async () => {
  await rig.close();
  await office.close();
});

const write = (id: string) => Sheet.open(rig, `/g/${id}/message`);
const to = (address: string, subject = /^Bring a spoon$/, count = 1) =>
  lettersTo(office, address, subject, count);
const words = {subject: 'Bring a spoon', text: 'Dear all,\n\nbring a spoon.'};
const without = ({email: _email, ...rest}: ReturnType<typeof signup>) => rest;

describe('writing to everyone', () => {
  it('shows what goes to how many, sends one letter to each, and says whom to call', async () => {
    const {body: ana} = await rig.signUp(signup('soup', {email: 'ana@soup.example'}));
    const {body: ben} = await rig.signUp(signup('soup', {email: 'ben@soup.example'}));
    await rig.signUp(without(signup('soup', {name: 'Clara', phone: '775 555 0111'})));
    await rig.signUp(signup('soup', {email: 'waits@soup.example', waitlist: true}));

    const form = await write('soup');
    const seen = await form.press('look', {...words, to: 'coming'});
    const sent = await seen.press('send');

    assert.match(form.text, /All who come: 3 sign-ups The waiting list: 1 sign-up Both: 4 sign-ups/);
    assert.match(seen.text, /Send 2 letters\?.*Bring a spoon Dear all, bring a spoon\./);
    assert.match(seen.text, /One has no e-mail address. Call them. Clara 775 555 0111/);
    assert.equal(seen.button('send'), 'Send 2 letters');
    assert.match(sent.text, /2 letters are on the way.*Clara 775 555 0111/);
    const [[toAna], [toBen]] = [await to('ana@soup.example'), await to('ben@soup.example')];
    assert.equal(toAna?.subject, 'Bring a spoon');
    assert.match(toAna?.text ?? '', /Dear all,\n\nbring a spoon\.\n/);
    assert.ok(toAna?.text?.includes(ana.manage!) && !toAna.text.includes(ben.token!));
    assert.ok(
      !JSON.stringify([toAna?.headerLines, toAna?.text]).includes('ben@'),
      'nobody sees another’s address',
    );
    assert.ok(toBen?.text?.includes(ben.manage!));
  });

  it('reaches the waiting list, alone or with the others', async () => {
    const seen = await (await write('soup')).press('look', {...words, to: 'both'});
    const waiting = await (await write('soup')).press('look', {...words, to: 'waiting'});

    await waiting.press('send');

    assert.deepEqual([seen.button('send'), waiting.button('send')], ['Send 3 letters', 'Send 1 letter']);
    assert.equal((await to('waits@soup.example')).length, 1);
  });

  it('sends once, however often the button is pressed or the page is loaded again', async () => {
    await rig.signUp(signup('twice', {email: 'one@twice.example'}));
    const seen = await (await write('twice')).press('look', {...words, to: 'coming'});

    const [one, two] = await Promise.all([seen.press('send'), seen.press('send')]);
    await Promise.all([seen.press('send'), fetch(one.url), fetch(one.url)]);
    // A second message to the same guest is the sign that no letter of the first is still to come.
    const other = await (await write('twice')).press('look', {...words, subject: 'Another', to: 'coming'});
    await other.press('send');

    assert.equal(two.url, one.url);
    const letters = await to('one@twice.example', /spoon|Another/, 2);
    assert.deepEqual(
      letters.map(({subject}) => subject),
      ['Bring a spoon', 'Another'],
    );
  });

  it('takes other words for another message, also on a page that was gone back to', async () => {
    await rig.signUp(signup('again', {email: 'one@again.example'}));
    const seen = await (await write('again')).press('look', {...words, to: 'coming'});
    await seen.press('send');

    const back = await seen.press('change');
    const other = await back.press('look', {text: 'Bring a fork.'});
    await other.press('send');

    const letters = await to('one@again.example', /spoon/, 2);
    assert.deepEqual(
      letters.map(({text}) => /bring a \w+/i.exec(text ?? '')?.[0]),
      ['bring a spoon', 'Bring a fork'],
    );
  });

  it('asks once more when somebody came in since it was looked at', async () => {
    await rig.signUp(signup('grows', {email: 'first@grows.example'}));
    const seen = await (await write('grows')).press('look', {...words, to: 'coming'});
    await rig.signUp(signup('grows', {email: 'second@grows.example'}));

    const asked = await seen.press('send');
    const sent = await asked.press('send');

    assert.deepEqual([asked.status, asked.button('send')], [409, 'Send 2 letters']);
    assert.match(asked.text, /The list has changed Nothing was sent/);
    assert.match(sent.text, /2 letters are on the way/);
  });

  it('says whom to call where nobody has an e-mail address, and has nothing to send', async () => {
    await rig.signUp(without(signup('phones', {name: 'Dev', phone: '775 555 0112'})));

    const seen = await (await write('phones')).press('look', {...words, to: 'coming'});

    assert.match(seen.text, /Nobody here has an e-mail address.*Dev 775 555 0112/);
    assert.equal(seen.button('send'), '');
  });

  it('says what is missing, and keeps what was typed', async () => {
    const form = await (await write('soup')).press('look', {to: 'waiting', subject: 'Half', text: ' '});

    assert.deepEqual([form.status, form.errors], [422, ['Write your message.']]);
    assert.match(form.body, /value="Half"/);
    assert.match(form.body, /value="waiting"\s+checked/);
  });

  it('keeps markup, and what would like to be a second header, as text', async () => {
    await rig.signUp(signup('hostile', {email: 'safe@hostile.example', name: '<script>alert(1)</script>'}));
    const subject = 'Hello\r\nBcc: all@evil.example';

    const seen = await (
      await write('hostile')
    ).press('look', {subject, text: '<img src=x onerror=1>', to: 'coming'});
    await seen.press('send');

    const [letter] = await to('safe@hostile.example', /^Hello/);
    assert.equal(letter?.subject, 'Hello Bcc: all@evil.example');
    assert.equal(letter?.bcc, undefined);
    assert.match(letter?.text ?? '', /<img src=x onerror=1>/);
    assert.ok(!/<script|<img/.test(seen.body));
  });

  it('is not offered where there is nobody to write to', async () => {
    const page = await Sheet.open(rig, '/g/empty');

    assert.ok(!page.text.includes('Write to everyone'));
  });
});
