import {auditMapsIn} from './maps.js';

auditMapsIn('ar');
