/** Paths that machines ask for to see whether a process lives. */
export function isHealthPath(path: string): boolean {
  return /(?:^|\/)_?(?:health(?:z|[-_]?checks?)?|live(?:z|ness)?|ready(?:z)?|readiness|alive|ping|heartbeat|metrics|up)\/?$/i.test(
    path,
  );
}

/** Paths at which GraphQL is usually served. */
export function isGraphqlPath(path: string): boolean {
  return /(?:^|\/)(?:graphql|gql)\/?$/i.test(path);
}

/** Labels that say what was asked for. */
export function isRouteLabel(label: string): boolean {
  return /^(?:http[._])?(?:route|path|handler|uri|url|endpoint|target|url[._]path)$/i.test(label);
}

/** A value that is made anew for each user, request or thing: nobody can list them all. */
export function isEndless(value: string): boolean {
  return (
    /[0-9a-f]{8}-[0-9a-f]{4}-/i.test(value) ||
    /\/\d+(?:[/?]|$)/.test(value) ||
    /(?:^|[/_.:=-])\d{3,}(?:$|[/_.:?&-])/.test(value) ||
    /(?:^|[/_.:=-])(?=[0-9a-f]*\d)[0-9a-f]{12,}(?:$|[/_.:?&-])/i.test(value) ||
    /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(value) ||
    /\?[^=]*=/.test(value)
  );
}
