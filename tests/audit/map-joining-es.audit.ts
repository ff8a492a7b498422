import {auditJoiningIn} from './maps.js';

auditJoiningIn('es');
