export { createSlackDoor, type SlackDoor, type SlackDoorOptions } from './door.ts';
export type { DoorLogger, SlackSettings } from './parts.ts';
