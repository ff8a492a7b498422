/** From the five answers to what is pasted: pure, so that every host's form can be tried without a page. */
import {fetchableUrl} from '../../src/base/safe-url.js';
import {ACCENT, type Choices} from './choices.js';

/** One thing to paste, and where. */
export interface Piece {
  readonly where: string;
  readonly code: string;
}

/** Room that is kept for each look while the data are on their way, in em. */
const HEIGHTS: Readonly<Record<string, number>> = {
  list: 24,
  cards: 30,
  calendar: 40,
  single: 40,
  button: 3,
  form: 46,
  counter: 9,
  wall: 50,
  badge: 8,
};

/** The tag for what it is about, without its prefix: also the name of its file. */
export const tagOf = ({what}: Pick<Choices, 'what'>): string =>
  what === 'pledge' ? 'values-pledge' : 'gathering-signup';

/** Where the file of that tag is, given where the file of any of our tags is. */
export const filesFor = (choices: Choices): string =>
  choices.files.replace(/(^|\/)(?:values-pledge|gathering-signup)\.js$/, `$1${tagOf(choices)}.js`);

/** Stands for a website's address until it is typed. */
const SOMEWHERE = 'https://YOUR-SITE';

/** Where the data are read: `mock:open` until there is an address. */
export function endpointOf({source, address, site}: Choices): string {
  if (source === 'try') return 'mock:open';
  if (source === 'file') return fetchableUrl(address)?.href ?? `${siteOf(site)}/ctg.json`;
  return fetchableUrl(address)?.href ?? '';
}

/** The attributes of the widget, without `data-`, in the order in which they are written. */
export function attributesOf(choices: Choices): readonly (readonly [string, string])[] {
  const endpoint = endpointOf(choices) || 'mock:open';
  const answers: readonly (readonly [string, string])[] = [
    ['endpoint', endpoint],
    // Script hosts answer from another host, to which a widget is led only where the page says so.
    ['redirects', /^https:\/\/script\.google\.com\//.test(endpoint) ? 'follow' : ''],
    ...looks(choices),
    ['theme', choices.theme === 'auto' ? '' : choices.theme],
  ];
  return answers.filter(([, value]) => value !== '');
}

function looks({what, look, pledge}: Choices): readonly (readonly [string, string])[] {
  if (what === 'pledge')
    return [
      ['view', look === 'form' ? '' : look],
      ['pledge', look === 'badge' ? pledge.trim() : ''],
    ];
  return [
    ['layout', ['list', 'button'].includes(look) ? '' : look],
    ['mode', look === 'button' ? 'button' : ''],
  ];
}

/** What stands in `style`: room for the list, and the accent where it is not the usual one. */
export function styleOf({look, accent}: Choices): string {
  const height = `min-height:${HEIGHTS[look] ?? 24}em`;
  return accent.toLowerCase() === ACCENT ? height : `--ctg-color-accent:${accent};${height}`;
}

/** What to paste, and where, for the host that was chosen. */
export function piecesFor(choices: Choices): readonly Piece[] {
  const [div, script] = [divOf(choices), scriptOf(choices)];
  switch (choices.host) {
    case 'wordpress':
      return [
        {
          where:
            'In the page or post: add a block “Custom HTML” and paste this. WordPress leaves it standing for authors too.',
          code: div,
        },
        {
          where:
            'Once for the whole site, by whoever looks after it: into the theme’s footer, or with a plugin for header and footer scripts.',
          code: script,
        },
      ];
    case 'squarespace':
      return [
        {
          where:
            'Add a block “Code”, kind HTML, and paste this. Squarespace runs no scripts while you edit: look at the page itself.',
          code: `${div}\n${script}`,
        },
      ];
    case 'wix':
      return [
        {
          where:
            'Add “Embed code”, “Embed HTML”, and paste this. Wix shows it in a frame: draw the frame as high as what it shows, 600 pixels or more.',
          code: `${div}\n${script}`,
        },
      ];
    case 'joomla':
      return [
        {
          where:
            'In the article: switch the editor off (“Toggle editor”) and paste this. The text filter of your group must leave “data-” attributes on “div”.',
          code: div,
        },
        {
          where: 'Once for the whole site: into your template, or a module “Custom” on all pages.',
          code: script,
        },
      ];
    case 'drupal':
      return [
        {
          where: 'In the article: choose the text format “Full HTML”, press “Source”, and paste this.',
          code: div,
        },
        {
          where: 'Once for the whole site: into your theme’s html.html.twig, or a block in “Full HTML”.',
          code: script,
        },
      ];
    default:
      return [{where: 'Paste this into your page, where it should be seen.', code: `${div}\n${script}`}];
  }
}

function divOf(choices: Choices): string {
  const attributes = attributesOf(choices).map(([name, value]) => `data-${name}="${escaped(value)}"`);
  const lang = choices.lang === '' ? '' : ` lang="${escaped(choices.lang)}"`;
  const words = choices.what === 'pledge' ? 'See the pledge' : 'See our gatherings';
  const link = `<a href="${escaped(siteOf(choices.site))}/">${words}</a>`;
  return `<div data-ctg="${tagOf(choices)}" ${attributes.join(' ')}${lang} style="${escaped(styleOf(choices))}">\n  ${link}\n</div>`;
}

function scriptOf(choices: Choices): string {
  const address = fetchableUrl(filesFor(choices))?.href ?? `${siteOf(choices.site)}/w/${tagOf(choices)}.js`;
  return `<script type="module" src="${escaped(address)}"></script>`;
}

function siteOf(site: string): string {
  return (fetchableUrl(site)?.href ?? SOMEWHERE).replace(/\/+$/, '');
}

const ESCAPES: Readonly<Record<string, string>> = {'&': '&amp;', '"': '&quot;', '<': '&lt;', '>': '&gt;'};

/** `>` too: WordPress ends an attribute at one that stands as itself. */
function escaped(text: string): string {
  return text.replace(/[&"<>]/g, (letter) => ESCAPES[letter] ?? letter);
}
