const lowShare = 0.1;

/** Whether less than a tenth of a budget is left: enough to be careful, though nothing burns. */
export function isLow(remainingShare: number | null): boolean {
  return remainingShare !== null && remainingShare < lowShare;
}
