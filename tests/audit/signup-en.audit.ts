import {auditIn} from './audit.js';

auditIn('en');
