import {auditPledgesIn} from './pledges.js';

auditPledgesIn('es');
