/** The public door for developers who extend: importing it registers the elements. */
export {GatheringSignup} from './widgets/gathering-signup/index.js';
export {
  BeforeSubmitEvent,
  SignupCancelEvent,
  SignupChangeEvent,
  SignupEvent,
  type AddedFields,
} from './widgets/gathering-signup/gathering-signup.events.js';
export type {Occasion} from './widgets/gathering-signup/occasion.js';
export {ValuesPledge} from './widgets/values-pledge/index.js';
export {
  BeforePledgeEvent,
  PledgeChangeEvent,
  PledgeEvent,
  PledgeWithdrawEvent,
} from './widgets/values-pledge/values-pledge.events.js';
export type {PledgeScene} from './widgets/values-pledge/pledge-host.js';
export {NetworkMap} from './widgets/network-map/index.js';
export {
  BeforeJoinEvent,
  GroupChangeEvent,
  GroupJoinEvent,
  GroupSelectEvent,
  GroupWithdrawEvent,
} from './widgets/network-map/network-map.events.js';
export type {FlowerPicture} from './ui/flower/flower-view.js';
export {addLocale} from './i18n/locales.js';
export type {AllMessages, Message, MessageKey, Messages} from './i18n/messages.js';
export {Site} from './widgets/site/index.js';
export {CtgErrorEvent, LoadEvent} from './ui/events.js';
export {OutboxEvent} from './ui/outbox-event.js';
export {ShareEvent} from './ui/share-event.js';
