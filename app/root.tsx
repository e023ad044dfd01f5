import { enhanceScripts } from 'virtual:enhance-scripts';
import type { ReactNode } from 'react';
import { renderToString } from 'react-dom/server';
import { I18nextProvider } from 'react-i18next';
import { Links, type LinksFunction, Meta, Outlet, useRouteLoaderData } from 'react-router';
import { ERROR_CODES } from '#app/domain/shared/errors.ts';
import { directionOf, LANGUAGES } from '#app/domain/shared/language.ts';
import { i18nFor } from '#app/i18n/i18n.ts';
import { offeredLanguages, requestLanguage } from '#app/i18n/request-language.ts';
import { env } from '#app/platform/env.server.ts';
import { type Refusal, refusalOf } from '#app/platform/http/escaped-refusals.server.ts';
import { isSharedComputer } from '#app/platform/session/shared-computer.server.ts';
import { type AppInformation, AppProvider } from '#app/ui/app-context.tsx';
import { ErrorPage, RefusalPage } from '#app/ui/error-page.tsx';
import { activeProfile } from '#app/usecases/profile.server.ts';
import type { Route } from './+types/root.ts';
import stylesheet from './styles/app.css?url';

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: stylesheet },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
];

/**
 * Whoever refuses, a page that could not even read its form or an address that gives out a file: people read why, in
 * their language and under the refusal's status. Who asked for no page gets the code.
 */
export const middleware: Route.MiddlewareFunction[] = [
  async ({ request }, next) => {
    const response = await next();
    const refusal = await refusalOf(request, response);
    return refusal === null ? response : refusalResponse(request, refusal);
  },
];

async function refusalResponse(request: Request, refusal: Refusal): Promise<Response> {
  const answer = { status: ERROR_CODES[refusal.code], headers: { 'Cache-Control': 'no-store' } };
  if (!(request.headers.get('accept') ?? '').includes('text/html')) return Response.json(refusal, answer);
  const app = await informationFor(request);
  const page = renderToString(
    <Document app={app} head={<link rel="stylesheet" href={stylesheet} />}>
      <RefusalPage {...refusal} />
    </Document>,
  );
  return new Response(`<!DOCTYPE html>${page}`, {
    ...answer,
    headers: {
      ...answer.headers,
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Language': app.language,
    },
  });
}

export function loader({ request }: Route.LoaderArgs): Promise<AppInformation> {
  return informationFor(request);
}

async function informationFor(request: Request): Promise<AppInformation> {
  const profile = activeProfile();
  const language = requestLanguage(request, profile);
  const url = new URL(request.url);
  url.searchParams.delete('lng');
  return {
    language,
    direction: directionOf(language),
    languages: offeredLanguages(profile),
    profile: profile.id,
    regulator: profile.regulator.name[language],
    instance: env().RECOURS_INSTANCE,
    timeZone: profile.timeZone,
    currency: profile.currency,
    path: `${url.pathname}${url.search}`,
    sharedComputer: await isSharedComputer(request),
    staffScript: enhanceScripts.staff,
    uploadScript: enhanceScripts.upload,
  };
}

/** What a page falls back on when not even the root's loader could answer. */
const WITHOUT_LOADER: AppInformation = {
  language: LANGUAGES[0],
  direction: directionOf(LANGUAGES[0]),
  languages: LANGUAGES,
  profile: 'fr',
  regulator: 'Recours',
  instance: 'production',
  timeZone: 'UTC',
  currency: 'EUR',
  path: '/',
  sharedComputer: false,
  staffScript: enhanceScripts.staff,
  uploadScript: enhanceScripts.upload,
};

export function Layout({ children }: { children: ReactNode }) {
  const app = useRouteLoaderData<typeof loader>('root') ?? WITHOUT_LOADER;
  const head = (
    <>
      <Meta />
      <Links />
    </>
  );
  return (
    <Document app={app} head={head}>
      {children}
    </Document>
  );
}

interface DocumentProps {
  readonly app: AppInformation;
  readonly head: ReactNode;
  readonly children: ReactNode;
}

function Document({ app, head, children }: DocumentProps) {
  return (
    <html
      lang={app.language}
      dir={app.direction}
      data-profile={app.profile}
      data-shared-computer={app.sharedComputer ? '' : undefined}
    >
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        {head}
        <link rel="manifest" href={`/manifest/${app.language}`} />
        <script type="module" src={enhanceScripts.public} />
      </head>
      <body>
        <I18nextProvider i18n={i18nFor(app.language)}>
          <AppProvider value={app}>{children}</AppProvider>
        </I18nextProvider>
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <ErrorPage error={error} />;
}
