/** The few things that are needed of IndexedDB: three boxes of values by key. */
const BOXES = ['reading', 'entry', 'owner'] as const
export type BoxName = (typeof BOXES)[number]

const NAME = 'dangvu-pocket'

const answerOf = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error(NAME))
  })

function openDatabase(): Promise<IDBDatabase> {
  const opening = indexedDB.open(NAME, 1)
  opening.onupgradeneeded = () => BOXES.forEach((box) => opening.result.createObjectStore(box))
  return answerOf(opening)
}

/** One box: every call is a transaction of its own and resolves when it is written. */
function boxOf(database: IDBDatabase, name: BoxName) {
  const within = <T>(mode: IDBTransactionMode, act: (box: IDBObjectStore) => IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      const transaction = database.transaction(name, mode)
      const request = act(transaction.objectStore(name))
      transaction.oncomplete = () => resolve(request.result)
      transaction.onerror = () => reject(transaction.error ?? new Error(name))
      transaction.onabort = transaction.onerror
    })
  return {
    get: <T>(key: string) => within('readonly', (box) => box.get(key) as IDBRequest<T | undefined>),
    all: <T>() => within('readonly', (box) => box.getAll() as IDBRequest<T[]>),
    keys: () => within('readonly', (box) => box.getAllKeys() as IDBRequest<string[]>),
    put: (key: string, value: unknown) => within('readwrite', (box) => box.put(value, key)),
    remove: (key: string) => within('readwrite', (box) => box.delete(key) as IDBRequest<undefined>),
    clear: () => within('readwrite', (box) => box.clear() as IDBRequest<undefined>),
  }
}

export type Box = ReturnType<typeof boxOf>

/** The boxes of this phone. Throws where the browser keeps nothing (private windows of some). */
export async function openBoxes(): Promise<Record<BoxName, Box>> {
  const database = await openDatabase()
  return { reading: boxOf(database, 'reading'), entry: boxOf(database, 'entry'), owner: boxOf(database, 'owner') }
}
