export { examine } from './examine.ts';
export { accountCodes, accountExaminations } from './examine-account.ts';
export { databaseAheadMs, databaseExaminations } from './examine-database.ts';
export { engineCodes, engineExaminations } from './examine-engines.ts';
export type { DoctorPorts, Examination } from './ports.ts';
export { runExaminations, withoutSecrets } from './run.ts';
export { askedOf, isWanted, noSuchAccount } from './wanted.ts';
