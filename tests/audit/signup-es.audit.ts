import {auditSignupsIn} from './signups.js';

auditSignupsIn('es');
