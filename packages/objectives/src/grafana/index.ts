export { type Dashboard, makeDashboards } from './make-dashboards.ts';
