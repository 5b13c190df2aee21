export { binomialTail } from './binomial.ts';
export { type Guard, type GuardReading, readGuard } from './guard.ts';
export { type AlertPolicy, usualPolicy } from './policy.ts';
export { readAlerts } from './read-alerts.ts';
export {
  type BurnReading,
  type ClientErrorsReading,
  type DropReading,
  type Evaluation,
  type NoDataReading,
  type Reading,
  type SpentReading,
  type WindowReading,
} from './reading.ts';
export {
  type AlertEvent,
  type AlertMemory,
  type AlertState,
  nextMemory,
  nothingYet,
  step,
} from './step.ts';
export { burnFactor, checkTiers, standardTiers, type Tier, type TierComplaint } from './tier.ts';
