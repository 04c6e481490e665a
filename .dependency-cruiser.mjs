/** The rooms of the house. Each rule says why, and where the code belongs instead. */
export default {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one idea, or hide a third; split off what both need.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'apps-never-import-apps',
      comment: 'Processes talk over NATS. What two of them must agree on is a contract: put it in libs/contracts.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'contracts-import-only-schemas',
      comment:
        'Contracts run in every process: data shapes and words, no I/O, no framework (Swagger and class-validator only for HTTP DTOs).',
      severity: 'error',
      from: { path: '^libs/contracts/', pathNot: '\\.spec\\.ts$' },
      to: { pathNot: ['^libs/contracts/', '^node_modules/(zod|class-validator|class-transformer|@nestjs/swagger)/'] },
    },
    {
      name: 'nats-knows-no-business',
      comment: 'libs/nats carries messages; what they mean belongs to the apps.',
      severity: 'error',
      from: { path: '^libs/nats/' },
      to: { path: '^apps/' },
    },
    {
      name: 'only-disk-touches-fs',
      comment:
        "The agent reaches people's files only through disk/, where every path is walked by descriptors. Add a verb there.",
      severity: 'error',
      from: { path: '^apps/file-agent/src/', pathNot: ['^apps/file-agent/src/disk/', '\\.spec\\.ts$', '/testing/'] },
      to: { path: '^(node:)?fs(/promises)?$' },
    },
    {
      name: 'only-sys-imports-fs',
      comment: 'Inside disk/, sys.ts is the one door to the kernel, so that faults can be put in front of every call.',
      severity: 'error',
      from: { path: '^apps/file-agent/src/disk/', pathNot: ['/sys\\.ts$', '\\.spec\\.ts$', '/testing/'] },
      to: { path: '^(node:)?fs(/promises)?$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'disk-and-operations-know-no-framework',
      comment:
        'What an operation does must be readable and testable without Nest and NATS; the controller plugs it in.',
      severity: 'error',
      from: { path: '^apps/file-agent/src/(disk|operations|planning|selection|text)/' },
      to: { path: '^(node_modules/@(nestjs|nats-io)/|libs/nats/)' },
    },
    {
      name: 'planner-touches-no-files',
      comment: 'Words in, operations out: the planner must not be able to touch a disk.',
      severity: 'error',
      from: { path: '^apps/planner/src/', pathNot: ['\\.spec\\.ts$', '/testing/', '^apps/planner/src/env\\.ts$'] },
      to: { path: '^(node:)?fs(/promises)?$' },
    },
    {
      name: 'only-the-planner-knows-openai',
      comment: "The model lives behind the planner's port.",
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: '^apps/planner/src/model/' },
      to: { path: '^node_modules/openai/' },
    },
    {
      name: 'testing-stays-in-tests',
      comment: 'Stand-ins for the outside must not reach a running system.',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: ['/testing/', '\\.spec\\.ts$'] },
      to: { path: '/testing/' },
    },
    {
      name: 'declared-dependencies-only',
      comment: 'A package that is only there by luck may be gone tomorrow: declare it in package.json.',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: ['\\.spec\\.ts$', '/testing/'] },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'npm-dev', 'unknown'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|apps/gateway/src/page/assets)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      conditionNames: ['ordena-source', 'import', 'require', 'node', 'default', 'types'],
      exportsFields: ['exports'],
      mainFields: ['main', 'types'],
    },
    combinedDependencies: false,
  },
};
