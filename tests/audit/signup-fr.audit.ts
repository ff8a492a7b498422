import {auditSignupsIn} from './signups.js';

auditSignupsIn('fr');
