/**
 * Programs that write files from sources. Run with `--check` one writes nothing, and fails, naming the file,
 * when what is in git is not what it would write. Its files are left out of formatting in biome.json.
 */
export const generators = [
  'packages/contract/scripts/manifest.ts',
  'packages/config/scripts/schema.ts',
  'apps/server/scripts/openapi.ts',
  'packages/aws/scripts/policies.ts',
  'packages/words/scripts/doctor-docs.ts',
  'packages/aws/scripts/terraform-policies.ts',
];
