import { findVersion } from '../ec2/find-template.ts';
import type { RunInstancesInput } from '../ec2/run-instances-input.ts';
import { resolveImage } from '../ssm/find-parameter.ts';
import type { Place, Tags, Template, TemplateVersion } from '../world/records.ts';
import { Refusal } from '../world/refusal.ts';
import { placeKey, type World } from '../world/world.ts';
import { type AnyCall, type Ask, type Context, passRole, resourceTags, textIn } from './ask.ts';
import { requestTagContext } from './context.ts';
import { ec2Arn } from './instance-asks.ts';
import { tagsAtLaunch } from './request-tags.ts';

/** What a launch would be made of. */
interface Launch {
  readonly place: Place;
  readonly asked: RunInstancesInput;
  readonly template: Template | undefined;
  readonly version: TemplateVersion | undefined;
}

/**
 * What a launch asks for: everything that it uses, everything that it makes, tagging that, and passing
 * the instance's role. Source: Service Authorization Reference, Amazon EC2, RunInstances.
 */
export function launchAsks(world: World, call: AnyCall): readonly Ask[] {
  const launch = launchOf(world, call);
  const run = (resource: string, context: Context): Ask => ({
    action: 'ec2:RunInstances',
    resource,
    context: { ...from(launch), ...context },
  });
  const image = imageOf(world, launch);
  const used = [
    ...templateOf(launch).map((arn) => run(arn, isOfTemplate(launch, false))),
    run(`arn:aws:ec2:${call.region}::image/${image}`, {
      ...isOfTemplate(launch, launch.asked.ImageId !== undefined),
      ...resourceTags('ec2:ResourceTag', tagsOfImage(world, call, image)),
    }),
    ...networkOf(launch).map(([resource, overridden]) =>
      run(resource, isOfTemplate(launch, overridden)),
    ),
  ];
  const tags = tagsAtLaunch(call.input);
  const made = ['instance', 'volume', 'network-interface'].map((kind) =>
    run(ec2Arn(call, kind, '*'), {
      ...isOfTemplate(launch, false),
      ...requestTagContext(tags.get(kind) ?? {}),
      ...(kind === 'instance' ? instanceContext(launch) : {}),
    }),
  );
  const tagged = [...tags].map(([kind, given]) => ({
    action: 'ec2:CreateTags',
    resource: ec2Arn(call, kind, '*'),
    context: { 'ec2:CreateAction': 'RunInstances', ...requestTagContext(given) },
  }));
  return [...used, ...made, ...tagged, ...passed(launch)];
}

/** What changing an image asks for: it, with its tags. */
export function imageAsks(world: World, call: AnyCall): readonly Ask[] {
  const id = textIn(call, 'ImageId') ?? '*';
  const resource = `arn:aws:ec2:${call.region}::image/${id}`;
  const context = resourceTags('ec2:ResourceTag', tagsOfImage(world, call, id));
  return [{ action: `ec2:${call.operation}`, resource, context }];
}

function launchOf(world: World, call: AnyCall): Launch {
  const asked = call.input as RunInstancesInput;
  const named = asked.LaunchTemplate;
  const template = [...world.templates.values()].find(
    (each) =>
      placeKey(each) === placeKey(call) &&
      named !== undefined &&
      (each.id === named.LaunchTemplateId || each.name === named.LaunchTemplateName),
  );
  return { place: call, asked, template, version: versionOf(template, named?.Version) };
}

/** A version that is not there is the launch's trouble, not the judge's. */
function versionOf(template: Template | undefined, wanted = '$Default') {
  if (template === undefined) return undefined;
  try {
    return findVersion(template, wanted);
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

function from(launch: Launch): Context {
  const [arn] = templateOf(launch);
  return arn === undefined ? {} : { 'ec2:LaunchTemplate': arn };
}

/** The template's ARN, where one is named. */
function templateOf({ place, asked, template }: Launch): readonly string[] {
  const id = template?.id ?? asked.LaunchTemplate?.LaunchTemplateId;
  return id === undefined ? [] : [ec2Arn(place, 'launch-template', id)];
}

function isOfTemplate({ asked }: Launch, overridden: boolean): Context {
  const its = asked.LaunchTemplate !== undefined && !overridden;
  return { 'ec2:IsLaunchTemplateResource': String(its) };
}

/** An image is owned by whom it is shown its tags. */
function tagsOfImage(world: World, place: Place, id: string): Tags {
  const image = world.images.get(id);
  return image !== undefined && placeKey(image) === placeKey(place) ? (image.tags ?? {}) : {};
}

/** A parameter that is not there is the launch's trouble, not the judge's. */
function imageOf(world: World, { place: { account, region }, asked, version }: Launch): string {
  const named = asked.ImageId ?? version?.imageId ?? '*';
  try {
    return resolveImage({ world, account, region }, named);
  } catch (error) {
    if (error instanceof Refusal) return '*';
    throw error;
  }
}

/** The network, each part with whether the call names it itself. Templates of practice have a group of their own. */
function networkOf({ place, asked, version }: Launch): readonly (readonly [string, boolean])[] {
  const { SubnetId, SecurityGroupId = [] } = asked;
  const groups = SecurityGroupId.length > 0 ? SecurityGroupId : [`sg-0${place.account}0001`];
  return [
    [ec2Arn(place, 'subnet', SubnetId ?? version?.subnetId ?? '*'), SubnetId !== undefined],
    ...groups.map(
      (group) => [ec2Arn(place, 'security-group', group), SecurityGroupId.length > 0] as const,
    ),
  ];
}

function instanceContext({ asked, version }: Launch): Context {
  const type = asked.InstanceType ?? version?.instanceType;
  return {
    'ec2:MetadataHttpTokens': asked.MetadataOptions?.HttpTokens ?? 'required',
    ...(type === undefined ? {} : { 'ec2:InstanceType': type }),
  };
}

/** In practice a profile bears the name of its role. */
function passed({ place, asked, version }: Launch): readonly Ask[] {
  const { Arn, Name } = asked.IamInstanceProfile ?? {};
  const name = Name ?? (Arn ?? version?.profileArn)?.split('/').at(-1);
  return name === undefined ? [] : [passRole(`arn:aws:iam::${place.account}:role/${name}`, 'ec2')];
}
