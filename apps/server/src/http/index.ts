export { createHttpDoor } from './door.ts';
export { listen } from './listen.ts';
