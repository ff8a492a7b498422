/** The file that a page pastes for gatherings: registers `<ctg-gathering-signup>`, and `<ctg-site>` where there is one. */
import './widgets/gathering-signup/index.js';
import {watch} from './ui/watch.js';

const fetchSite = (): Promise<unknown> =>
  import('./widgets/site/index.js').catch(() => addEventListener('online', fetchSite, {once: true}));

watch('ctg-site', fetchSite);
