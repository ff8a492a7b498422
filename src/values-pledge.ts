/** The file that a page pastes for pledges: registers `<ctg-values-pledge>`, and `<ctg-site>` where there is one. */
import './widgets/values-pledge/index.js';
import {defineSiteWhenThere} from './widgets/site/when-there.js';

defineSiteWhenThere();
