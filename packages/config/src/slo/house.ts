import { awsNames } from '../aws-environments.ts';
import type { Parts } from '../parts.ts';

/** What documents of SLOs may refer to in sekisho.yaml. */
export interface House {
  readonly people: readonly string[];
  readonly groups: readonly string[];
  /** Environments that are AWS accounts: an engine has no credentials to read with. */
  readonly environments: readonly string[];
  readonly rota: boolean;
  /** Whether anything is said of GitHub. */
  readonly github: boolean;
  /** Roles that someone has; null when that is not certain. */
  readonly roles: readonly string[] | null;
}

/** @param parts of a sekisho.yaml that may have mistakes elsewhere */
export function houseOf(parts: Parts): House {
  const { names, people, allPeople, github } = parts;
  const roles = allPeople ? [...new Set(people.map(({ value }) => value.role))] : null;
  return { ...names, environments: awsNames(parts), roles, github };
}
