import {targetOf} from '../../../endpoint/target.js';
import {writerOf} from '../../../ui/sending/writer.js';
import type {PledgeFlow, PledgeHost} from '../pledge-host.js';
import {Pledging} from './pledging.js';

/** Opens the form, or shows what this device has of an earlier pledge. Rejects when what writes it can't be had. */
export async function openPledge(host: PledgeHost): Promise<PledgeFlow> {
  const {set, loaded} = host;
  const writer = await writerOf(set, set && targetOf(loaded, set, 'pledges'), 'pledges');
  return new Pledging(host, writer);
}
