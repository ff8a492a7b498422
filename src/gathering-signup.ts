/** The file that a page pastes for gatherings: registers `<ctg-gathering-signup>`, and `<ctg-site>` where there is one. */
import './widgets/gathering-signup/index.js';
import {defineSiteWhenThere} from './widgets/site/when-there.js';

defineSiteWhenThere();
