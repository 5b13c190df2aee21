import { dirname, relative } from 'node:path';
import { checkMap } from './accounts/check-map.ts';
import { accountMapSchema } from './accounts/schema.ts';
import { checkBudgets } from './checks/budgets.ts';
import { checkEnvironments } from './checks/environments.ts';
import { checkLogin } from './checks/login.ts';
import { checkPeople } from './checks/people.ts';
import { checkPolicies } from './checks/policies.ts';
import { checkSlack } from './checks/slack.ts';
import { checkCi } from './ci/check-ci.ts';
import type { Config } from './config.ts';
import { checkDirectory } from './directory/check-directory.ts';
import { checkLentGroups } from './directory/check-lent-groups.ts';
import { checkMemberships } from './memberships/check-memberships.ts';
import { type Parts, takeApart } from './parts.ts';
import { byPlace, type Problem, problemText, type Report } from './problems/problem.ts';
import { readDocument } from './read-document.ts';
import { checkRecording } from './recording/check-recording.ts';
import { resolve } from './resolve.ts';
import { type ConfigDocument, configSchema } from './schema.ts';
import { reportIssues } from './shape-issues.ts';
import { checkServices } from './slo/check-services.ts';
import { houseOf } from './slo/house.ts';
import type { ServiceFile } from './slo/service-file.ts';

/** What checking a configuration tells. */
export interface Checked {
  /** Null when there is any problem. */
  readonly config: Config | null;
  readonly problems: Problem[];
  /** What is used all the same, but not as its author may think. */
  readonly warnings: Problem[];
}

/**
 * Checks sekisho.yaml and the documents of SLOs beside it as a whole: every problem at once, in the
 * order of the files. Never throws, whatever the texts.
 * @param files what `readServiceFiles` read
 */
export function checkConfig(
  text: string,
  fileName: string,
  files: readonly ServiceFile[] = [],
): Checked {
  const { raw, report, warn, problems: found, warnings } = readDocument(text, fileName);
  const checked = raw === null ? null : checkDocument(raw, report, warn);
  const definitions = checkServices(files, checked === null ? null : houseOf(checked.parts));
  // An SLO with a mistake is none yet: a rule that asks for its budget is not wrong for that.
  const whole = definitions.problems.length === 0;
  if (checked !== null && whole) checkBudgets(checked.parts, definitions.slos, report);
  const problems = [...found().toSorted(byPlace), ...definitions.problems.toSorted(byPlace)];
  const document = checked?.document ?? null;
  const sound = problems.length === 0 && document !== null;
  return {
    config: sound ? resolve(document, nearTo(fileName, definitions)) : null,
    problems,
    warnings: [...warnings().toSorted(byPlace), ...definitions.warnings.toSorted(byPlace)],
  };
}

/** Where SLOs are declared, seen from the configuration: which folder of a machine that is concerns nobody. */
function nearTo<Found extends { readonly slos: Config['slos'] }>(
  fileName: string,
  found: Found,
): Found {
  const near = (file: string) => relative(dirname(fileName), file);
  const slos = found.slos.map((slo) => ({
    ...slo,
    place: { ...slo.place, file: near(slo.place.file) },
  }));
  return { ...found, slos };
}

/** The configuration of a text that has no problem. Errors: ConfigError, listing every problem. */
export function loadConfig(
  text: string,
  fileName: string,
  files: readonly ServiceFile[] = [],
): Config {
  const { config, problems } = checkConfig(text, fileName, files);
  if (config === null) throw new ConfigError(problems);
  return config;
}

/** A configuration that cannot be used, with everything that is wrong with it. */
export class ConfigError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map((problem) => problemText(problem, 'en')).join('\n'));
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

function checkDocument(
  raw: Readonly<Record<string, unknown>>,
  report: Report,
  warn: Report,
): { readonly parts: Parts; readonly document: ConfigDocument | null } {
  const read = configSchema.safeParse(raw);
  if (!read.success) reportIssues(read.error.issues, raw, report);
  const parts = takeApart(raw);
  checkPeople(parts, report);
  checkEnvironments(parts, report);
  checkPolicies(parts, report);
  checkSlack(parts, report);
  checkLogin(parts, report);
  checkCi(parts, report, warn);
  checkMemberships(parts, report);
  checkRecording(raw['recording'], parts, report);
  checkDirectory(
    read.data?.directory,
    { center: parts.center, people: read.data?.people ?? [] },
    report,
  );
  const map = accountMapSchema.partial().safeParse(raw);
  if (map.success) checkMap(map.data, parts, report);
  checkLentGroups(read.data?.directory, read.data?.accounts, report);
  return { parts, document: read.success ? read.data : null };
}
