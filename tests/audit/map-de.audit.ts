import {auditMapsIn} from './maps.js';

auditMapsIn('de');
