import { SourceError } from '@sekisho/core/sources';

// Keys go to Datadog alone. Source: Datadog API reference, "Query timeseries points".
const known = /^([a-z0-9]+\.)?(datadoghq\.com|datadoghq\.eu|ddog-gov\.com)$/;

/** The address of a site's API. @throws {SourceError} `refused` for what is no site of Datadog */
export function siteUrl(site: string): URL {
  const name = site.replace(/^app\./, '');
  if (known.test(name)) return new URL(`https://api.${name}/`);
  throw new SourceError('refused', `${JSON.stringify(site)} is no site of Datadog`);
}
