/** Finds the regular expressions that source files have in them, as literals. */

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SyntaxKind } from 'typescript/unstable/ast';
import { createScanner } from 'typescript/unstable/ast/scanner';

export interface FoundLiteral {
  /** The path of the file under the root, with the number of the line. */
  readonly place: string;
  readonly regex: RegExp;
}

/** What an expression may end with: a slash behind it divides. */
const ENDS_OPERAND = new Set([
  SyntaxKind.Identifier,
  SyntaxKind.PrivateIdentifier,
  SyntaxKind.NumericLiteral,
  SyntaxKind.BigIntLiteral,
  SyntaxKind.StringLiteral,
  SyntaxKind.RegularExpressionLiteral,
  SyntaxKind.NoSubstitutionTemplateLiteral,
  SyntaxKind.TemplateTail,
  SyntaxKind.CloseParenToken,
  SyntaxKind.CloseBracketToken,
  SyntaxKind.CloseBraceToken,
  SyntaxKind.ThisKeyword,
  SyntaxKind.NullKeyword,
]);

/** Those of all `.ts` files below the folders, in the order of their places. */
export async function regexLiteralsIn(
  root: string,
  folders: readonly string[],
): Promise<FoundLiteral[]> {
  const found: FoundLiteral[] = [];
  for (const folder of folders) {
    const names = await readdir(join(root, folder), { recursive: true });
    for (const name of names.filter((each) => each.endsWith('.ts')).sort()) {
      const path = join(folder, name);
      const source = await readFile(join(root, path), 'utf8');
      for (const { text, start } of literalsOf(source)) {
        const line = source.slice(0, start).split('\n').length;
        const end = text.lastIndexOf('/');
        found.push({
          place: `${path}:${line}`,
          regex: new RegExp(text.slice(1, end), text.slice(end + 1)),
        });
      }
    }
  }
  return found;
}

/** Exported for its own test: what it misses nobody tests. */
export function literalsOf(source: string): { readonly text: string; readonly start: number }[] {
  const literals: { text: string; start: number }[] = [];
  const scanner = createScanner(true);
  scanner.setText(source);
  /** For each template that is open, the braces that are open in its expression. */
  const templates: number[] = [];
  let before: SyntaxKind = SyntaxKind.Unknown;
  for (let kind = scanner.scan(); kind !== SyntaxKind.EndOfFile; kind = scanner.scan()) {
    const innermost = templates.length - 1;
    if (kind === SyntaxKind.SlashToken || kind === SyntaxKind.SlashEqualsToken) {
      if (!ENDS_OPERAND.has(before)) {
        kind = scanner.reScanSlashToken();
        literals.push({ text: scanner.getTokenText(), start: scanner.getTokenStart() });
      }
    } else if (kind === SyntaxKind.TemplateHead) templates.push(0);
    else if (kind === SyntaxKind.OpenBraceToken && innermost >= 0) templates[innermost]!++;
    else if (kind === SyntaxKind.CloseBraceToken && innermost >= 0) {
      if (templates[innermost]! > 0) templates[innermost]!--;
      else {
        kind = scanner.reScanTemplateToken(false);
        if (kind === SyntaxKind.TemplateTail) templates.pop();
      }
    }
    // The `!` of TypeScript behind an operand changes nothing.
    if (kind !== SyntaxKind.ExclamationToken || !ENDS_OPERAND.has(before)) before = kind;
  }
  return literals;
}
