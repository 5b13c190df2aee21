export { fields } from './cells.ts';
export { Fleet, type FleetOptions, type Wanted } from './fleet.ts';
export { loudSlos, type TickSubject } from './tick.ts';
