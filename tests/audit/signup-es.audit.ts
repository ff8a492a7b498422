import {auditIn} from './audit.js';

auditIn('es');
