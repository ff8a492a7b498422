import {auditPledgesIn} from './pledges.js';

auditPledgesIn('fr');
