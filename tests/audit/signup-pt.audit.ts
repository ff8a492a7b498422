import {auditIn} from './audit.js';

auditIn('pt');
