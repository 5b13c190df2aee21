export { createSlackDoor, type SlackDoor } from './door.ts';
export { createSlackGroups } from './groups/slack-groups.ts';
export { slackScopes } from './manifest.ts';
export type { SlackSettings } from './parts.ts';
