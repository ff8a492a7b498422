import {targetOf} from '../../../endpoint/target.js';
import {tokenIn} from '../../../ui/managing/private-link.js';
import {writerOf} from '../../../ui/sending/writer.js';
import type {PledgeFlow, PledgeHost} from '../pledge-host.js';
import {Pledging} from './pledging.js';

/**
 * Opens the form, or shows what this device has of an earlier pledge, or what a private link names. Rejects when what
 * that needs can't be had.
 */
export async function openPledge(host: PledgeHost): Promise<PledgeFlow> {
  const {set, loaded, place} = host;
  const writer = await writerOf(set, set && targetOf(loaded, set, 'pledges'), 'pledges');
  const isNamed = tokenIn(location.hash, 'pledge', place) !== undefined;
  const phase = isNamed ? await (await import('../manage/index.js')).findPledge(host) : undefined;
  return new Pledging(host, writer, phase);
}
