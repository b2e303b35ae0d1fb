import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import excel from 'exceljs'
import { openDatabase, resolveDataFolder } from '../src/platform/database/index.ts'
import { fillRegister } from './ground.ts'
import { inScratch, median, runProduct, startUntil, stop, type Measurement } from './measure.ts'

const MEMBERS = 9863
const TODAY = '2018-10-05'
/** Of each; their median counts. */
const ROUNDS = 5
const MOST_MEMORY_MB = 200

// The bare library, warm like the server, writes the same rows into memory: with its ordinary writer, and with the leaner one for streams.
const writingProgram = (file: string) => `
  import { readFileSync } from 'node:fs'
  import { PassThrough } from 'node:stream'
  import ExcelJS from 'exceljs'
  const rows = JSON.parse(readFileSync(${JSON.stringify(file)}, 'utf8'))
  const whole = async () => {
    const book = new ExcelJS.Workbook()
    const sheet = book.addWorksheet('Danh sách')
    for (const row of rows) sheet.addRow(row)
    return (await book.xlsx.writeBuffer()).byteLength
  }
  const streamed = async () => {
    const stream = new PassThrough()
    let size = 0
    stream.on('data', (part) => { size += part.length })
    const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream })
    const sheet = book.addWorksheet('Danh sách')
    for (const row of rows) sheet.addRow(row).commit()
    sheet.commit()
    await book.commit()
    return size
  }
  const medianOf = async (write) => {
    const took = []
    for (let round = 0; round < ${ROUNDS}; round++) {
      const started = performance.now()
      if ((await write()) < 100000) throw new Error('Nothing was written')
      took.push(performance.now() - started)
    }
    return took.sort((a, b) => a - b)[${Math.floor(ROUNDS / 2)}]
  }
  console.log('took ' + (await medianOf(whole)) + ' and ' + (await medianOf(streamed)))`

const memoryOf = (pid: number, field: 'VmRSS' | 'VmHWM'): number => Number(new RegExp(`${field}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) / 1024

type Taken = { readonly took: number; readonly bytes: Buffer }

async function rowsOf(bytes: Buffer): Promise<unknown[][]> {
  const book = new excel.Workbook()
  await book.xlsx.load(bytes as unknown as ArrayBuffer)
  const rows: unknown[][] = []
  book.worksheets[0]!.eachRow((row) => rows.push((row.values as unknown[]).slice(1)))
  return rows
}

function memoryMeasurement(most: number | undefined): Measurement[] {
  if (most === undefined) return []
  return [{
    name: 'memory of that export: most of the server, above idle', ours: `${most.toFixed(0)} MB`, against: `${MOST_MEMORY_MB} MB allowed`, ratio: most / MOST_MEMORY_MB, bound: '≤ 1', holds: most <= MOST_MEMORY_MB,
  }]
}

export async function measurements(): Promise<Measurement[]> {
  return inScratch(async (folder) => {
    const database = await openDatabase(resolveDataFolder({ data: folder, env: {} }), { env: {} })
    const ground = await fillRegister(database.owner, MEMBERS)
    const { child, found: port } = await startUntil(process.execPath, runProduct(['serve', '--data', folder, '--port', '0', '--today', TODAY]), {}, /http:\/\/localhost:(\d+)/)
    const take = async (): Promise<Taken> => {
      const started = performance.now()
      const response = await fetch(`http://127.0.0.1:${port}/api/v1/exports/members?reason=bench`, { headers: { authorization: `Bearer ${ground.secretOfTop}` } })
      const bytes = Buffer.from(await response.arrayBuffer())
      if (!response.ok) throw new Error(`export: ${response.status} ${bytes.toString()}`)
      return { took: performance.now() - started, bytes }
    }
    const isLinux = process.platform === 'linux'
    await fetch(`http://127.0.0.1:${port}/api/health`)
    const idle = isLinux ? memoryOf(child.pid!, 'VmRSS') : 0
    if (isLinux) writeFileSync(`/proc/${child.pid}/clear_refs`, '5')
    const [first] = [await take(), await take()]
    const most = isLinux ? memoryOf(child.pid!, 'VmHWM') - idle : undefined
    const rows = await rowsOf(first.bytes)
    if (rows.length !== MEMBERS + 6) throw new Error(`export: ${rows.length} rows`)
    const file = join(folder, 'rows.json')
    writeFileSync(file, JSON.stringify(rows))
    const [mine, whole, streamed] = [[] as number[], [] as number[], [] as number[]]
    for (let round = 0; round < 3; round++) {
      mine.push(median([(await take()).took, (await take()).took, (await take()).took, (await take()).took, (await take()).took]))
      const { found } = await startUntil(process.execPath, ['--input-type=module', '-e', writingProgram(file)], {}, /took ([\d.]+ and [\d.]+)/)
      const [ordinary, lean] = found.split(' and ').map(Number)
      whole.push(ordinary!)
      streamed.push(lean!)
    }
    await stop(child)
    await database.close()
    const name = `export of the members list over HTTP, ${MEMBERS.toLocaleString('en')} rows, 13 columns, numbered and in the trail`
    const against = (theirs: number[], how: string, limit: number): Measurement => {
      const ratio = median(mine) / median(theirs)
      return { name, ours: `${median(mine).toFixed(0)} ms`, against: `${median(theirs).toFixed(0)} ms, merely writing the same rows ${how}`, ratio, bound: `≤ ${limit}`, holds: ratio <= limit }
    }
    return [
      against(whole, 'with exceljs', 2),
      against(streamed, 'with the streaming writer of exceljs', 4),
      ...memoryMeasurement(most),
    ]
  })
}
