import type { OpsLease, Step } from '@sekisho/contract';

export interface StepView {
  readonly step: Step;
  readonly phase: 'done' | 'current' | 'ahead';
}

const launch: readonly Step[] = ['arming-switch', 'launching', 'booting', 'waiting-agent', 'ready'];
const ending: readonly Step[] = ['terminating', 'done'];
const detours: Partial<Record<Step, Step>> = { rebooting: 'waiting-agent', replacing: 'launching' };

/** The way a lease goes, as far as it concerns now: getting ready, or being taken back. */
export function stepsOf(lease: OpsLease): StepView[] {
  const way = ending.includes(lease.step) ? ending : beginning(lease);
  // A reboot or a replacement is told in the place of the step that it repeats.
  const path = way.map((step) => (detours[lease.step] === step ? lease.step : step));
  const at = path.indexOf(lease.step);
  const arrived = lease.step === 'ready' || lease.step === 'done';
  return path.map((step, index) => ({
    step,
    phase: index < at || (index === at && arrived) ? 'done' : index === at ? 'current' : 'ahead',
  }));
}

function beginning(lease: OpsLease): Step[] {
  const asked: Step[] = lease.approval.count > 0 && !lease.breakGlass ? ['waiting-approval'] : [];
  const timed: Step[] =
    lease.startsAt === null && lease.step !== 'waiting-start' ? [] : ['waiting-start'];
  return [...asked, ...timed, ...launch];
}
