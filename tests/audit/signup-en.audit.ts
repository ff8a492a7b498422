import {auditSignupsIn} from './signups.js';

auditSignupsIn('en');
