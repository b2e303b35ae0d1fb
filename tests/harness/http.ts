import type { FastifyInstance, InjectOptions } from 'fastify'
import { createHttpServer, openapiOf, operationsOf } from '../../src/platform/http/index.ts'
import { contract, refusalWords, routesOf } from '../../src/app/server/house.ts'
import type { House } from './house.ts'

/** The product over HTTP on the house's database and clock; requests are injected, no port is opened. */
export async function openHttp(house: House, options: { webFolder?: string } = {}): Promise<FastifyInstance> {
  return createHttpServer({
    operations: operationsOf(contract, routesOf({ demonstration: false })), ports: house.ports, words: refusalWords,
    health: async () => ({ status: 'ok' }), openapi: () => openapiOf(contract, 'test'), ...options,
  })
}

/** A request as the browser of an account of the ground would send it. */
export const as = (house: House, name: keyof House['ground']['accounts'], request: InjectOptions): InjectOptions => ({
  ...request, headers: { cookie: `dangvu_session=${house.ground.accounts[name].secret}`, 'x-dangvu': '1', ...request.headers },
})
