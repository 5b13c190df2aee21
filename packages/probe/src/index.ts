export { type Expectation, judgeRun, type ProbeFault } from './judge-run.ts';
export {
  createProbeSource,
  type ProbeRecord,
  type ProbeResult,
  type ProbeSourceOptions,
} from './probe-source.ts';
export type { Answered, Failed, FailedPhase, Phases, ProbeRun, ProbeTarget } from './run.ts';
export { type ProbeSurroundings, runProbe } from './run-probe.ts';
