export { type Dashboard, type MadeDashboards, makeDashboards } from './make-dashboards.ts';
