import { z } from 'zod';
import { usualSettings } from '../ec2/template-settings.ts';
import { actOnMachine, machineAct } from '../machine/act.ts';
import { pingAt } from '../machine/agent.ts';
import { stateAt } from '../machine/phases.ts';
import type { Practice } from '../practice.ts';
import { practiceCi } from '../seed-roles.ts';
import { signInPath } from '../sign-in/device.ts';
import { instanceCredentials } from '../sts/instance-credentials.ts';
import { fault } from '../world/faults.ts';
import type { Template, TemplateSettings, TemplateVersion } from '../world/records.ts';
import { Refusal } from '../world/refusal.ts';
import { placeKey } from '../world/world.ts';
import { buildImage } from './image-control.ts';
import { changePlace } from './place-control.ts';
import { header, jsonReply, type Reply, type Request } from './reply.ts';
import { answerSignInPage } from './sign-in-page.ts';

const routeChange = z.strictObject({
  account: z.string(),
  region: z.string(),
  template: z.string(),
  version: z.number().int(),
  routeToSsm: z.boolean().optional(),
  instanceProfile: z.boolean().optional(),
  settings: z
    .strictObject({
      httpTokens: z.enum(['optional', 'required']),
      instanceTags: z.enum(['enabled', 'disabled']),
      shutdown: z.enum(['stop', 'terminate']),
      publicAddress: z.boolean().nullable(),
    })
    .partial()
    .optional(),
});

const ownCredentials = z.strictObject({
  account: z.string(),
  region: z.string(),
  instanceId: z.string(),
});

const issuer = z.strictObject({
  provider: z.string().default(practiceCi.provider),
  issuer: z.url(),
  keys: z.array(z.looseObject({ kty: z.string(), kid: z.string().optional() })),
});

/** Answers `/_practice/…`: not AWS, but what a person or a test does to practice. */
export function answerControl(practice: Practice, request: Request, testMode: boolean): Reply {
  const what = `${request.method} ${request.url.pathname}`;
  try {
    if (request.url.pathname === signInPath) return answerSignInPage(practice, request);
    if (what === 'GET /_practice/state') return jsonReply(200, stateOf(practice));
    if (request.method !== 'POST') return jsonReply(404, { message: `No ${what}` });
    // A form that some web page sends cannot say this, so it cannot act here either.
    if (!header(request, 'content-type')?.startsWith('application/json')) {
      return jsonReply(415, { message: 'Send application/json.' });
    }
    return post(practice, request, testMode);
  } catch (error) {
    if (error instanceof z.ZodError) return jsonReply(400, { message: z.prettifyError(error) });
    if (error instanceof SyntaxError) return jsonReply(400, { message: error.message });
    if (error instanceof Refusal) {
      return jsonReply(error.status, { code: error.code, message: error.message });
    }
    throw error;
  }
}

function post(practice: Practice, request: Request, testMode: boolean): Reply {
  const body: unknown = JSON.parse(request.body);
  const { world, rng } = practice;
  switch (request.url.pathname) {
    case '/_practice/faults': {
      const { faults } = z.strictObject({ faults: z.array(fault).max(100) }).parse(body);
      practice.change(() => {
        world.faults = faults;
      });
      return jsonReply(200, { faults });
    }
    case '/_practice/machine': {
      const act = machineAct.parse(body);
      return jsonReply(200, {
        id: practice.change((now) => actOnMachine(world, act, now, rng.next)),
      });
    }
    case '/_practice/instance-credentials': {
      const { instanceId, ...place } = ownCredentials.parse(body);
      const caller = 'ec2.amazonaws.com';
      const { Credentials } = practice.change((now) =>
        instanceCredentials({ world, rng: rng.next, now, caller, ...place }, instanceId),
      );
      return jsonReply(200, Credentials);
    }
    case '/_practice/template':
      return jsonReply(
        200,
        practice.change(() => changeTemplate(practice, routeChange.parse(body))),
      );
    case '/_practice/place':
      return jsonReply(200, changePlace(practice, body));
    case '/_practice/image':
      return jsonReply(200, buildImage(practice, body));
    case '/_practice/issuer': {
      const known = issuer.parse(body);
      practice.change(() => world.issuers.put(known.issuer, known));
      return jsonReply(200, { issuers: [...world.issuers.values()] });
    }
    case '/_practice/clock': {
      if (!testMode) return jsonReply(403, { message: 'The clock moves in test mode only.' });
      const most = 366 * 86_400_000;
      const { advanceMs } = z
        .strictObject({ advanceMs: z.number().int().min(0).max(most) })
        .parse(body);
      practice.skip(advanceMs);
      return jsonReply(200, { now: new Date(practice.now()).toISOString() });
    }
    default:
      return jsonReply(404, { message: `No POST ${request.url.pathname}` });
  }
}

function changeTemplate({ world }: Practice, change: z.infer<typeof routeChange>): Template {
  const template = [...world.templates.values()].find(
    (each) => placeKey(each) === placeKey(change) && [each.id, each.name].includes(change.template),
  );
  if (template === undefined) {
    throw new Refusal('InvalidLaunchTemplateName.NotFoundException', change.template, 404);
  }
  const profileArn = `arn:aws:iam::${change.account}:instance-profile/sekisho-ops-server`;
  const versions = template.versions.map((version) => {
    if (version.number !== change.version) return version;
    const { routeToSsm = version.routeToSsm, instanceProfile } = change;
    const settings = settingsOf(version, change.settings);
    const changed = { ...version, routeToSsm, settings };
    if (instanceProfile === undefined) return changed;
    return { ...changed, profileArn: instanceProfile ? profileArn : null };
  });
  const changed = { ...template, versions };
  world.templates.put(`${placeKey(template)}/${template.id}`, changed);
  return changed;
}

function settingsOf(
  { settings = usualSettings }: TemplateVersion,
  {
    httpTokens,
    instanceTags,
    shutdown,
    publicAddress,
  }: z.infer<typeof routeChange>['settings'] = {},
): TemplateSettings {
  return {
    httpTokens: httpTokens ?? settings.httpTokens,
    instanceTags: instanceTags ?? settings.instanceTags,
    shutdown: shutdown ?? settings.shutdown,
    publicAddress: publicAddress === undefined ? settings.publicAddress : publicAddress,
  };
}

function stateOf(practice: Practice) {
  practice.tick();
  const { world } = practice;
  return {
    now: new Date(world.clock).toISOString(),
    faults: world.faults,
    instances: [...world.instances.values()].map((instance) => ({
      ...instance,
      state: stateAt(instance, world.clock),
      agent: pingAt(instance, world.clock),
    })),
    sessions: [...world.sessions.values()],
    schedules: [...world.schedules.values()],
    executions: [...world.executions.values()],
    templates: [...world.templates.values()],
    assignments: [...world.directory.assignments.values()],
    changes: [...world.changes.values()],
    roles: [...world.roles.values()].map(({ account, name, now }) => ({
      ...{ account, name, policies: now.inline },
    })),
  };
}
