import { titleOf } from '@sekisho/cards';
import type { AnyLease, OpsLease } from '@sekisho/contract';

const columns = [
  'id',
  'kind',
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
  'breakGlass',
] as const satisfies readonly (keyof AnyLease)[];

/** Of servers alone; empty for other kinds. */
const serverColumns = [
  'instanceId',
  'instanceType',
  'costPerHour',
  'costSoFar',
] as const satisfies readonly (keyof OpsLease)[];

/** Leases as CSV (RFC 4180), with what was lent by name and the approvers as the last columns. */
export function leasesCsv(leases: readonly AnyLease[]): string {
  const rows = leases.map((lease) => [
    ...columns.map((column) => lease[column]),
    ...serverColumns.map((column) => (lease.kind === 'ops-server' ? lease[column] : null)),
    titleOf(lease),
    lease.approvals.map(({ approver }) => approver).join(' '),
  ]);
  return [[...columns, ...serverColumns, 'lent', 'approvers'], ...rows]
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
