import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import ExcelJS from 'exceljs'
import { plainDate } from '../src/kernel/index.ts'
import { runAction } from '../src/platform/action/index.ts'
import { folderStore } from '../src/platform/files/index.ts'
import { openDatabase, resolveDataFolder } from '../src/platform/database/index.ts'
import type { Route } from '../src/platform/http/index.ts'
import { projectRoot } from '../src/platform/project-root.ts'
import { clockStayingOn } from '../src/app/server/clock.ts'
import { contract, portsOf, routesOf } from '../src/app/server/house.ts'
import { inScratch, median, type Measurement } from './measure.ts'

const samples = join(projectRoot, 'src/capabilities/import-export/samples')
const ROUNDS = 3

async function merelyRead(bytes: Buffer): Promise<number> {
  const started = performance.now()
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(bytes as unknown as ArrayBuffer)
  let cells = 0
  workbook.eachSheet((sheet) => sheet.eachRow((row) => row.eachCell(() => { cells++ })))
  if (cells < 9863) throw new Error('The workbook was not read')
  return performance.now() - started
}

/** Preview and commit of the whole district into an empty register, as the keeper; every sure reading accepted. */
async function takeIn(bytes: Buffer): Promise<{ took: number; written: number }> {
  return inScratch(async (folder) => {
    const data = resolveDataFolder({ data: folder, env: {} })
    const database = await openDatabase(data, { env: {} })
    const ports = portsOf({ pool: database.program, clock: clockStayingOn(plainDate('2018-10-05')), files: folderStore(data.files) })
    const routes = routesOf({ demonstration: false })
    const ask = (room: 'organisations' | 'importExport', name: string, input: unknown): Promise<any> => {
      const procedure = (contract[room] as any)[name]['~orpc']
      return runAction(ports, 'keeper', (routes[room]![name] as Route).run, procedure.inputSchema.parse(input))
    }
    await ask('organisations', 'registerOrganisations', { register: JSON.parse(readFileSync(join(samples, 'to-chuc.json'), 'utf8')), topName: 'Đảng bộ huyện Bắc Quang' })
    const started = performance.now()
    const { id } = await ask('importExport', 'startImport', { file: new File([new Uint8Array(bytes)], 'huyen-9863.xlsx') })
    const { version } = await ask('importExport', 'readImport', { id, accepted: 'all' })
    const { written } = await ask('importExport', 'commitImport', { id, version })
    const took = performance.now() - started
    await database.close()
    return { took, written: written.new }
  })
}

export async function measurements(): Promise<Measurement[]> {
  const bytes = readFileSync(join(samples, 'huyen-9863.xlsx'))
  await merelyRead(bytes)
  const [ours, theirs] = [[] as number[], [] as number[]]
  let written = 0
  for (let round = 0; round < ROUNDS; round++) {
    const result = await takeIn(bytes)
    written = result.written
    ours.push(result.took)
    theirs.push(await merelyRead(bytes))
  }
  const ratio = median(ours) / median(theirs)
  return [{ name: `import of huyen-9863.xlsx: preview and commit (${written.toLocaleString('en')} members written)`, ours: `${median(ours).toFixed(0)} ms`, against: `${median(theirs).toFixed(0)} ms, merely reading it with exceljs`, ratio, bound: '≤ 4', holds: ratio <= 4 }]
}
