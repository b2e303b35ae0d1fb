import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Folder of the product (where `db/migrations` stands), wherever the running file was bundled to. */
export const projectRoot: string = (() => {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'db', 'migrations'))) {
    const above = dirname(folder)
    if (above === folder) throw new Error('The folder of the product was not found')
    folder = above
  }
  return folder
})()
