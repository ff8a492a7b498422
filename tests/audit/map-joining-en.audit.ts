import {auditJoiningIn} from './maps.js';

auditJoiningIn('en');
