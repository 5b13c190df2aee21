export { createRosterInForce, type RosterInForce } from './in-force.ts';
