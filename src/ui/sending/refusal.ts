/** What an endpoint's refusal means for a visitor. */
import type {Localizer} from '../../i18n/localizer.js';
import type {Problem} from '../../protocol/problem.js';

/** The first two steps of a JSON pointer into what was sent. */
export function stepsOf(pointer: string): readonly [top: string, below: string] {
  const [, top = '', below = ''] = pointer
    .split('/')
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  return [top, below];
}

/** The sentence for a refusal that no field can mend. */
export function refusalText(
  {code, status, title}: Problem,
  l: Localizer,
  publisher: string | undefined,
): string {
  if (code === 'full' || code === 'partial') return l.t('fullNow');
  if (code === 'stopped') return title || l.t('refused.stopped');
  if (code === 'closed') return l.t('refused.closed');
  if (status === 404 || status === 410) return l.t('refused.gone');
  return l.t('refused', {publisher});
}
