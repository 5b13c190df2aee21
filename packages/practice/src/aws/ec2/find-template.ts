import type { Moment } from '../operation.ts';
import type { Template, TemplateVersion } from '../world/records.ts';
import { Refusal } from '../world/refusal.ts';
import { placeKey } from '../world/world.ts';
import type { RunInstancesInput } from './run-instances-input.ts';

/** What a launch takes from its template. */
export interface ResolvedVersion {
  readonly templateId: string | null;
  readonly version: TemplateVersion;
}

/** The template version a launch asks for; practice launches only from templates. */
export function resolveTemplate(moment: Moment, asked: RunInstancesInput): ResolvedVersion {
  if (asked.LaunchTemplate === undefined) {
    throw new Refusal(
      'UnauthorizedOperation',
      'You are not authorized to perform this operation. Practice allows launches from a launch template only.',
      403,
    );
  }
  const { LaunchTemplateId, LaunchTemplateName, Version } = asked.LaunchTemplate;
  const template = findTemplate(moment, LaunchTemplateId, LaunchTemplateName);
  return { templateId: template.id, version: findVersion(template, Version ?? '$Default') };
}

/** A template by id or name. Errors: `InvalidLaunchTemplateId.NotFound`, `InvalidLaunchTemplateName.NotFoundException`. */
export function findTemplate(
  moment: Moment,
  id: string | undefined,
  name: string | undefined,
): Template {
  if ((id === undefined) === (name === undefined)) {
    throw new Refusal(
      'InvalidParameterCombination',
      'Specify either a launch template ID or a launch template name, and not both.',
    );
  }
  const found = templatesIn(moment).find((each) => each.id === id || each.name === name);
  if (found !== undefined) return found;
  if (id !== undefined) {
    throw new Refusal(
      'InvalidLaunchTemplateId.NotFound',
      `The specified launch template, with template ID ${id}, does not exist.`,
    );
  }
  throw new Refusal(
    'InvalidLaunchTemplateName.NotFoundException',
    `The specified launch template, with template name ${name ?? ''}, does not exist.`,
  );
}

/** A version by number, `$Latest` or `$Default`. Errors: `InvalidLaunchTemplateId.VersionNotFound`. */
export function findVersion(template: Template, wanted: string): TemplateVersion {
  const latest = Math.max(...template.versions.map(({ number }) => number));
  const number =
    wanted === '$Latest'
      ? latest
      : wanted === '$Default'
        ? template.defaultVersion
        : Number(wanted);
  const found = template.versions.find((version) => version.number === number);
  if (found !== undefined) return found;
  throw new Refusal(
    'InvalidLaunchTemplateId.VersionNotFound',
    `Could not find launch template version ${wanted} of ${template.id}.`,
  );
}

/** The templates of an account and region. */
export function templatesIn(moment: Moment): Template[] {
  const here = placeKey(moment);
  return [...moment.world.templates.values()].filter((each) => placeKey(each) === here);
}
