// The import table of docs/architecture.md. A rule that hinders is a reason to change the design, not this file.

/** Files that are no part of the product's layers. */
const TEST = '\\.(int\\.)?test\\.tsx?$';

/** What a layer may import of the project: everything else in it is refused. */
function layer(name, from, allowed, options = {}) {
  return {
    name,
    severity: 'error',
    comment: options.comment,
    from: { path: from, pathNot: [TEST, ...(options.except ?? [])] },
    to: { path: '^(app|profiles|prisma|scripts|e2e|bench|server\\.ts|worker\\.ts)', pathNot: allowed },
  };
}

/** What the rules' code may import from npm: validation and one date library. */
const PURE_PACKAGES = 'node_modules/(zod|temporal-polyfill|temporal-spec|temporal-utils)/';
const AUDIENCES = ['public', 'consumer', 'operator', 'regulator', 'auth', 'api', 'preview'];

module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      from: { pathNot: 'platform/db/generated' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    layer('domain-pure', '^app/domain/', ['^app/domain/'], {
      comment: 'Rules run in a browser and know neither database nor server.',
    }),
    {
      name: 'domain-pure-packages',
      severity: 'error',
      from: { path: '^app/domain/', pathNot: TEST },
      to: { dependencyTypes: ['npm', 'npm-dev', 'core', 'npm-no-pkg', 'unknown'], pathNot: PURE_PACKAGES },
    },
    layer('platform-stands-alone', '^app/platform/', ['^app/platform/', '^app/domain/'], {
      comment: "It speaks the rules' language (actors, media types, errors) and knows no use case.",
    }),
    layer('i18n-reads-rules', '^app/i18n/', ['^app/(i18n|domain)/', '^profiles/']),
    layer('ui-browser-safe', '^app/ui/', ['^app/(ui|domain|i18n)/'], {
      comment: 'Components show what they are given; they fetch nothing.',
    }),
    layer('mail-is-text', '^app/mail/', ['^app/(mail|domain|i18n)/']),
    layer('enhance-browser-safe', '^app/enhance/', ['^app/(enhance|domain|i18n)/']),
    layer('job-contracts', '^app/jobs/contracts\\.ts$', ['^app/domain/']),
    layer('schemas-shared-with-forms', '^app/usecases/.*\\.schema\\.ts$', [
      '^app/domain/',
      '\\.schema\\.ts$',
    ]),
    layer(
      'usecases',
      '^app/usecases/',
      ['^app/(usecases|domain|platform)/', '^app/jobs/contracts\\.ts$', '^profiles/'],
      {
        except: ['\\.schema\\.ts$'],
      },
    ),
    layer('jobs', '^app/jobs/', ['^app/(jobs|usecases|mail|i18n|platform|domain)/'], {
      except: ['^app/jobs/contracts\\.ts$'],
    }),
    layer(
      'routes-no-db',
      '^app/routes/',
      [
        '^app/(routes|usecases|domain|ui|i18n|enhance|styles)/',
        '^app/platform/(session|http)/',
        '^app/platform/(env|clock|log)\\.server\\.ts$',
        'react-router/types',
      ],
      {
        except: ['^app/routes/preview/'],
        comment: 'A page asks a use case; it never queries.',
      },
    ),
    layer('previews', '^app/routes/preview/', [
      '^app/(routes/preview|usecases|domain|ui|i18n|mail|enhance|styles)/',
      '^app/platform/session/',
      '^app/platform/(env|clock|log)\\.server\\.ts$',
    ]),
    ...AUDIENCES.map(audience => ({
      name: `audiences-apart-${audience}`,
      severity: 'error',
      comment: 'What two audiences share belongs to ui/ or usecases/.',
      from: { path: `^app/routes/${audience}/`, pathNot: TEST },
      to: { path: `^app/routes/(?!${audience}/)[^/]+/` },
    })),
    layer('server', '^app/server/', ['^app/(server|platform|usecases|domain)/'], {
      comment: 'It answers resumable uploads by itself: their protocol is not one of pages.',
    }),
    layer('entries', '^app/(root|entry\\.server|entry\\.client)\\.tsx$', [
      '^app/(ui|i18n|domain|styles|enhance)/',
      '^app/usecases/profile\\.server\\.ts$',
      '^app/platform/(session|http)/',
      '^app/platform/env\\.server\\.ts$',
    ]),
    layer('profiles-are-data', '^profiles/', ['^profiles/', '^app/domain/']),
    {
      name: 'nothing-imports-the-edge',
      severity: 'error',
      comment:
        'server.ts, worker.ts, seed, scripts, e2e and bench may import anything; nothing imports them.',
      from: { path: '^(app|profiles)/', pathNot: TEST },
      to: { path: '^(scripts|e2e|bench|prisma/seed|server\\.ts|worker\\.ts)' },
    },
    {
      name: 'resolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^virtual:|^\\./\\+types/|\\+types/' },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', 'platform/db/generated'] },
    exclude: { path: ['/[+]types/', '[.]css', '[.]json$'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json', '.d.ts'],
    },
  },
};
