import { actions as preferences } from './doctor/preferences.ts';
import { actions as roleSight } from './doctor/role-sight.ts';

/** What the doctor reads besides what lending ops servers calls anyway: optional, and nothing is changed by it. */
export const doctorActions = [...preferences, ...roleSight].sort();
