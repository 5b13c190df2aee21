export { createSlackDoor, type SlackDoor } from './door.ts';
export { createSlackGroups } from './groups/slack-groups.ts';
export type { SlackSettings } from './parts.ts';
