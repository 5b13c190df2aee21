import type { TemplateSettings } from '../world/records.ts';

/** How practice's templates are: as the ops server's image needs them. */
export const usualSettings: TemplateSettings = {
  httpTokens: 'required',
  instanceTags: 'enabled',
  shutdown: 'terminate',
  publicAddress: false,
};
