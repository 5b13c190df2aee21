export { createHttpDoor } from './door.ts';
export { type Listening, listen } from './listen.ts';
export type { DoorEnv, HttpDoorOptions, PracticeOptions } from './options.ts';
