export {
  type Conditions,
  leaseTag,
  policyPrefix,
  roomBeside,
  type Statement,
} from './document.ts';
export {
  type EndedLease,
  type EndedOrder,
  type EndedPolicy,
  endedPolicy,
  endedPolicyName,
} from './ended.ts';
export { type Strong, type Window, windowPolicy, windowPolicyName } from './window.ts';
