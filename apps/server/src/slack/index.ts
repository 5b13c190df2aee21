export { createSlackDoor, type SlackDoor } from './door.ts';
export type { SlackSettings } from './parts.ts';
