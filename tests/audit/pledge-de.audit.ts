import {auditPledgesIn} from './pledges.js';

auditPledgesIn('de');
