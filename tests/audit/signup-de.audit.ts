import {auditIn} from './audit.js';

auditIn('de');
