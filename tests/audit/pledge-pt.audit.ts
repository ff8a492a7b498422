import {auditPledgesIn} from './pledges.js';

auditPledgesIn('pt');
