import {assert} from 'chai';

import '../../src/widgets/gathering-signup/index.js';
import {eventually} from '../testing/eventually.js';

describe('A page in another language', () => {
  it('never shows a word of English first, so that nothing jumps', async () => {
    const seen: string[] = [];
    const element = document.createElement('ctg-gathering-signup');
    element.lang = 'es';
    element.endpoint = 'mock:open';
    element.innerHTML = '<a href="/encuentros">Ver los encuentros</a>';
    document.body.append(element);
    await element.updateComplete;
    const observer = new MutationObserver(() => seen.push(element.shadowRoot!.textContent ?? ''));
    observer.observe(element.shadowRoot!, {childList: true, subtree: true, characterData: true});

    await eventually(() => element.shadowRoot!.textContent?.includes('Apuntarme'));

    assert.isNotEmpty(seen);
    assert.isEmpty(seen.filter((text) => text.includes('Sign up') || text.includes('places left')));
    observer.disconnect();
    element.remove();
  });
});
