import {auditMapsIn} from './maps.js';

auditMapsIn('pt');
