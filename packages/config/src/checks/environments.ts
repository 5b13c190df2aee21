import { partitionOf } from '@sekisho/accounts';
import type { Part, Parts } from '../parts.ts';
import type { Report } from '../problems/problem.ts';
import type { EnvironmentDocument } from '../schema.ts';
import { secondsOf } from '../spans.ts';

/** Spans and hours of an environment fit each other. */
export function checkEnvironments(parts: Parts, report: Report): void {
  for (const environment of parts.environments) {
    checkSpans(environment, report);
    checkHours(environment, report);
    checkLists(environment, report);
    checkRole(environment, report);
    checkEngine(environment, report);
  }
  checkReminders(parts, report);
}

function checkSpans({ path, value }: Part<EnvironmentDocument>, report: Report): void {
  const { duration, imageAge } = value.opsServer;
  if (secondsOf(duration.default) > secondsOf(duration.maximum)) {
    report('default-over-maximum', [...path, 'opsServer', 'duration', 'default'], {
      value: duration.default,
      maximum: duration.maximum,
    });
  }
  if (imageAge && secondsOf(imageAge.refuseAfter) < secondsOf(imageAge.warnAfter)) {
    report('refuse-before-warn', [...path, 'opsServer', 'imageAge', 'refuseAfter'], {
      value: imageAge.refuseAfter,
      warnAfter: imageAge.warnAfter,
    });
  }
}

function checkHours({ path, value }: Part<EnvironmentDocument>, report: Report): void {
  const hours = value.opsServer.workingHours;
  // Both are "HH:MM", which sort as text.
  if (hours && hours.to <= hours.from) {
    report('hours-backwards', [...path, 'opsServer', 'workingHours', 'to'], {
      from: hours.from,
      to: hours.to,
    });
  }
}

function checkLists({ path, value }: Part<EnvironmentDocument>, report: Report): void {
  for (const [index, size] of value.opsServer.sizes.entries()) {
    if (value.opsServer.sizes.indexOf(size) < index) {
      report('duplicate-value', [...path, 'opsServer', 'sizes', index], { value: size });
    }
  }
}

function checkRole({ path, value }: Part<EnvironmentDocument>, report: Report): void {
  if (value.provider === 'docker') return;
  const { roleArn, account, region, externalId } = value;
  if (roleArn === undefined) {
    if (externalId !== undefined) report('external-id-without-role', [...path, 'externalId'], {});
    return;
  }
  const [, partition, , , owner] = roleArn.split(':');
  if (owner !== account) {
    report('role-of-other-account', [...path, 'roleArn'], { value: roleArn, account });
  }
  if (partition !== partitionOf(region)) {
    report('role-of-other-partition', [...path, 'roleArn'], { value: roleArn, region });
  }
}

/** Whoever may speak to an engine is root on its host: over a network only those with a certificate. */
function checkEngine({ path, value }: Part<EnvironmentDocument>, report: Report): void {
  if (value.provider !== 'docker') return;
  const { endpoint, certificatesVariable: variable, network } = value.engine;
  const at = (key: string) => [...path, 'engine', key];
  const isSocket = endpoint.startsWith('unix:');
  if (!isSocket && variable === undefined)
    report('engine-without-certificates', at('endpoint'), { value: endpoint });
  if (isSocket && variable !== undefined)
    report('certificates-of-socket', at('certificatesVariable'), { value: variable });
  if (network === 'host') report('engine-host-network', at('network'), {});
}

/** A reminder before the start of the shortest default lease would never be sent. */
function checkReminders({ environments, leases }: Parts, report: Report): void {
  const shortest = environments
    .map(({ name, value }) => ({ name, span: value.opsServer.duration.default }))
    .sort((a, b) => secondsOf(a.span) - secondsOf(b.span))[0];
  const reminders = leases?.value.reminders ?? [];
  for (const [index, value] of reminders.entries()) {
    const path = ['leases', 'reminders', index];
    if (shortest !== undefined && secondsOf(value) > secondsOf(shortest.span)) {
      const facts = { value, environment: shortest.name, duration: shortest.span };
      report('reminder-too-long', path, facts);
    } else if (reminders.findIndex((other) => secondsOf(other) === secondsOf(value)) < index) {
      report('duplicate-value', path, { value });
    }
  }
}
