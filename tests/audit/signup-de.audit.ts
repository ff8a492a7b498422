import {auditSignupsIn} from './signups.js';

auditSignupsIn('de');
