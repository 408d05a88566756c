/** What stands on the phone: two drawers in one IndexedDB. Only the lock itself lies there in the open; everything else is sealed. */
const databaseName = "wieg-onderweg";
const stores = ["lock", "sealed", "outbox"] as const;
export type Store = (typeof stores)[number];

/** Sealed content: what was encrypted, and the number that was used for it once. */
export interface Sealed {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly data: ArrayBuffer;
}

let opened: Promise<IDBDatabase> | null = null;

function open(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(databaseName, 1);
    request.addEventListener("upgradeneeded", () => {
      for (const store of stores) request.result.createObjectStore(store);
    });
    request.addEventListener("success", () => {
      // Another tab wipes: let go at once, or it would wait for us.
      request.result.addEventListener("versionchange", closeStorage);
      request.result.addEventListener("close", closeStorage);
      resolve(request.result);
    });
    request.addEventListener("error", () => reject(request.error ?? new Error("no storage")));
  });
  return opened;
}

export function closeStorage(): void {
  const was = opened;
  opened = null;
  void was?.then((database) => database.close());
}

async function transact<Result>(
  store: Store,
  mode: IDBTransactionMode,
  run: (drawer: IDBObjectStore) => IDBRequest<Result> | null,
): Promise<Result | undefined> {
  const database = await open();
  return new Promise((resolve, reject) => {
    // Strict: told only when it lies on the disk, so that an empty battery takes nothing back.
    const transaction = database.transaction(store, mode, { durability: "strict" });
    const request = run(transaction.objectStore(store));
    transaction.addEventListener("complete", () => resolve(request?.result));
    transaction.addEventListener("error", () => reject(transaction.error ?? new Error("not stored")));
    transaction.addEventListener("abort", () => reject(transaction.error ?? new Error("not stored")));
  });
}

export const readOne = <Value>(store: Store, key: string): Promise<Value | undefined> =>
  transact(store, "readonly", (drawer) => drawer.get(key) as IDBRequest<Value>);

export async function writeOne(store: Store, key: string, value: unknown): Promise<void> {
  await transact(store, "readwrite", (drawer) => drawer.put(value, key));
}

/** All of them, or none: one transaction. */
export async function writeMany(store: Store, values: ReadonlyMap<string, unknown>): Promise<void> {
  await transact(store, "readwrite", (drawer) => {
    for (const [key, value] of values) drawer.put(value, key);
    return null;
  });
}

export async function removeOne(store: Store, key: string): Promise<void> {
  await transact(store, "readwrite", (drawer) => drawer.delete(key));
}

export const keysOf = async (store: Store): Promise<readonly string[]> =>
  ((await transact(store, "readonly", (drawer) => drawer.getAllKeys())) ?? []).map(String);

/** Everything goes, in every tab. */
export async function wipeStorage(): Promise<void> {
  closeStorage();
  await new Promise<void>((resolve, reject) => {
    const request = indexedDB.deleteDatabase(databaseName);
    request.addEventListener("success", () => resolve());
    request.addEventListener("error", () => reject(request.error ?? new Error("not wiped")));
  });
}
