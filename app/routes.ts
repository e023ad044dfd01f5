import { index, type RouteConfig, type RouteConfigEntry, route } from '@react-router/dev/routes';

/** Everybody: the home page, the choice of language, statements. */
const publicRoutes: RouteConfigEntry[] = [
  index('routes/public/home.tsx'),
  route('language', 'routes/public/language.ts'),
  route('accessibility', 'routes/public/accessibility.tsx'),
  route('privacy', 'routes/public/privacy.tsx'),
];

/** Complainants: filing, receipt, following a complaint. */
const consumerRoutes: RouteConfigEntry[] = [];

/** Staff's sign-in and sign-out. */
const authRoutes: RouteConfigEntry[] = [];

/** Operators' liaison staff. */
const operatorRoutes: RouteConfigEntry[] = [];

/** The regulator's staff. */
const regulatorRoutes: RouteConfigEntry[] = [];

/** Machines. */
const apiRoutes: RouteConfigEntry[] = [];

/** Development, test and demonstration instances; each refuses elsewhere. */
const previewRoutes: RouteConfigEntry[] = [
  route('preview', 'routes/preview/index.tsx'),
  route('preview/staff', 'routes/preview/staff.tsx'),
  route('preview/charts', 'routes/preview/charts.tsx'),
];

export default [
  ...publicRoutes,
  ...consumerRoutes,
  ...authRoutes,
  ...operatorRoutes,
  ...regulatorRoutes,
  ...apiRoutes,
  ...previewRoutes,
  route('*', 'routes/public/not-found.tsx'),
] satisfies RouteConfig;
