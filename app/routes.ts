import { index, type RouteConfig, type RouteConfigEntry, route } from '@react-router/dev/routes';

/** Everybody: the home page, the choice of language, statements. */
const publicRoutes: RouteConfigEntry[] = [
  index('routes/public/home.tsx'),
  route('language', 'routes/public/language.ts'),
  route('verify', 'routes/public/verify/verify.tsx'),
  route('verify/key.pem', 'routes/public/verify/key-pem.ts'),
  route('.well-known/recours-receipt-keys.json', 'routes/public/verify/keys-json.ts'),
  route('accessibility', 'routes/public/accessibility.tsx'),
  route('rights', 'routes/public/rights.tsx'),
  route('deadlines', 'routes/public/deadlines/deadlines.tsx'),
  route('privacy', 'routes/public/privacy.tsx'),
  route('collective', 'routes/public/collective/list.tsx'),
  route('collective/:page', 'routes/public/collective/page.tsx'),
  route('collective/:page/support', 'routes/public/collective/support.tsx'),
  route('collective/:page/entry', 'routes/public/collective/entry.tsx'),
  route('collective/:page/code/:request', 'routes/public/collective/code.tsx'),
  route('collective/:page/mine', 'routes/public/collective/mine.tsx'),
  route('demo', 'routes/public/demo/demo.tsx'),
  route('offline', 'routes/public/network-gone.tsx'),
  route('manifest/:language', 'routes/public/manifest.ts'),
  route('service-worker.js', 'routes/public/service-worker.ts'),
];

/** Complainants: filing, receipt, following a complaint. */
const consumerRoutes: RouteConfigEntry[] = [
  route('complaint/start', 'routes/consumer/filing/start.tsx'),
  route('complaint/shared-computer', 'routes/consumer/filing/shared-computer.ts'),
  route('complaint/new', 'routes/consumer/filing/who.tsx'),
  route('complaint/new/service', 'routes/consumer/filing/service.tsx'),
  route('complaint/new/problem', 'routes/consumer/filing/problem.tsx'),
  route('complaint/new/when', 'routes/consumer/filing/when.tsx'),
  route('complaint/new/facts', 'routes/consumer/filing/facts.tsx'),
  route('complaint/new/attempts', 'routes/consumer/filing/attempts.tsx'),
  route('complaint/new/not-yet', 'routes/consumer/filing/not-yet.tsx'),
  route('complaint/new/letter', 'routes/consumer/filing/letter.tsx'),
  route('complaint/new/keep', 'routes/consumer/filing/keep.tsx'),
  route('complaint/resume', 'routes/consumer/filing/resume.tsx'),
  route('complaint/new/wish', 'routes/consumer/filing/wish.tsx'),
  route('complaint/new/evidence', 'routes/consumer/filing/evidence.tsx'),
  route('complaint/new/contact', 'routes/consumer/filing/contact.tsx'),
  route('complaint/new/check', 'routes/consumer/filing/check.tsx'),
  route('complaint/new/delete', 'routes/consumer/filing/delete.tsx'),
  route('complaint/offline', 'routes/consumer/offline/wizard.tsx'),
  route('complaint/receipt', 'routes/consumer/filing/receipt.tsx'),
  route('complaint/receipt/:format', 'routes/consumer/receipt/just-filed.ts'),
  route('track', 'routes/consumer/track/index.tsx'),
  route('track/address', 'routes/consumer/track/address.tsx'),
  route('track/recover', 'routes/consumer/track/recover.tsx'),
  route('track/new-code', 'routes/consumer/track/new-code.tsx'),
  route('track/leave', 'routes/consumer/track/leave.ts'),
  route('track/case', 'routes/consumer/track/case.tsx'),
  route('track/case/receipt/:format', 'routes/consumer/receipt/of-open-case.ts'),
  route('track/case/answer', 'routes/consumer/track/answer.tsx'),
  route('track/case/reply', 'routes/consumer/track/reply.tsx'),
  route('track/case/public-text', 'routes/consumer/track/public-text.tsx'),
  route('track/case/message', 'routes/consumer/track/message.tsx'),
  route('track/case/custody.zip', 'routes/consumer/track/custody-zip.ts'),
  route('track/case/evidence', 'routes/consumer/track/evidence.tsx'),
  route('track/case/withdraw', 'routes/consumer/track/withdraw.tsx'),
  route('track/case/notifications', 'routes/consumer/track/notifications.tsx'),
  route('track/case/my-data', 'routes/consumer/track/my-data.tsx'),
  route('track/case/my-data/export', 'routes/consumer/track/my-data-export.ts'),
  route('track/case/rating', 'routes/consumer/track/rating.tsx'),
  route('track/case/print', 'routes/consumer/track/print.tsx'),
  route('s/:token', 'routes/consumer/track/stop.tsx'),
];

/** Staff's sign-in and sign-out. */
const authRoutes: RouteConfigEntry[] = [
  route('sign-in', 'routes/auth/sign-in.tsx'),
  route('sign-in/verify', 'routes/auth/verify.tsx'),
  route('sign-out', 'routes/auth/sign-out.ts'),
  route('account', 'routes/auth/account.tsx'),
  route('account/second-factor', 'routes/auth/second-factor.tsx'),
  route('account/password', 'routes/auth/password.tsx'),
  route('account/passkeys', 'routes/auth/passkeys.tsx'),
  route('sign-in/device', 'routes/auth/device.tsx'),
  route('invitation', 'routes/auth/invitation.tsx'),
  route('step-up', 'routes/auth/step-up.tsx'),
  route('passkey/:purpose', 'routes/auth/passkey-question.ts'),
];

/** Operators' liaison staff. */
const operatorRoutes: RouteConfigEntry[] = [
  route('operator', 'routes/operator/queue.tsx'),
  route('operator/unserved', 'routes/operator/unserved.tsx'),
  route('operator/live', 'routes/operator/live.ts'),
  route('operator/views', 'routes/operator/views.tsx'),
  route('operator/bulk', 'routes/operator/bulk.tsx'),
  route('operator/absence', 'routes/operator/absence.tsx'),
  route('operator/beside/:reference', 'routes/operator/beside.tsx'),
  route('operator/cases/:reference', 'routes/operator/case.tsx'),
  route('operator/cases/:reference/answer', 'routes/operator/answer.tsx'),
  route('operator/cases/:reference/answer/draft', 'routes/operator/answer-draft.ts'),
  route('operator/disputes', 'routes/operator/disputes/index.tsx'),
  route('operator/disputes/new', 'routes/operator/disputes/new.tsx'),
  route('operator/disputes/:reference', 'routes/operator/disputes/dispute.tsx'),
  route('operator/performance', 'routes/operator/performance/index.tsx'),
  route('operator/performance/cases', 'routes/operator/performance/cases.tsx'),
  route('operator/performance.csv', 'routes/operator/performance/figures-csv.ts'),
  route('operator/settings', 'routes/operator/settings/index.ts'),
  route('operator/settings/assignment', 'routes/operator/settings/assignment.tsx'),
  route('operator/settings/people', 'routes/operator/settings/people.tsx'),
  route('operator/settings/people/:id', 'routes/operator/settings/person.tsx'),
  route('operator/settings/api-keys', 'routes/operator/settings/api-keys.tsx'),
];

/** The regulator's staff. */
const regulatorRoutes: RouteConfigEntry[] = [
  route('regulator', 'routes/regulator/overview.tsx'),
  route('regulator/file', 'routes/regulator/file.tsx'),
  route('regulator/deliveries', 'routes/regulator/deliveries/deliveries.tsx'),
  route('regulator/cases', 'routes/regulator/cases.tsx'),
  route('regulator/cases/:reference', 'routes/regulator/case.tsx'),
  route('regulator/cases/:reference/supporters', 'routes/regulator/supporters.tsx'),
  route('regulator/cases/:reference/supporters.csv', 'routes/regulator/supporters-csv.ts'),
  route('regulator/cases/:reference/custody.zip', 'routes/regulator/custody-zip.ts'),
  route('regulator/cases.csv', 'routes/regulator/cases-csv.ts'),
  route('regulator/people', 'routes/regulator/people/index.tsx'),
  route('regulator/people/:id', 'routes/regulator/people/person.tsx'),
  route('regulator/figures', 'routes/regulator/figures.tsx'),
  route('regulator/figures.csv', 'routes/regulator/figures-csv.ts'),
  route('regulator/figures/comparison', 'routes/regulator/publish-comparison.ts'),
];

/** Machines. */
const apiRoutes: RouteConfigEntry[] = [
  route('healthz', 'routes/api/healthz.ts'),
  route('readyz', 'routes/api/readyz.ts'),
  route('evidence/:id/copy', 'routes/api/evidence-copy.ts'),
  route('evidence/:id/preview/:number', 'routes/api/evidence-preview.ts'),
  route('evidence/:id/original', 'routes/api/evidence-original.ts'),
  route('api/openapi.json', 'routes/api/document/openapi-json.ts'),
  route('api/docs', 'routes/api/document/docs.tsx'),
  route('api/v1/complaints', 'routes/api/v1/complaints.ts'),
  route('api/v1/complaints/:reference', 'routes/api/v1/complaint.ts'),
  route('api/v1/operator/cases', 'routes/api/v1/operator/cases.ts'),
  route('api/v1/operator/cases/:reference', 'routes/api/v1/operator/case.ts'),
  route('api/v1/operator/cases/:reference/messages', 'routes/api/v1/operator/messages.ts'),
  route('api/v1/operator/cases/:reference/:command', 'routes/api/v1/operator/command.ts'),
  route('api/v1/operator/evidence/:evidenceId', 'routes/api/v1/operator/evidence.ts'),
];

/** Development, test and demonstration instances; each refuses elsewhere. */
const previewRoutes: RouteConfigEntry[] = [
  route('preview', 'routes/preview/index.tsx'),
  route('preview/staff', 'routes/preview/staff.tsx'),
  route('preview/charts', 'routes/preview/charts.tsx'),
  route('dev/mail/:mailId?', 'routes/public/dev-mail.tsx'),
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
