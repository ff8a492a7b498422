import {auditIn} from './audit.js';

auditIn('ar');
