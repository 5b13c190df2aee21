export { goScalars } from './go-scalars.ts';
export { type Locate, locator } from './locate.ts';
export { maximumBytes, readYamlFile, type YamlDocument, type YamlFile } from './read-yaml.ts';
