/** The file that a page pastes for its network: registers `<ctg-network-map>`, and `<ctg-site>` where there is one. */
import './widgets/network-map/index.js';
import {defineSiteWhenThere} from './widgets/site/when-there.js';

defineSiteWhenThere();
