export { type Beacon, startBeacon } from './beacon.ts';
export type { BeaconOptions } from './options.ts';
