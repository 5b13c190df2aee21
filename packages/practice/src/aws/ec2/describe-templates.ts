import { z } from 'zod';
import { type Moment, operation } from '../operation.ts';
import { resolveImage } from '../ssm/find-parameter.ts';
import type { Template, TemplateVersion } from '../world/records.ts';
import { Refusal } from '../world/refusal.ts';
import { findTemplate, findVersion, templatesIn } from './find-template.ts';
import { count, filters, flag, page, strings } from './input.ts';
import { pageOf } from './pages.ts';
import { usualSettings } from './template-settings.ts';
import { matchesAny } from './wildcard.ts';

const rule = { least: 1, most: 200 };

/** `DescribeLaunchTemplates` by id, name or the filter launch-template-name. */
export const describeLaunchTemplates = operation({
  service: 'ec2',
  input: z.strictObject({
    LaunchTemplateId: strings.optional(),
    LaunchTemplateName: strings.optional(),
    Filter: filters.optional(),
    ...page,
  }),
  run: (moment, input) => {
    const named = [
      ...(input.LaunchTemplateId ?? []).map((id) => findTemplate(moment, id, undefined)),
      ...(input.LaunchTemplateName ?? []).map((name) => findTemplate(moment, undefined, name)),
    ];
    const candidates = named.length > 0 ? named : templatesIn(moment);
    const found = candidates.filter((template) =>
      (input.Filter ?? []).every(({ Name, Value }) => {
        if (Name !== 'launch-template-name') throw unknownFilter(Name);
        return matchesAny(Value, template.name);
      }),
    );
    const { items, nextToken } = pageOf(found, ({ id }) => id, input, rule);
    return { launchTemplates: items.map((each) => templateItem(moment, each)), nextToken };
  },
});

/** `DescribeLaunchTemplateVersions` of one template: by number, `$Latest`, `$Default`, or a range; with `ResolveAlias` an image by what its parameter holds. */
export const describeLaunchTemplateVersions = operation({
  service: 'ec2',
  input: z.strictObject({
    LaunchTemplateId: z.string().optional(),
    LaunchTemplateName: z.string().optional(),
    LaunchTemplateVersion: strings.optional(),
    MinVersion: count.optional(),
    MaxVersion: count.optional(),
    ResolveAlias: flag.optional(),
    ...page,
  }),
  run: (moment, input) => {
    const template = findTemplate(moment, input.LaunchTemplateId, input.LaunchTemplateName);
    const least = input.MinVersion ?? 1;
    const most = input.MaxVersion ?? Number.POSITIVE_INFINITY;
    const found = (
      input.LaunchTemplateVersion?.map((wanted) => findVersion(template, wanted)) ??
      template.versions
    ).filter(({ number }) => number >= least && number <= most);
    const keyOf = ({ number }: TemplateVersion) => String(1e9 - number);
    const { items, nextToken } = pageOf(found, keyOf, input, rule);
    return {
      launchTemplateVersionSet: items.map((version) => {
        const { imageId } = version;
        const shown = input.ResolveAlias === true ? resolveImage(moment, imageId) : imageId;
        return versionItem(moment, template, { ...version, imageId: shown });
      }),
      nextToken,
    };
  },
});

function templateItem(moment: Moment, template: Template) {
  return {
    launchTemplateId: template.id,
    launchTemplateName: template.name,
    createTime: new Date(template.createdAt),
    createdBy: `arn:aws:iam::${moment.account}:user/terraform`,
    defaultVersionNumber: template.defaultVersion,
    latestVersionNumber: Math.max(...template.versions.map(({ number }) => number)),
    tagSet: [],
  };
}

function versionItem(moment: Moment, template: Template, version: TemplateVersion) {
  const settings = version.settings ?? usualSettings;
  return {
    launchTemplateId: template.id,
    launchTemplateName: template.name,
    versionNumber: version.number,
    versionDescription: version.description,
    createTime: new Date(version.createdAt),
    createdBy: `arn:aws:iam::${moment.account}:user/terraform`,
    defaultVersion: version.number === template.defaultVersion,
    launchTemplateData: {
      imageId: version.imageId,
      instanceType: version.instanceType,
      iamInstanceProfile: version.profileArn === null ? null : { arn: version.profileArn },
      networkInterfaceSet: [
        {
          deviceIndex: 0,
          subnetId: version.subnetId,
          associatePublicIpAddress: settings.publicAddress,
        },
      ],
      instanceInitiatedShutdownBehavior: settings.shutdown,
      metadataOptions: {
        httpTokens: settings.httpTokens,
        httpEndpoint: 'enabled',
        instanceMetadataTags: settings.instanceTags,
      },
    },
  };
}

function unknownFilter(name: string): Refusal {
  return new Refusal('InvalidParameterValue', `The filter '${name}' is invalid`);
}
