export { policyPrefix, roomBeside } from './document.ts';
export { clockSkewSeconds, endedPolicy, endedPolicyName } from './ended.ts';
export { type Strong, sessionPolicy, windowPolicy, windowPolicyName } from './window.ts';
