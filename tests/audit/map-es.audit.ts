import {auditMapsIn} from './maps.js';

auditMapsIn('es');
