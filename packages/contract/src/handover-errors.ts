/** Failures of handing a lease over, and their classes. */
export const handoverErrorClasses = {
  'handover-not-allowed': 'refused',
  'handover-to-approver': 'refused',
  'handover-outside-hours': 'refused',
  'handover-over-quota': 'refused',
} as const;

/** Facts that the sentences of those failures need. */
export interface HandoverErrorFacts {
  'handover-not-allowed': { to: string; environment: string };
  'handover-to-approver': { to: string };
  'handover-outside-hours': { to: string; environment: string; hours: string };
  'handover-over-quota': { to: string; environment: string; quota: number };
}
