import type { Command } from 'commander';
import type { Host } from '../host.ts';
import type { Take } from './program.ts';

export function addLocalCommands(_program: Command, _host: Host, _take: Take): void {}
