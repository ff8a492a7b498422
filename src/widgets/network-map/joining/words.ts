import type {MessageKey} from '../../../i18n/messages.js';

/** What private links to a group say. */
export const WORD = 'group';

/** What is said of a group where a signup is spoken of otherwise. */
export const WORDS: Readonly<Partial<Record<MessageKey, MessageKey>>> = {
  'saved.text': 'join.saved.text',
  'saved.truth': 'join.saved.truth',
  slowDown: 'join.slowDown',
  'unclear.text': 'join.unclear.text',
  'unclear.once': 'join.unclear.once',
  siteFault: 'join.siteFault',
  refused: 'join.refused',
  'refused.closed': 'join.refused.closed',
  'refused.gone': 'join.refused.closed',
  'refused.stopped': 'join.refused.stopped',
  'expired.late': 'join.expired',
  'outbox.delete.question': 'join.delete.question',
  'manage.loading': 'join.looking',
  'manage.heading': 'join.manage.heading',
  'manage.help': 'join.manage.help',
  'manage.gone': 'join.gone',
  'link.help': 'join.link.help',
  'forget.help': 'join.forget.help',
  'forget.done': 'join.forget.done',
  'error.name': 'join.error.name',
  'error.consent': 'join.error.may',
};
