import {auditJoiningIn} from './maps.js';

auditJoiningIn('fr');
