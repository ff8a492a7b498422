import type {Problem} from '../../../src/protocol/problem.js';
import type {FieldProblem} from '../problems.js';
import {idOf} from './fields.js';
import {html, type Markup} from './html.js';
import {note} from './layout.js';
import {count} from './words.js';

/**
 * What is to be put right, each with a link to its field; or the one sentence why it could not be done.
 *
 * @param nothing says that nothing has happened yet
 */
export function problemNote(problem: Problem, errors: readonly FieldProblem[], nothing: string): Markup {
  if (errors.length === 0) {
    return note('wait', problem.detail ?? problem.title, html`<p>${nothing}</p>`, 'problem');
  }
  return note(
    'bad',
    `Please check ${count(errors.length, 'thing', 'things')}`,
    html`<ul>
        ${errors.map(({pointer, detail}) => html`<li><a href="#${idOf(pointer)}">${detail}</a></li>`)}
      </ul>
      <p>What you typed is still here.</p>`,
    'problem',
  );
}
