import {ContextRoot} from '@lit/context';

let root: ContextRoot | undefined;

/**
 * Remembers what widgets asked for before anyone could answer, and asks again later.
 *
 * Script tags run in whatever order a page pasted them, so a widget may be upgraded before the `<ctg-site>` around
 * it is. On `<html>` rather than `<body>`, because a script in the head runs before the body is there.
 */
export function attachContextRoot(): void {
  if (root) return;
  root = new ContextRoot();
  root.attach(document.documentElement);
}
