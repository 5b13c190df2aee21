import type { OpsLease } from '@sekisho/contract';

const columns = [
  'id',
  'state',
  'environment',
  'holder',
  'requester',
  'reason',
  'ticket',
  'requestedAt',
  'readyAt',
  'deadline',
  'endedAt',
  'ending',
  'instanceId',
  'instanceType',
  'costPerHour',
  'costSoFar',
  'breakGlass',
] as const satisfies readonly (keyof OpsLease)[];

/** Leases as CSV (RFC 4180), with approvers as the last column. */
export function leasesCsv(leases: readonly OpsLease[]): string {
  const rows = leases.map((lease) => [
    ...columns.map((column) => lease[column]),
    lease.approvals.map(({ approver }) => approver).join(' '),
  ]);
  return [[...columns, 'approvers'], ...rows]
    .map((row) => row.map(cell).join(','))
    .map((line) => `${line}\r\n`)
    .join('');
}

function cell(value: string | number | boolean | null): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  // A spreadsheet would run text that begins like a formula; a Japanese one, full-width signs too.
  const safe = /^[\s\u00a0\u3000]*[=+\-@＝＋－＠\t\r\n]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
