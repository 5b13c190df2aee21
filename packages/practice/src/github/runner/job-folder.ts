import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFileCommands } from './workflow-commands.ts';

const files = ['ENV', 'OUTPUT', 'STATE', 'PATH', 'STEP_SUMMARY'] as const;

/** What steps of one job share: variables that earlier steps exported, and a folder that ends with it. */
export interface JobFolder {
  readonly temp: string;
  /** Variables of the next step; `state` is what an action kept for its post step. */
  variables(inputs: Readonly<Record<string, string>>): Record<string, string>;
  /** An output of an earlier step; empty when none gave it. */
  output(name: string): string;
  /** Reads what a step wrote; answers the summary that it added. */
  after(): string;
  remove(): void;
}

/**
 * Makes one. @param given variables that every step sees
 */
export function makeJobFolder(temp: string, given: Readonly<Record<string, string>>): JobFolder {
  rmSync(temp, { recursive: true, force: true });
  mkdirSync(temp, { recursive: true, mode: 0o700 });
  const path = (name: string) => join(temp, `github-${name.toLowerCase()}`);
  let exported: Record<string, string> = {};
  let state: Record<string, string> = {};
  let outputs: Record<string, string> = {};
  return {
    temp,
    variables(inputs) {
      for (const name of files) writeFileSync(path(name), '', { mode: 0o600 });
      const entries = Object.entries(inputs);
      return {
        ...{ ...given, ...exported, RUNNER_TEMP: temp, HOME: temp },
        ...Object.fromEntries(files.map((name) => [`GITHUB_${name}`, path(name)])),
        ...Object.fromEntries(entries.map(([name, v]) => [`INPUT_${name.toUpperCase()}`, v])),
        ...Object.fromEntries(Object.entries(state).map(([name, v]) => [`STATE_${name}`, v])),
      };
    },
    output: (name) => outputs[name] ?? '',
    after() {
      const said = (name: string) =>
        existsSync(path(name)) ? readFileSync(path(name), 'utf8') : '';
      exported = { ...exported, ...readFileCommands(said('ENV')) };
      state = { ...state, ...readFileCommands(said('STATE')) };
      outputs = { ...outputs, ...readFileCommands(said('OUTPUT')) };
      return said('STEP_SUMMARY');
    },
    remove: () => rmSync(temp, { recursive: true, force: true }),
  };
}
