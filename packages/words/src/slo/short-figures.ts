/* Figures of SLOs in lists: the same at the command line and in chat, so that nobody compares two roundings. */

/** A share as percent with as many digits as say something: `61%`, `-12%`, `0.1%`. */
export function shareText(share: number | null): string {
  if (share === null) return '–';
  const percent = share * 100;
  const size = Math.abs(percent);
  if (size === 0 || size >= 10) return `${Math.round(percent)}%`;
  return `${Number(percent.toPrecision(2))}%`;
}

/** A target or an SLI, whose nines count: cut, not rounded up to a hundred. */
export function ninesText(share: number | null): string {
  return share === null ? '–' : `${Math.floor(Number((share * 100).toFixed(9)) * 1000) / 1000}%`;
}

/** `25×`: so many times as fast as the budget lasts. */
export function timesText(burn: number | null): string {
  if (burn === null) return '–';
  return `${burn >= 10 ? Math.round(burn) : Number(burn.toPrecision(2))}×`;
}

/** A count; parts of an event (assumed ones) are rounded. */
export function countText(count: number): string {
  return Math.round(count).toLocaleString('en-US');
}
