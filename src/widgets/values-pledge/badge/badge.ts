import {client} from '../../../context/page.js';
import {linkedSet} from '../../../endpoint/linked.js';
import type {Loaded} from '../../../endpoint/loaded.js';
import type {EndpointSet} from '../../../endpoint/resolve.js';
import type {ShownPledge} from '../../../protocol/pledge.js';
import type {LaterHost, LaterView} from '../later-host.js';
import type {PledgeScene} from '../pledge-host.js';
import {renderBadge} from './badge-view.js';

/** The badge of one organisation: asks the endpoint for what proves it. */
export class Badge implements LaterView {
  readonly #host: LaterHost;
  /** What the endpoint says of it; nothing where it does not confirm it. */
  #proof: ShownPledge | undefined;
  #run = 0;

  constructor(host: LaterHost) {
    this.#host = host;
  }

  async prepare(set: EndpointSet, {document, url}: Loaded): Promise<void> {
    const run = ++this.#run;
    const {pledge} = this.#host;
    const template = document.links?.find(({rel}) => rel === 'badge')?.href;
    const page = template && pledge ? linkedSet(set, template, {badge: pledge}, url) : undefined;
    // Read anew each time: what was taken back is not proven by what was read before.
    const answer = page && (await client.load(page, {fresh: true}));
    if (run !== this.#run) return;
    const found = answer?.ok ? answer.value.document.pledge?.recent : undefined;
    this.#proof = found?.find(({id}) => id === pledge);
  }

  render(scene: PledgeScene): unknown {
    return renderBadge(scene, this.#proof, location.host);
  }
}
