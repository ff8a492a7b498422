import {assert} from 'chai';

interface Finding {
  id: string;
  help: string;
  nodes: Array<{target: unknown[]; any: Array<{message: string}>}>;
}

declare global {
  interface Window {
    axe: {run(root: Element, options: object): Promise<{violations: Finding[]}>};
  }
}

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** These judge a whole page, which is the host's and not ours; a fixture with one widget has none of it. */
const WHOLE_PAGE = [
  'region',
  'page-has-heading-one',
  'landmark-one-main',
  'landmark-unique',
  'landmark-no-duplicate-main',
  'bypass',
  'document-title',
  'html-has-lang',
  'meta-viewport',
  // A widget starts at the level that `heading-level` names; what comes before it is the page's.
  'heading-order',
];

/** Runs axe-core on what is rendered under `root` now, shadow roots included; another state needs another call. */
export async function assertAccessible(root: Element): Promise<void> {
  // axe-core ships as a script that sets `window.axe`, not as a module.
  await import('axe-core/axe.min.js');
  const {violations} = await window.axe.run(root, {
    runOnly: {type: 'tag', values: TAGS},
    rules: Object.fromEntries(WHOLE_PAGE.map((id) => [id, {enabled: false}])),
    resultTypes: ['violations'],
  });
  const sentences = violations.flatMap(({id, help, nodes}) =>
    nodes.map(({target, any}) => `${id}: ${any[0]?.message ?? help}; at ${target.flat(2).join(' ')}`),
  );
  if (sentences.length > 0) assert.fail(sentences.join('\n'));
}
