/** Leases of the benchmark are copies of one real lease; the copies bear numbers from 1. */
export function leaseId(number: number): string {
  return `ops-bench${String(number).padStart(7, '0')}`;
}

/** The instance of a copied lease. */
export function instanceId(number: number): string {
  return `i-0${number.toString(16).padStart(16, '0')}`;
}

/** The number of a copied instance; NaN for the real one's. */
export function numberOfInstance(id: string): number {
  return id.startsWith('i-00000') ? Number.parseInt(id.slice(2), 16) : Number.NaN;
}
