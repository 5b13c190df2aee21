/** Documents that a holder opens sessions with. */
export const sessionDocuments = {
  /** What a command that names none opens: the account's own preferences. */
  shell: 'SSM-SessionManagerRunShell',
  /** What ports are forwarded by unless a document of one's own is named. */
  forward: 'AWS-StartPortForwardingSessionToRemoteHost',
} as const;

/**
 * What a holder does with these commands, by rights of their own; the plug-in of the AWS CLI opens the
 * channel, resumes and ends. Source: Systems Manager User Guide, "Quickstart end user policies for Session Manager".
 */
export const holderActions = [
  'ssm:ResumeSession',
  'ssm:StartSession',
  'ssm:TerminateSession',
  'ssmmessages:OpenDataChannel',
] as const;

export interface ConnectOptions {
  readonly instanceId: string;
  readonly region: string;
  /** Profile of the AWS CLI; none means its default. */
  readonly profile?: string;
}

export interface ForwardOptions extends ConnectOptions {
  /** Name or address as the instance sees it, e.g. a database's endpoint. */
  readonly host: string;
  readonly remotePort: number;
  readonly localPort: number;
  /** The account's own document, which says what hosts there are; null for AWS's, which takes any. */
  readonly document: string | null;
}

/**
 * The command that opens a plain shell on the instance, as an argv array.
 * It names no document, so that the account's own session preferences (recording, run-as) hold.
 */
export function connectCommand(options: ConnectOptions): string[] {
  return ['aws', 'ssm', 'start-session', '--target', options.instanceId, ...where(options)];
}

/**
 * The command that carries a local port through the instance to a host beyond it, as an argv array.
 * Source: Session Manager, "Starting a session (port forwarding to remote host)".
 */
export function forwardCommand(options: ForwardOptions): string[] {
  const { host, remotePort, localPort, document } = options;
  const parameters = {
    host: [host],
    portNumber: [String(remotePort)],
    localPortNumber: [String(localPort)],
  };
  return [
    ...connectCommand(options),
    '--document-name',
    document ?? sessionDocuments.forward,
    '--parameters',
    JSON.stringify(parameters),
    // Session Manager tells nobody with what parameters a session was opened, but why.
    '--reason',
    `${host}:${remotePort}`.slice(0, 256),
  ];
}

function where({ region, profile }: ConnectOptions): string[] {
  return ['--region', region, ...(profile === undefined ? [] : ['--profile', profile])];
}
