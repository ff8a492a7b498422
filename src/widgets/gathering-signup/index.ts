import {define} from '../../ui/define.js';
import {adoptTwins} from '../../ui/twin.js';
import {GatheringSignup} from './gathering-signup.js';

define('ctg-gathering-signup', GatheringSignup);
adoptTwins('gathering-signup');

export {GatheringSignup};
