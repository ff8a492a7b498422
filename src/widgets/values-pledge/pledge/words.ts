import type {MessageKey} from '../../../i18n/messages.js';

/** What is said of a pledge where a signup is spoken of otherwise. */
export const WORDS: Readonly<Partial<Record<MessageKey, MessageKey>>> = {
  'saved.text': 'pledge.saved.text',
  'saved.truth': 'pledge.saved.truth',
  slowDown: 'pledge.slowDown',
  'unclear.text': 'pledge.unclear.text',
  'unclear.once': 'pledge.unclear.once',
  siteFault: 'pledge.siteFault',
  refused: 'pledge.refused',
  'refused.closed': 'pledge.refused.closed',
  'refused.gone': 'pledge.refused.closed',
  'refused.stopped': 'pledge.refused.stopped',
  'expired.late': 'pledge.expired',
  outbox: 'pledge.outbox',
  'outbox.delete.question': 'pledge.outbox.question',
  'manage.loading': 'pledge.manage.loading',
  'manage.heading': 'pledge.manage.heading',
  'manage.help': 'pledge.manage.help',
  'manage.help.none': 'pledge.manage.none',
  'manage.gone': 'pledge.gone',
  'link.help': 'pledge.link.help',
  'forget.help': 'pledge.forget.help',
  'forget.done': 'pledge.forget.done',
  'error.consent': 'error.speaks',
};
