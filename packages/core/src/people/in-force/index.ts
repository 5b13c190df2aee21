export { createRosterInForce } from './in-force.ts';
