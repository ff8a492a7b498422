import {auditMapsIn} from './maps.js';

auditMapsIn('en');
