/** A file with the path under which it was dropped or chosen. */
export type Named = { readonly path: string; readonly file: File }

const KINDS = /\.(pdf|jpe?g|png|webp|heic)$/i

/** Only what may be a scan; names that begin with a dot are of the machine. */
export const scansOnly = (all: readonly Named[]): Named[] => all.filter(({ path, file }) => KINDS.test(path) && !file.name.startsWith('.'))

/** Files chosen in a field, with their folders where a folder was chosen. */
export const chosenFiles = (list: FileList | null): Named[] => [...(list ?? [])].map((file) => ({ path: file.webkitRelativePath || file.name, file }))

const fileOf = (entry: FileSystemFileEntry): Promise<File> => new Promise((resolve, reject) => entry.file(resolve, reject))

async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader()
  const all: FileSystemEntry[] = []
  // A reader gives a hundred entries at a time, and none at the end.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject))
    if (some.length === 0) return all
    all.push(...some)
  }
}

async function walk(entry: FileSystemEntry, path: string): Promise<Named[]> {
  const own = path ? `${path}/${entry.name}` : entry.name
  if (entry.isFile) return [{ path: own, file: await fileOf(entry as FileSystemFileEntry) }]
  const inner: Named[] = []
  for (const each of await entriesOf(entry as FileSystemDirectoryEntry)) inner.push(...(await walk(each, own)))
  return inner
}

/** Dropped files and folders, each file with its path. */
export async function droppedFiles(transfer: DataTransfer): Promise<Named[]> {
  // The list of what was dropped is gone after the first wait, so it is read whole at once.
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null)
  const all: Named[] = []
  for (const entry of entries) all.push(...(await walk(entry, '')))
  return all
}

/** SHA-256 in hex; none where the browser gives no means (a page without a secure connection). */
export async function hashOf(file: File): Promise<string | undefined> {
  const { subtle } = globalThis.crypto
  if (!subtle) return undefined
  const digest = await subtle.digest('SHA-256', await file.arrayBuffer())
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
