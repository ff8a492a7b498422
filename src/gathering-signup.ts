/** The file that a page pastes for gatherings: registers `<ctg-gathering-signup>`, and `<ctg-site>` where there is one. */
import './widgets/gathering-signup/index.js';
import {watch} from './ui/watch.js';

watch('ctg-site', () => void import('./widgets/site/index.js'));
