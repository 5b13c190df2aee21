import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const sources = join(import.meta.dirname, '..', 'src');

/** `ec2:RunInstances` for each `new RunInstancesCommand(` in the sources of the service's folder. */
export function commandsOf(service: string): string[] {
  const folder = join(sources, service);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').match(/new \w+Command\(/g) ?? [])
    .map((made) => `${service}:${made.slice('new '.length, -'Command('.length)}`);
}
