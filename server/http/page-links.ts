/** Links from page to page of a list. */

export interface PageLinks {
  readonly pages: readonly PageLink[];
  readonly previous: string | null;
  readonly next: string | null;
}

export interface PageLink {
  readonly page: number;
  readonly url: string;
  readonly current: boolean;
  /** Pages are left out before this one. */
  readonly gap: boolean;
  /** Where there is little room an ellipsis stands for it: every gap is beside such a page. */
  readonly isDispensable: boolean;
}

/** The first, the last and the pages around the current one; none where there is but one. */
export function pageLinks(
  current: number,
  total: number,
  url: (page: number) => string,
): PageLinks {
  if (total < 2) return { pages: [], previous: null, next: null };
  const wanted = [
    ...new Set([1, current - 2, current - 1, current, current + 1, current + 2, total]),
  ]
    .filter((page) => page >= 1 && page <= total)
    .sort((a, b) => a - b);
  return {
    pages: wanted.map((page, i) => ({
      page,
      url: url(page),
      current: page === current,
      gap: i > 0 && page - wanted[i - 1]! > 1,
      isDispensable: Math.abs(page - current) === 2 && page > 1 && page < total,
    })),
    previous: current > 1 ? url(current - 1) : null,
    next: current < total ? url(current + 1) : null,
  };
}
