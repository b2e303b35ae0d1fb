const rooms = require('./house.order.cjs')
const room = (name = '([^/]+)') => `^src/capabilities/${name}/`
const never = (name, from, to) => ({ name, severity: 'error', from, to })
const TESTS = '[.]test[.]tsx?$'

/** The walls of the house (docs/house.md). A test may look at the harness, which joins everything. */
module.exports = {
  forbidden: [
    never('no-cycles', { pathNot: TESTS }, { circular: true }),
    never('kernel-is-alone', { path: '^src/kernel/', pathNot: TESTS }, { path: '^src/(?!kernel/)' }),
    never('regulations-are-pure', { path: '^src/regulations/', pathNot: TESTS }, { pathNot: '^src/(kernel|regulations)/' }),
    never('platform-knows-no-domain', { path: '^src/platform/', pathNot: TESTS }, { path: '^src/(regulations|capabilities|app)/' }),
    never('front-door-only', { path: room(), pathNot: TESTS }, { path: '^src/capabilities/(?!$1/)[^/]+/', pathNot: '/(index|contract|ui/index|ui/(office|pocket)/index)[.]tsx?$' }),
    never('app-enters-by-the-front-door', { path: '^src/app/', pathNot: TESTS }, { path: '^src/capabilities/[^/]+/', pathNot: '/(index|contract|codes|messages[.]vi|ui/index|ui/(office|pocket)/index)[.]tsx?$' }),
    never('ui-reaches-server-by-contract', { path: `${room()}ui/` },
      { path: '^src/(capabilities|platform|app)/', pathNot: '(/ui/|/contract[.]ts$|/codes[.]ts$|/messages[.]vi[.]ts$|^src/platform/ui-kit/)' }),
    never('app-is-the-roof', { path: '^src/', pathNot: `^src/app/|${TESTS}` }, { path: '^src/app/' }),
    never('server-never-imports-ui', { path: room(), pathNot: `/ui/|${TESTS}` }, { path: '/(ui|ui-kit)/' }),
    never('product-does-not-need-tests', { path: '^src/', pathNot: TESTS }, { path: '^tests/' }),
    ...rooms.slice(0, -1).map((name, i) => never(`${name}-looks-down-only`, { path: room(name), pathNot: TESTS }, { path: room(`(${rooms.slice(i + 1).join('|')})`) })),
  ],
  options: { tsConfig: { fileName: 'tsconfig.server.json' }, tsPreCompilationDeps: true, doNotFollow: { path: 'node_modules' }, exclude: { path: 'node_modules' } },
}
