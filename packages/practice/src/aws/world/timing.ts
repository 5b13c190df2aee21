/** How long things take, in milliseconds; `jitter` widens each by up to that part of itself. */
export interface Timing {
  /** From the launch until other calls see the instance. */
  readonly visibleMs: number;
  /** For how long the state before termination is still shown. */
  readonly lingerMs: number;
  readonly pendingMs: number;
  /** From running (or a reboot) until the SSM agent answers. */
  readonly agentMs: number;
  readonly shuttingDownMs: number;
  readonly stoppingMs: number;
  /** From a schedule's time until it fires; real ones keep to the minute. */
  readonly scheduleLagMs: number;
  /** From the start of an Automation until it acts. */
  readonly automationMs: number;
  /** From asking for an assignment, or for its end, until it is so. */
  readonly assignMs: number;
  /** For how long after an assignment came its removal is refused. */
  readonly assignRestMs: number;
  /** How many calls Identity Center answers in a second, all its operations together. */
  readonly identityCallsPerSecond: number;
  /** From a change of a role's policies until it decides about calls. */
  readonly policyMs: number;
  /** From writing an image's id into a parameter until AWS has looked at it and shows it. */
  readonly parameterMs: number;
  /** How often the machine renews its heartbeat tag while a process is held. */
  readonly heartbeatMs: number;
  readonly jitter: number;
}

/** What a person who tries Sekisho meets: a server is ready in three to four seconds. */
export const practiceTiming: Timing = {
  visibleMs: 300,
  lingerMs: 200,
  pendingMs: 1600,
  agentMs: 1600,
  shuttingDownMs: 1500,
  stoppingMs: 1500,
  scheduleLagMs: 1000,
  automationMs: 1000,
  policyMs: 3000,
  parameterMs: 1500,
  assignMs: 2500,
  assignRestMs: 2000,
  identityCallsPerSecond: 20,
  heartbeatMs: 60_000,
  jitter: 0.15,
};

/** Everything happens at once: for tests that are about something else. */
export const instantTiming: Timing = {
  visibleMs: 0,
  lingerMs: 0,
  pendingMs: 0,
  agentMs: 0,
  shuttingDownMs: 0,
  stoppingMs: 0,
  scheduleLagMs: 0,
  automationMs: 0,
  policyMs: 0,
  parameterMs: 0,
  assignMs: 0,
  assignRestMs: 0,
  identityCallsPerSecond: Number.POSITIVE_INFINITY,
  heartbeatMs: 60_000,
  jitter: 0,
};
