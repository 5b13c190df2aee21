import { findVersion } from '../ec2/find-template.ts';
import type { RunInstancesInput } from '../ec2/run-instances-input.ts';
import type { Place, Template, TemplateVersion } from '../world/records.ts';
import { Refusal } from '../world/refusal.ts';
import { placeKey, type World } from '../world/world.ts';
import { type AnyCall, type Ask, type Context, passRole } from './ask.ts';
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
  const used = usedBy(launch).map(([resource, overridden]) =>
    run(resource, isOfTemplate(launch, overridden)),
  );
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

function from({ place, asked, template }: Launch): Context {
  const id = template?.id ?? asked.LaunchTemplate?.LaunchTemplateId;
  return id === undefined ? {} : { 'ec2:LaunchTemplate': ec2Arn(place, 'launch-template', id) };
}

function isOfTemplate({ asked }: Launch, overridden: boolean): Context {
  const its = asked.LaunchTemplate !== undefined && !overridden;
  return { 'ec2:IsLaunchTemplateResource': String(its) };
}

/** What is there already, each with whether the call names it itself. Templates of practice have a group of their own. */
function usedBy({
  place,
  asked,
  template,
  version,
}: Launch): readonly (readonly [string, boolean])[] {
  const { ImageId, SubnetId, SecurityGroupId = [] } = asked;
  const image = ImageId ?? version?.imageId ?? '*';
  const groups = SecurityGroupId.length > 0 ? SecurityGroupId : [`sg-0${place.account}0001`];
  const id = template?.id ?? asked.LaunchTemplate?.LaunchTemplateId;
  return [
    ...(id === undefined ? [] : [[ec2Arn(place, 'launch-template', id), false] as const]),
    [`arn:aws:ec2:${place.region}::image/${image}`, ImageId !== undefined],
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
