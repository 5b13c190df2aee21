export { createUserCounter, type UserCounter, type UserMinute } from './count-user-events.ts';
export { type BeaconReport, readBeacon } from './read-beacon.ts';
export { readNel } from './read-nel.ts';
export type { GraphqlAnswer, UserEvent } from './user-event.ts';
