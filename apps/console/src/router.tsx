import { createRoute, createRouter } from '@tanstack/react-router';
import { readAccessSearch } from './access/draft.ts';
import { readAskSearch } from './ask/search.ts';
import { readChatSearch } from './chat/search.ts';
import { readCostsSearch } from './costs/search.ts';
import { readDoctorSearch } from './doctor/search.ts';
import { readHistorySearch } from './history/search.ts';
import { readDeviceSearch, readLinkSearch } from './me/search.ts';
import { NowPage } from './now/now-page.tsx';
import { readPeopleSearch } from './people/search.ts';
import { readSessionSearch, readSessionsSearch } from './recordings/search.ts';
import { lazyPage } from './shared/lazy-page.ts';
import { readAddress, writeAddress } from './shared/search-params.ts';
import { PageFailed } from './shell/page-failed.tsx';
import { parent, rootRoute } from './shell/root-route.ts';
import { routesOfSlos } from './slo/routes.ts';
import { readTimelineSearch } from './timeline/search.ts';

const now = createRoute({ ...parent, path: '/', component: NowPage });
const ask = createRoute({
  ...parent,
  path: '/ask',
  validateSearch: readAskSearch,
  component: lazyPage(() => import('./ask/ask-page.tsx'), 'AskPage'),
});
const lease = createRoute({
  ...parent,
  path: '/leases/$id',
  component: lazyPage(() => import('./lease/lease-page.tsx'), 'LeasePage'),
});
const history = createRoute({
  ...parent,
  path: '/history',
  validateSearch: readHistorySearch,
  component: lazyPage(() => import('./history/history-page.tsx'), 'HistoryPage'),
});
const costs = createRoute({
  ...parent,
  path: '/costs',
  validateSearch: readCostsSearch,
  component: lazyPage(() => import('./costs/costs-page.tsx'), 'CostsPage'),
});
const sweep = createRoute({
  ...parent,
  path: '/sweep',
  component: lazyPage(() => import('./sweep/sweep-page.tsx'), 'SweepPage'),
});
const recovery = createRoute({
  ...parent,
  path: '/recovery',
  component: lazyPage(() => import('./recovery/recovery-page.tsx'), 'RecoveryPage'),
});
const doctor = createRoute({
  ...parent,
  path: '/doctor',
  validateSearch: readDoctorSearch,
  component: lazyPage(() => import('./doctor/doctor-page.tsx'), 'DoctorPage'),
});
const sessions = createRoute({
  ...parent,
  path: '/sessions',
  validateSearch: readSessionsSearch,
  component: lazyPage(() => import('./recordings/sessions-page.tsx'), 'SessionsPage'),
});
const session = createRoute({
  ...parent,
  path: '/sessions/$id',
  validateSearch: readSessionSearch,
  component: lazyPage(() => import('./recordings/session-page.tsx'), 'SessionPage'),
});
const timeline = createRoute({
  ...parent,
  path: '/timeline',
  validateSearch: readTimelineSearch,
  component: lazyPage(() => import('./timeline/timeline-page.tsx'), 'TimelinePage'),
});
const people = createRoute({
  ...parent,
  path: '/people',
  validateSearch: readPeopleSearch,
  component: lazyPage(() => import('./people/people-page.tsx'), 'PeoplePage'),
});
const me = createRoute({
  ...parent,
  path: '/me',
  component: lazyPage(() => import('./me/me-page.tsx'), 'MePage'),
});
const device = createRoute({
  ...parent,
  path: '/device',
  validateSearch: readDeviceSearch,
  component: lazyPage(() => import('./me/device-page.tsx'), 'DevicePage'),
});
const link = createRoute({
  ...parent,
  path: '/link',
  validateSearch: readLinkSearch,
  component: lazyPage(() => import('./me/link-page.tsx'), 'LinkPage'),
});
const access = createRoute({
  ...parent,
  path: '/access',
  validateSearch: readAccessSearch,
  component: lazyPage(() => import('./access/access-page.tsx'), 'AccessPage'),
});
const accounts = createRoute({
  ...parent,
  path: '/accounts',
  component: lazyPage(() => import('./access/accounts/accounts-page.tsx'), 'AccountsPage'),
});
const membership = createRoute({
  ...parent,
  path: '/membership',
  component: lazyPage(() => import('./membership/membership-page.tsx'), 'MembershipPage'),
});
const chat = createRoute({
  ...parent,
  path: '/chat',
  validateSearch: readChatSearch,
  component: lazyPage(() => import('./chat/chat-page.tsx'), 'ChatPage'),
});
const welcome = createRoute({
  ...parent,
  path: '/welcome',
  component: lazyPage(() => import('./welcome/welcome-page.tsx'), 'WelcomePage'),
});

const records = [
  history,
  costs,
  sweep,
  recovery,
  doctor,
  sessions,
  session,
  timeline,
  access,
  accounts,
  membership,
  ...routesOfSlos,
] as const;

export const router = createRouter({
  routeTree: rootRoute.addChildren([
    now,
    ask,
    lease,
    ...records,
    people,
    me,
    device,
    link,
    chat,
    welcome,
  ]),
  parseSearch: readAddress,
  stringifySearch: writeAddress,
  defaultErrorComponent: PageFailed,
  defaultPreload: 'intent',
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
