export type { PracticeGithub, PracticeGithubOptions } from './http/options.ts';
export { startPracticeGithub } from './http/server.ts';
export type { RunnerOptions } from './runner/options.ts';
export { readFileCommands } from './runner/workflow-commands.ts';
export { practiceRepository } from './seed.ts';
