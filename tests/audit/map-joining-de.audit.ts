import {auditJoiningIn} from './maps.js';

auditJoiningIn('de');
