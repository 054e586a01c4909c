/** Says of the parameters of a page what a reader should know; those it does not use go unmentioned. */

import type { ParameterProblem } from './api/parameters/read.ts';
import type { Catalogue } from './text/catalogue.ts';

/**
 * @param used the parameters that the page uses
 * @param pages the page that was asked for, the one that is shown, and how many there are
 */
export function describeProblems(
  problems: readonly ParameterProblem[],
  used: readonly string[],
  pages: { readonly wanted: number; readonly shown: number; readonly total: number },
  text: Catalogue,
): string[] {
  const { wanted, shown, total } = pages;
  const notices = problems
    .filter(({ parameter }) => used.includes(parameter))
    .map(({ parameter, message }) =>
      parameter === 'page' ? message + text.parameter.pageUsed(shown) : message,
    );
  const saysPage = problems.some(({ parameter }) => parameter === 'page');
  const isBeyondLast = total > 0 && wanted > shown && !saysPage;
  return isBeyondLast ? [...notices, text.parameter.lastPage(shown)] : notices;
}
