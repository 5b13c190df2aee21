export { goScalars } from './go-scalars.ts';
export { type Locate } from './locate.ts';
export { maximumBytes, readYamlFile, type YamlDocument, type YamlFile } from './read-yaml.ts';
