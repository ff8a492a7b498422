import {auditSignupsIn} from './signups.js';

auditSignupsIn('pt');
