/// <reference lib="webworker" />
/**
 * The service worker: keeps the shell of the app, and nothing else. The server puts the list of files before it (`shell`), so that a new
 * version is a new worker with a drawer of its own. What the app asks of Wieg never passes through any cache.
 */
declare const shell: { readonly version: string; readonly files: readonly string[] };
const worker = globalThis as unknown as ServiceWorkerGlobalScope;
const page = "/onderweg";
const drawer = `onderweg-${shell.version}`;

worker.addEventListener("install", (event) => {
  event.waitUntil(
    caches
      .open(drawer)
      .then((cache) => cache.addAll([page, ...shell.files].map((file) => new Request(file, { cache: "reload", credentials: "omit" })))),
  );
});

worker.addEventListener("activate", (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) =>
        Promise.all(names.filter((name) => name.startsWith("onderweg-") && name !== drawer).map((name) => caches.delete(name))),
      )
      .then(() => worker.clients.claim()),
  );
});

worker.addEventListener("message", (event) => {
  if (event.data === "take-over") void worker.skipWaiting();
});

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== worker.location.origin) return;
  const kept = request.mode === "navigate" && url.pathname === page ? page : shell.files.includes(url.pathname) ? url.pathname : null;
  if (kept === null) return;
  event.respondWith(caches.open(drawer).then(async (cache) => (await cache.match(kept)) ?? fetch(request)));
});
