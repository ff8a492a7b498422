/**
 * Registers `ctor` as `tag` unless the page already has that tag.
 *
 * Two copies of the library on one page is normal (two teams, two script tags); the first wins and the second says
 * so instead of throwing and breaking the page around it.
 */
export function define(tag: string, ctor: CustomElementConstructor): void {
  const existing = customElements.get(tag);
  if (existing === undefined) customElements.define(tag, ctor);
  else if (existing !== ctor) console.info(`<${tag}> is here already; the first copy stays.`);
}
