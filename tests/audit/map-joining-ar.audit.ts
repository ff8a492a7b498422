import {auditJoiningIn} from './maps.js';

auditJoiningIn('ar');
