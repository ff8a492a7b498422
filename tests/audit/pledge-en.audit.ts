import {auditPledgesIn} from './pledges.js';

auditPledgesIn('en');
