import {auditSignupsIn} from './signups.js';

auditSignupsIn('ar');
