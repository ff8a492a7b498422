/**
 * JSON as an attribute, as a person would write it: in single quotes, so that those of JSON may stand. `>` does not
 * stand as itself, because WordPress would end the attribute there.
 *
 * @param indent spaces for each level, in lines of their own
 */
export function attribute(name: string, value: unknown, indent = 0): string {
  const marks: Record<string, string> = {'&': '&amp;', "'": '&#39;', '<': '&lt;', '>': '&gt;'};
  return `${name}='${JSON.stringify(value, null, indent).replace(/[&'<>]/g, (mark) => marks[mark] ?? mark)}'`;
}
