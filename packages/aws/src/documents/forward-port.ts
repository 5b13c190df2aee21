/**
 * Any port but 80, without leading zeros: what the metadata service listens on is no port to forward,
 * whatever a name resolves to by the time the agent dials it.
 */
const remotePort =
  '[1-9]|[1-79][0-9]|8[1-9]|[1-9][0-9]{2,3}|' +
  '[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5]';

/** 0 lets the client choose. */
const localPort =
  '[0-9]|[1-9][0-9]{1,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5]';

/**
 * The document `Sekisho-ForwardPort`: what AWS-StartPortForwardingSessionToRemoteHost does, to listed
 * hosts alone. AWS does not say how it applies a pattern, so each holds itself to the whole value, and
 * uses nothing that engines of regular expressions disagree about.
 * Source: Systems Manager User Guide, "Session document schema": `allowedPattern`, and `properties` of
 * a `Port` session.
 *
 * @param hosts what `hostsPattern` made of the list
 */
export function forwardPortDocument(hosts: string) {
  return {
    schemaVersion: '1.0',
    description: 'Forwards a local port through an ops server to a listed host',
    sessionType: 'Port',
    parameters: {
      host: {
        type: 'String',
        description: 'Name or private address of a listed host',
        allowedPattern: `^(?:${hosts})$`,
      },
      portNumber: {
        type: 'String',
        description: 'Port of that host, but 80',
        allowedPattern: `^(?:${remotePort})$`,
      },
      localPortNumber: {
        type: 'String',
        description: 'Port on your own machine; 0 takes one that is free',
        allowedPattern: `^(?:${localPort})$`,
        default: '0',
      },
    },
    properties: {
      host: '{{ host }}',
      portNumber: '{{ portNumber }}',
      type: 'LocalPortForwarding',
      localPortNumber: '{{ localPortNumber }}',
    },
  } as const;
}
