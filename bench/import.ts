import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { plainDate } from '../src/kernel/index.ts'
import { runAction } from '../src/platform/action/index.ts'
import { folderStore } from '../src/platform/files/index.ts'
import { openDatabase, resolveDataFolder } from '../src/platform/database/index.ts'
import type { Route } from '../src/platform/http/index.ts'
import { projectRoot } from '../src/platform/project-root.ts'
import { clockStayingOn } from '../src/app/server/clock.ts'
import { contract, portsOf, routesOf } from '../src/app/server/house.ts'
import { addAccount } from './ground.ts'
import { inScratch, median, runProduct, startUntil, stop, type Measurement } from './measure.ts'

const samples = join(projectRoot, 'src/capabilities/import-export/samples')
const TODAY = '2018-10-05'
const ROUNDS = 3
const MOST_MEMORY_MB = 400

// As the product reads it: the first workbook of a process that has just begun. Loading the library is not counted.
const readingProgram = (file: string) => `
  import { readFileSync } from 'node:fs'
    import ExcelJS from 'exceljs'
  const bytes = readFileSync(${JSON.stringify(file)})
  const started = performance.now()
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(bytes)
  let cells = 0
  workbook.eachSheet((sheet) => sheet.eachRow((row) => row.eachCell(() => { cells++ })))
  if (cells < 9863) throw new Error('The workbook was not read')
  console.log('took ' + (performance.now() - started))`

/** Milliseconds in which exceljs alone reads the workbook and goes through its cells. */
async function merelyRead(file: string): Promise<number> {
  const { found } = await startUntil(process.execPath, ['--input-type=module', '-e', readingProgram(file)], {}, /took ([\d.]+)/)
  return Number(found)
}

/** The organisations of the district without any member, and an officer of it; answers the token. */
async function layEmptyDistrict(folder: string): Promise<{ secret: string; close(): Promise<void> }> {
  const data = resolveDataFolder({ data: folder, env: {} })
  const database = await openDatabase(data, { env: {} })
  const ports = portsOf({ pool: database.program, clock: clockStayingOn(plainDate(TODAY)), files: folderStore(data.files) })
  const register = routesOf({ demonstration: false }).organisations!.registerOrganisations as Route
  const input = { register: JSON.parse(readFileSync(join(samples, 'to-chuc.json'), 'utf8')), topName: 'Đảng bộ huyện Bắc Quang' }
  await runAction(ports, 'keeper', register.run, (contract.organisations.registerOrganisations as any)['~orpc'].inputSchema.parse(input))
  const { rows } = await database.owner.query('select organisation_id as id from organisations.placement where parent_id is null')
  return { secret: await addAccount(database.owner, 'superiorOfficer', rows[0].id), close: () => database.close() }
}

/** Memory of a process in MB as Linux keeps it: resident now, or the most since the last `forgetPeak`. */
const memoryOf = (pid: number, field: 'VmRSS' | 'VmHWM'): number =>
  Number(new RegExp(`${field}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) / 1024
const forgetPeak = (pid: number) => writeFileSync(`/proc/${pid}/clear_refs`, '5')

type TakenIn = { took: number; written: number; memory: number | undefined }

/** Upload, preview and commit of the whole district through the running product, as an officer of it; every sure reading accepted. */
async function takeIn(bytes: Buffer): Promise<TakenIn> {
  return inScratch(async (folder) => {
    const district = await layEmptyDistrict(folder)
    const { child, found: port } = await startUntil(process.execPath, runProduct(['serve', '--data', folder, '--port', '0', '--today', TODAY]), {}, /http:\/\/localhost:(\d+)/)
    const ask = async (path: string, body?: FormData | object): Promise<any> => {
      const isForm = body instanceof FormData
      const response = await fetch(`http://127.0.0.1:${port}/api/v1${path}`, {
        method: body ? 'POST' : 'GET', headers: { authorization: `Bearer ${district.secret}`, ...(body && !isForm ? { 'content-type': 'application/json' } : {}) },
        ...(body ? { body: isForm ? body : JSON.stringify(body) } : {}),
      })
      if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
      return response.json()
    }
    try {
      const isLinux = process.platform === 'linux'
      const idle = isLinux ? memoryOf(child.pid!, 'VmRSS') : 0
      // The page of the imports, from which a file is sent.
      await ask('/imports')
      if (isLinux) forgetPeak(child.pid!)
      const form = new FormData()
      form.append('file', new File([new Uint8Array(bytes)], 'huyen-9863.xlsx'))
      const started = performance.now()
      const { id } = await ask('/imports', form)
      const { version } = await ask(`/imports/${id}/read`, { accepted: 'all' })
      const { written } = await ask(`/imports/${id}/commit`, { version })
      const took = performance.now() - started
      return { took, written: written.new, memory: isLinux ? memoryOf(child.pid!, 'VmHWM') - idle : undefined }
    } finally {
      await stop(child)
      await district.close()
    }
  })
}

function memoryMeasurement(ours: readonly TakenIn[]): Measurement[] {
  const most = Math.max(...ours.map(({ memory }) => memory ?? NaN))
  if (Number.isNaN(most)) return []
  return [{
    name: 'memory of that import: most of the server with its reading thread, above idle', ours: `${most.toFixed(0)} MB`, against: `${MOST_MEMORY_MB} MB allowed`,
    ratio: most / MOST_MEMORY_MB, bound: '≤ 1', holds: most <= MOST_MEMORY_MB,
  }]
}

export async function measurements(): Promise<Measurement[]> {
  const file = join(samples, 'huyen-9863.xlsx')
  const bytes = readFileSync(file)
  const [ours, theirs] = [[] as TakenIn[], [] as number[]]
  for (let round = 0; round < ROUNDS; round++) {
    ours.push(await takeIn(bytes))
    theirs.push(await merelyRead(file))
  }
  const mine = median(ours.map(({ took }) => took))
  const ratio = mine / median(theirs)
  return [
    {
      name: `import of huyen-9863.xlsx: upload, preview and commit over HTTP (${ours[0]!.written.toLocaleString('en')} members written)`,
      ours: `${mine.toFixed(0)} ms`, against: `${median(theirs).toFixed(0)} ms, merely reading it with exceljs`, ratio, bound: '≤ 3', holds: ratio <= 3,
    },
    ...memoryMeasurement(ours),
  ]
}
