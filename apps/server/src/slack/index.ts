export { createSlackDoor, type SlackDoor, type SlackDoorOptions } from './door.ts';
export type { SlackSettings } from './parts.ts';
