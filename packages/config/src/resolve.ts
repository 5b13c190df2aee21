import { createHash } from 'node:crypto';
import { accessOf } from './access.ts';
import { mapOf } from './accounts/map-of.ts';
import { awsEnvironments } from './aws-environments.ts';
import { canonicalJson } from './canonical-json.ts';
import { ciOf } from './ci/resolve-ci.ts';
import { compileCondition } from './condition.ts';
import type { Config, PersonConfig, PolicyConfig } from './config.ts';
import { directoryOf } from './directory/config.ts';
import { environmentOf } from './environment-of.ts';
import { keepingOf } from './keeping/config.ts';
import { membershipsOf } from './memberships/resolve-memberships.ts';
import { recordingOf } from './recording/config.ts';
import type { ConfigDocument, PersonDocument, PolicyDocument } from './schema.ts';
import { secondsOf } from './spans.ts';

/** What the documents beside sekisho.yaml say; nothing unless given. */
export interface Beside {
  readonly services: Config['services'];
  readonly sources: Config['sources'];
  readonly slos: Config['slos'];
  /** Plain data of all of them, which the hash covers. */
  readonly data: readonly unknown[];
}

const nothing: Beside = { services: {}, sources: {}, slos: [], data: [] };

/** Turns a checked document into the configuration in force: seconds, compiled conditions, its hash. */
export function resolve(document: ConfigDocument, beside: Beside = nothing): Config {
  const { installation, url, onCall, slack, leases } = document;
  const inAws = awsEnvironments(document.environments);
  return {
    installation,
    hash: hashOf(document, beside.data),
    url: url?.replace(/\/+$/, '') ?? null,
    people: document.people.map(personOf),
    onCall: onCall
      ? {
          rotation: onCall.rotation,
          everySeconds: secondsOf(onCall.every),
          since: new Date(onCall.since),
        }
      : null,
    login: loginOf(document.login),
    slack: slack ? { ...slack, pageChannel: slack.pageChannel ?? null } : null,
    review: reviewOf(document),
    alerting: alertingOf(document.alerting),
    github: document.github
      ? { ...document.github, api: document.github.api.replace(/\/+$/, '') }
      : null,
    environments: Object.fromEntries(
      Object.entries(document.environments).map(([name, value]) => [
        name,
        environmentOf(name, value),
      ]),
    ),
    timeline: { keys: document.timeline?.keys ?? [] },
    accounts: mapOf(
      { accounts: document.accounts ?? {}, identityCenter: document.identityCenter },
      new Map(Object.entries(inAws)),
    ),
    access: accessOf(document),
    ci: ciOf(document),
    memberships: membershipsOf(document),
    directory: directoryOf(document.directory),
    recording: recordingOf(document.recording, inAws),
    keeping: keepingOf(document.keeping),
    policies: document.policies.map(policyOf),
    leases: {
      lapseAfterSeconds: secondsOf(leases.lapseAfter),
      reminderSeconds: leases.reminders.map(secondsOf).sort((a, b) => b - a),
      readyWithinSeconds: secondsOf(leases.readyWithin),
      quietPeriodSeconds: secondsOf(leases.quietPeriod),
      orphanGraceSeconds: secondsOf(leases.orphanGrace),
    },
    services: beside.services,
    sources: beside.sources,
    slos: beside.slos,
  };
}

/** Without documents it is that of sekisho.yaml alone. */
function hashOf(document: ConfigDocument, data: readonly unknown[]): string {
  const whole = data.length === 0 ? document : { document, data };
  return createHash('sha256').update(canonicalJson(whole)).digest('hex');
}

/** Source of the addresses: https://developer.pagerduty.com/docs/events-api-v2-overview */
const pagerdutyUrls = {
  us: 'https://events.pagerduty.com/v2/enqueue',
  eu: 'https://events.eu.pagerduty.com/v2/enqueue',
} as const;

function alertingOf(document: ConfigDocument['alerting']): Config['alerting'] {
  const { language = 'en', pagerduty, webhooks = [] } = document ?? {};
  const first = pagerduty && {
    ...{ kind: 'pagerduty' as const, name: 'pagerduty', url: pagerdutyUrls[pagerduty.region] },
    ...{ secretVariable: pagerduty.routingKeyVariable, severities: pagerduty.severities },
  };
  const rest = webhooks.map((webhook) => ({
    kind: 'webhook' as const,
    ...webhook,
    name: `webhook:${webhook.name}`,
  }));
  return { language, channels: [...(first ? [first] : []), ...rest] };
}

/** Months are those of the people: of the zone that most of them have. */
function reviewOf({ review, people }: ConfigDocument): Config['review'] {
  const zones = Map.groupBy(people, (person) => person.timeZone);
  const [most] = [...zones].toSorted(([, a], [, b]) => b.length - a.length);
  return { timeZone: review?.timeZone ?? most?.[0] ?? 'UTC', channel: review?.channel ?? null };
}

function personOf({ email, github, slack, oidc, ...person }: PersonDocument): PersonConfig {
  const named = { email: email ?? null, github: github ?? null, slack: slack ?? null };
  return { ...person, ...named, oidc: oidc ?? null };
}

function approvalOf(approval: PolicyDocument['approval']): PolicyConfig['approval'] {
  if (approval === undefined) return { count: 0, from: [] };
  const { count, from, stepUp } = approval;
  return { count, from, ...(stepUp === undefined ? {} : { stepUp }) };
}

function loginOf(login: ConfigDocument['login']): Config['login'] {
  if (login === undefined) return null;
  const { issuer, clientId, clientSecretVariable, scopes, claim, session } = login;
  return {
    ...{ issuer, clientId, claim },
    clientSecretVariable: clientSecretVariable ?? null,
    scopes: [...new Set(['openid', ...scopes])],
    maximumSeconds: secondsOf(session.maximum),
    idleSeconds: secondsOf(session.idle),
  };
}

function policyOf(document: PolicyDocument): PolicyConfig {
  const { id, who, what, where, effect, when, maximum, approval, breakGlass } = document;
  const permissionSets = document.permissionSets ?? null;
  const condition = when === undefined ? null : compileCondition(when);
  return {
    id,
    who,
    what,
    where,
    permissionSets,
    purposes: document.purposes ?? null,
    effect,
    condition: condition?.evaluate ?? null,
    budgets: condition?.budgets ?? [],
    maximumSeconds: maximum === undefined ? null : secondsOf(maximum),
    approval: approvalOf(approval),
    breakGlass: breakGlass?.who ?? [],
    breakGlassStepUp: breakGlass?.stepUp ?? null,
  };
}
