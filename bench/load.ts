import { Agent, request } from 'node:http'

export type Load = { readonly requestsPerSecond: number; readonly p99: number; readonly failed: number }

/** Asks one address over and over from several kept connections for some seconds. Answers that are not 200 count as failed. */
export async function load(url: string, headers: Record<string, string>, { connections = 10, seconds = 5 }: { connections?: number; seconds?: number } = {}): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const times: number[] = []
  let failed = 0
  const until = performance.now() + seconds * 1000
  const once = () => new Promise<void>((resolve, reject) => {
    const started = performance.now()
    const asked = request(url, { agent, headers }, (response) => {
      if (response.statusCode !== 200) failed++
      response.resume()
      response.on('end', () => { times.push(performance.now() - started); resolve() })
    })
    asked.on('error', reject)
    asked.end()
  })
  const began = performance.now()
  await Promise.all(Array.from({ length: connections }, async () => { while (performance.now() < until) await once() }))
  const took = (performance.now() - began) / 1000
  agent.destroy()
  times.sort((a, b) => a - b)
  return { requestsPerSecond: times.length / took, p99: times[Math.floor(times.length * 0.99)] ?? 0, failed }
}
