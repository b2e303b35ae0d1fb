import type { Action, Ctx } from '../../../platform/action/index.ts'
import type { AnswerOf, InputOf } from '../../../platform/http/index.ts'
import { fillIn } from '../../../platform/words.ts'
import { dayCell, type ExportedList } from '../../audit/index.ts'
import type { organisationsContract } from '../../organisations/contract.ts'
import { organisationTypeNames } from '../../organisations/index.ts'
import type { sourcesAndTargetsContract } from '../../sources-and-targets/contract.ts'
import { unionNames } from '../../sources-and-targets/index.ts'
import type { statisticsContract } from '../../statistics/contract.ts'
import { column, linesOf, placeText, rowsOf } from './exported.ts'
import { cellWords, listWords, termWords, titles as t } from './words.vi.ts'

type Tree = AnswerOf<typeof organisationsContract.listTree>
type TreeInput = InputOf<typeof organisationsContract.listTree>
type Node = Tree['rows'][number] & { above?: string }

/** The tree is shown level by level; taken out, it is whole: each organisation with those below it, as deep as it goes. */
async function wholeTree(ctx: Ctx, input: TreeInput, run: Action<TreeInput, Tree>): Promise<Tree> {
  const top = await run(ctx, input)
  if (input.search) return top
  const below = async (nodes: readonly Node[], above: string): Promise<Node[]> => {
    const rows: Node[] = []
    for (const node of nodes) {
      rows.push({ ...node, above })
      if (node.hasChildren && node.id !== top.rootId) {
        const { rows: children } = await run(ctx, { ...input, root: node.id })
        rows.push(...(await below(children.filter((child) => child.parentId === node.id), node.shortName)))
      }
    }
    return rows
  }
  const root = top.rows.find((node) => node.id === top.rootId)
  return { ...top, rows: [...(root ? [root] : []), ...(await below(top.rows.filter((node) => node.id !== top.rootId), root?.shortName ?? ''))] }
}

const tree = rowsOf<typeof organisationsContract.listTree, Tree, Node>({
  of: 'organisations.listTree', title: listWords.organisations.title, fileName: listWords.organisations.file, read: wholeTree,
  columns: [
    column(t.code, 14, (row) => row.code), column(t.name, 40, (row) => row.name), column(t.kind, 24, (row) => organisationTypeNames[row.type] ?? row.type), column(t.above, 30, (row) => row.above), column(t.cells, 10, (row) => row.cells),
    column(t.members, 10, (row) => row.counts?.members), column(t.full, 10, (row) => row.counts?.full), column(t.probationary, 10, (row) => row.counts?.probationary), column(t.womenCount, 10, (row) => row.counts?.women),
    column(t.minority, 12, (row) => row.counts?.ethnicMinority), column(t.termEnds, 14, (row) => dayCell(row.termLastDay)),
  ],
})

const targets = rowsOf<typeof sourcesAndTargetsContract.findTargetProgress>({
  of: 'sourcesAndTargets.findTargetProgress', title: listWords.targets.title, fileName: listWords.targets.file,
  columns: [
    column(t.unit, 36, (row) => row.name), column(t.given, 12, (row) => row.given), column(t.passedOn, 12, (row) => row.passedOn), column(t.admitted, 12, (row) => row.admitted), column(t.behind, 12, (row) => row.behind),
    column(t.thisYear, 10, (row) => row.thisYear), column(t.basis, 40, (row) => row.basis),
  ],
})

type Reviews = AnswerOf<typeof sourcesAndTargetsContract.listMassReviews>
type ReviewLine = { place: string; review: Reviews['unions'][number] }

const massOrganisations = linesOf<typeof sourcesAndTargetsContract.listMassReviews, ReviewLine>({
  of: 'sourcesAndTargets.listMassReviews', title: listWords.massOrganisations.title, fileName: listWords.massOrganisations.file,
  // Never added up: a person may belong to several.
  rows: ({ unions, places }) => [
    ...unions.map((review) => ({ place: cellWords.everywhere, review })), ...places.flatMap((place) => place.reviews.map((review) => ({ place: place.name, review }))),
  ],
  columns: [
    column(t.unit, 36, ({ place }) => place), column(t.union, 28, ({ review }) => unionNames[review.unionCode]), column(t.unionTotal, 14, ({ review }) => review.total), column(t.partyMembers, 14, ({ review }) => review.partyMembers),
    column(t.nonMembers, 14, ({ review }) => review.nonMembers), column(t.reviewedOn, 14, ({ review }) => dayCell(review.reviewedOn)),
  ],
})

type Dashboard = AnswerOf<typeof statisticsContract.findDashboard>
type Figure = readonly [name: string, value: number | null | undefined]

const figuresOf = ({ members, admissions, late, cells, massOrganisations: unions, furthestBehind }: Dashboard): Figure[] => [
  [termWords.members, members.members], [termWords.probationary, members.probationary], [termWords.women, members.women], [termWords.ethnicMinority, members.ethnicMinority],
  [termWords.cells, members.cells], [termWords.grassroots, members.grassrootsOrganisations],
  ...(admissions ? [
    [termWords.target, admissions.target], [termWords.admitted, admissions.admitted], [termWords.behind, admissions.pace?.behind], ...admissions.byYear.map((each): Figure => [fillIn(termWords.inYear, { year: String(each.year) }), each.admitted]),
    [termWords.lastTwelve, admissions.lastTwelveMonths.admitted],
  ] satisfies Figure[] : []),
  ...(late ? [[termWords.late, late.total] satisfies Figure] : []),
  [termWords.over24, cells.over24], [termWords.twoTerms, cells.twoTerms], [termWords.followingNobody, cells.followingNobody], [termWords.followed, cells.followed], [termWords.classDone, cells.classDone],
  ...unions.map((union): Figure => [fillIn(termWords.nonMembers, { union: unionNames[union.code as keyof typeof unionNames] ?? union.code }), union.nonMembers]),
  ...furthestBehind.map((each): Figure => [fillIn(termWords.behindOf, { organisation: each.shortName }), each.behind]),
]

const term = linesOf<typeof statisticsContract.findDashboard, Figure>({
  of: 'statistics.findDashboard', title: listWords.term.title, fileName: listWords.term.file, rows: figuresOf,
  columns: [column(t.figure, 60, ([name]) => name), column(t.value, 12, ([, value]) => value)],
})

const sourceCells = rowsOf<typeof sourcesAndTargetsContract.listCellsBySources>({
  of: 'sourcesAndTargets.listCellsBySources', title: listWords.sourceCells.title, fileName: listWords.sourceCells.file,
  columns: [
    column(t.cell, 36, (row) => placeText(row.cellName, row.aboveName)), column(t.lastAdmission, 14, (row) => dayCell(row.lastAdmissionOn)), column(t.members, 10, (row) => row.members), column(t.averageAge, 10, (row) => row.averageAge),
    column(t.young, 12, (row) => row.fullUnder35), column(t.followed, 12, (row) => row.followed), column(t.classDone, 10, (row) => row.classDone), column(t.files, 10, (row) => row.filesOpen),
    column(t.target, 10, (row) => row.target?.value), column(t.admitted, 10, (row) => row.target?.admitted), column(t.short, 10, (row) => row.target?.missing), column(t.lastRemark, 14, (row) => dayCell(row.lastRemarkOn)),
  ],
})

/** Lists of organisations and their numbers. */
export const organisationLists: Readonly<Record<string, ExportedList>> = { organisations: tree, targets, massOrganisations, term, sourceCells }
