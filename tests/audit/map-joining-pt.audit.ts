import {auditJoiningIn} from './maps.js';

auditJoiningIn('pt');
