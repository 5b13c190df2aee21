export { policyPrefix, roomBeside } from './document.ts';
export { endedPolicy, endedPolicyName } from './ended.ts';
export { windowPolicy, windowPolicyName } from './window.ts';
