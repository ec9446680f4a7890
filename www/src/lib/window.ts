/** The rows of a long list that are worth drawing. */
export interface ListWindow {
  readonly first: number;
  /** One past the last. */
  readonly end: number;
}

/** Rows of one height that are in sight, with `extra` rows above and below so that scrolling shows no gaps. */
export function windowOf(
  rows: number,
  rowHeight: number,
  scrollTop: number,
  viewHeight: number,
  extra = 6,
): ListWindow {
  const first = Math.max(0, Math.min(rows, Math.floor(scrollTop / rowHeight)) - extra);
  const end = Math.min(rows, Math.ceil((scrollTop + viewHeight) / rowHeight) + extra);
  return { first, end: Math.max(first, end) };
}
