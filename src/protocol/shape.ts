/** The words in which the reader's tables are written. */

/**
 * How one value is read: the longest length of a text (`'200'`), the name of a rule (`'moment'`), the words of a
 * list (`'=full closed'`), a list with its longest length, or a shape.
 */
export type Node = string | readonly [Node, number] | Shape;
/** How an object is read: by key, a needed one with `!` in front; `*` stands for any key. */
export interface Shape {
  readonly [key: string]: Node;
}
