// Opens the pocket without network: keeps its page and scripts as they were built. Answers of the server never pass through
// here; what was read and what waits to be sent lies in the memory of the phone, under its owner (`ui-kit/offline`).
// The build puts the list of files before these lines: const FILES, const VERSION.
/* global FILES, VERSION */
const CACHE = `dangvu-pocket-${VERSION}`
const PAGE = '/m/'
const PATIENCE_MS = 4000

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll([new Request(PAGE, { cache: 'reload' }), ...FILES])).then(() => self.skipWaiting()))
})

self.addEventListener('activate', (event) => {
  const others = (names) => names.filter((name) => name.startsWith('dangvu-pocket-') && name !== CACHE)
  event.waitUntil(caches.keys().then((names) => Promise.all(others(names).map((name) => caches.delete(name)))).then(() => self.clients.claim()))
})

/** The page from the server; a weak network that keeps one waiting counts as none. */
async function openPage(request) {
  const kept = await caches.match(PAGE)
  if (!kept) return fetch(request)
  const late = new Promise((resolve) => { setTimeout(() => resolve(kept), PATIENCE_MS) })
  return Promise.race([fetch(request).then((answer) => (answer.ok ? answer : kept), () => kept), late])
}

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== self.location.origin) return
  if (request.mode === 'navigate') event.respondWith(openPage(request))
  else if (url.pathname.startsWith('/assets/')) event.respondWith(caches.match(request).then((kept) => kept ?? fetch(request)))
})
