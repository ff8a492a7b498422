import {auditMapsIn} from './maps.js';

auditMapsIn('fr');
