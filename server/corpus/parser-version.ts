/** Tells whether stored articles were made by the code that reads files now. */

/** Raise with every change that can make another article of the same file; such indexes are rebuilt. */
export const PARSER_VERSION = 3;
