import {auditPledgesIn} from './pledges.js';

auditPledgesIn('ar');
