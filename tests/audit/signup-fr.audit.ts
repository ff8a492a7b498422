import {auditIn} from './audit.js';

auditIn('fr');
