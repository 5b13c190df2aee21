import type { Config, EnvironmentConfig, PersonConfig } from '@sekisho/config';
import { contract, type OutputOf } from '@sekisho/contract';
import { needPerson } from '../people/index.ts';
import { readDuration } from '../platform/read-input.ts';
import { implement } from '../platform/verb.ts';
import { budgetsNow } from './budgets-now.ts';
import { needEnvironment, placeOfEnvironment } from './environment.ts';
import { judge, type Moment } from './judge.ts';
import { withinWorkingHours } from './working-hours.ts';

type Explanation = OutputOf<'policy.explain'>[number];

export const explain = implement(contract['policy.explain'], {
  decide: async (tx, input) => {
    const { config } = tx;
    const people = input.person ? [needPerson(config, input.person)] : config.people;
    const environments = input.environment
      ? [needEnvironment(config, input.environment)]
      : Object.values(config.environments);
    const seconds = input.for === undefined ? null : readDuration('for', input.for);
    const moment = { now: tx.now, budgets: await budgetsNow(tx) };
    return people.flatMap((person) =>
      environments.map((environment) => explainOne(config, person, environment, seconds, moment)),
    );
  },
});

function explainOne(
  config: Config,
  person: PersonConfig,
  environment: EnvironmentConfig,
  asked: number | null,
  moment: Moment,
): Explanation {
  const { opsServer } = environment;
  const seconds = asked ?? opsServer.defaultSeconds;
  const [size = ''] = opsServer.sizes;
  const ask = {
    person,
    kind: 'ops-server',
    place: placeOfEnvironment(environment),
    seconds,
    reason: '',
    ticket: null,
    size,
    permissionSet: '',
  } as const;
  const judged = judge(config, ask, moment);
  const readOnly = person.role === 'read-only';
  const tooLong = judged.allowed && seconds > judged.maximumSeconds;
  const hours = opsServer.workingHours;
  const closed = judged.allowed && hours !== null && !withinWorkingHours(hours, moment.now);
  const allowed = judged.allowed && !readOnly && !tooLong && !closed;
  const verdict = !allowed ? 'refused' : judged.approval.count > 0 ? 'with-approval' : 'allowed';
  const trace = judged.trace.map(({ rule, result }) => ({ rule, result: result as string }));
  if (readOnly) trace.unshift({ rule: 'role', result: 'read-only' });
  if (tooLong) trace.push({ rule: judged.rule ?? '', result: 'too-long' });
  if (closed) trace.push({ rule: judged.rule ?? '', result: 'outside-working-hours' });
  return {
    person: person.id,
    environment: environment.name,
    verdict,
    maximumSeconds: allowed ? judged.maximumSeconds : null,
    approval: judged.approval,
    mayBreakGlass: judged.mayBreakGlass && !readOnly,
    rule: judged.rule,
    trace,
  };
}
