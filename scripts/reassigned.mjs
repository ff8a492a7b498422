// Which module-level bindings does a function assign to? Such a binding changes after the module has run, so a
// copy of its value, taken once, would go stale.

/** @typedef {{type: string, [key: string]: any}} Node an ESTree node */

const isNode = (value) => typeof value === 'object' && value !== null && typeof value.type === 'string';
const isFunction = (node) => /^(?:Function|ArrowFunction)/.test(node.type);

function* childrenOf(node) {
  for (const value of Object.values(node)) {
    if (Array.isArray(value)) yield* value.filter(isNode);
    else if (isNode(value)) yield value;
  }
}

/** The names that a pattern binds or assigns: `{a, b: [c = 1], ...d}` gives a, c and d. */
function* namesIn(pattern) {
  if (!pattern) return;
  if (pattern.type === 'Identifier') yield pattern.name;
  else if (pattern.type === 'AssignmentPattern') yield* namesIn(pattern.left);
  else if (pattern.type === 'RestElement') yield* namesIn(pattern.argument);
  else if (pattern.type === 'ArrayPattern') for (const element of pattern.elements) yield* namesIn(element);
  else if (pattern.type === 'ObjectPattern')
    for (const property of pattern.properties)
      yield* namesIn(property.type === 'Property' ? property.value : property);
}

/** Names declared by `var` anywhere in a function's own body. */
function* hoisted(node) {
  if (node.type === 'VariableDeclaration' && node.kind === 'var')
    for (const {id} of node.declarations) yield* namesIn(id);
  for (const child of childrenOf(node)) if (!isFunction(child)) yield* hoisted(child);
}

/** Names declared by the statements of one block. */
function* declared(statements) {
  for (const statement of statements) {
    if (statement.type === 'VariableDeclaration')
      for (const {id} of statement.declarations) yield* namesIn(id);
    else if (/^(?:Function|Class)Declaration$/.test(statement.type)) yield* namesIn(statement.id);
  }
}

function scopeOf(node) {
  if (isFunction(node)) {
    const names = [...(node.id ? namesIn(node.id) : []), 'arguments', ...hoisted(node.body)];
    for (const parameter of node.params) names.push(...namesIn(parameter));
    return new Set(names);
  }
  if (node.type === 'BlockStatement' || node.type === 'StaticBlock') return new Set(declared(node.body));
  if (node.type === 'SwitchStatement')
    return new Set(node.cases.flatMap(({consequent}) => [...declared(consequent)]));
  if (node.type === 'CatchClause') return new Set(namesIn(node.param));
  if (/^For/.test(node.type)) {
    const head = node.type === 'ForStatement' ? node.init : node.left;
    return new Set(head?.type === 'VariableDeclaration' ? declared([head]) : []);
  }
  if (/^Class/.test(node.type)) return new Set(node.id ? namesIn(node.id) : []);
  return undefined;
}

function assignedBy(node) {
  if (node.type === 'AssignmentExpression') return [...namesIn(node.left)];
  if (node.type === 'UpdateExpression') return [...namesIn(node.argument)];
  if (/^For(?:In|Of)Statement$/.test(node.type) && node.left.type !== 'VariableDeclaration')
    return [...namesIn(node.left)];
  return [];
}

/**
 * The module-level bindings of `program` that some function assigns to. Assignments at the top level do not
 * count: they are over when the module has run.
 * @param {Node} program
 * @returns {Set<string>}
 */
export function reassignedInFunctions(program) {
  const found = new Set();
  const visit = (node, scopes, inside) => {
    if (inside)
      for (const name of assignedBy(node)) if (!scopes.some((scope) => scope.has(name))) found.add(name);
    const scope = node.type === 'Program' ? undefined : scopeOf(node);
    // A class body runs its fields later, as often as the class is constructed.
    const deeper = inside || isFunction(node) || node.type === 'PropertyDefinition';
    for (const child of childrenOf(node)) visit(child, scope ? [...scopes, scope] : scopes, deeper);
  };
  visit(program, [], false);
  return found;
}
