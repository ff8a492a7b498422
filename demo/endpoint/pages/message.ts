import type {Problem} from '../../../src/protocol/problem.js';
import type {Site} from '../documents.js';
import {html} from './html.js';
import {note, type Page} from './layout.js';

/** A page that only says something: nothing is here, too much was sent, too often. */
export function messagePage(problem: Problem, site?: Site): Page {
  const title = problem.title ?? 'This did not work';
  return {
    title,
    site: site?.publisher.name ?? 'Gatherings',
    home: site ? `/${site.id}/g/` : '/',
    body: html`<h1>${title}</h1>
      ${note('bad', problem.detail)}`,
    status: (problem.status ?? 400) as 404,
  };
}
