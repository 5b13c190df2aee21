import type { AnyLease, Step } from '@sekisho/contract';

export interface StepView {
  readonly step: Step;
  readonly phase: 'done' | 'current' | 'ahead';
}

type Ways = Readonly<Record<AnyLease['kind'], readonly Step[]>>;

const beginnings: Ways = {
  'ops-server': ['arming-switch', 'launching', 'booting', 'waiting-agent', 'ready'],
  'permission-set': ['arming-switch', 'assigning', 'ready'],
  'ci-role': ['writing-policies', 'ready'],
  membership: ['joining', 'ready'],
};
const endings: Ways = {
  'ops-server': ['terminating', 'done'],
  'permission-set': ['removing', 'done'],
  'ci-role': ['writing-policies', 'done'],
  membership: ['leaving', 'done'],
};
const detours: Partial<Record<Step, Step>> = { rebooting: 'waiting-agent', replacing: 'launching' };

/** The way a lease goes, as far as it concerns now: getting ready, or being taken back. */
export function stepsOf(lease: AnyLease): StepView[] {
  const way = goesBack(lease) ? endings[lease.kind] : beginning(lease);
  // A reboot or a replacement is told in the place of the step that it repeats.
  const path = way.map((step) => (detours[lease.step] === step ? lease.step : step));
  const at = path.indexOf(lease.step);
  const arrived = lease.step === 'ready' || lease.step === 'done';
  return path.map((step, index) => ({
    step,
    phase: index < at || (index === at && arrived) ? 'done' : index === at ? 'current' : 'ahead',
  }));
}

/** The policies of a role are written at both ends: its state tells which it is. */
function goesBack({ kind, state, step }: AnyLease): boolean {
  if (step === 'done' || state === 'revoking') return true;
  return kind !== 'ci-role' && endings[kind].includes(step);
}

function beginning(lease: AnyLease): Step[] {
  const asked: Step[] = lease.approval.count > 0 && !lease.breakGlass ? ['waiting-approval'] : [];
  const timed: Step[] =
    lease.startsAt === null && lease.step !== 'waiting-start' ? [] : ['waiting-start'];
  return [...asked, ...timed, ...beginnings[lease.kind]];
}
