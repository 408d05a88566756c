import { seal, unseal } from "./seal.ts";
import { keysOf, readOne, removeOne, writeMany, writeOne, type Sealed, type Store } from "./storage.ts";

/** The sealed drawers, while the phone is open. */
export interface Vault {
  read<Value>(store: Store, name: string): Promise<Value | null>;
  write(store: Store, name: string, value: unknown): Promise<void>;
  writeAll(store: Store, values: ReadonlyMap<string, unknown>): Promise<void>;
  remove(store: Store, name: string): Promise<void>;
  readAll<Value>(store: Store): Promise<readonly Value[]>;
}

export function openVault(key: CryptoKey): Vault {
  const vault: Vault = {
    async read<Value>(store: Store, name: string) {
      const sealed = await readOne<Sealed>(store, name);
      return sealed ? ((await unseal(key, `${store}/${name}`, sealed)) as Value) : null;
    },
    async write(store, name, value) {
      await writeOne(store, name, await seal(key, `${store}/${name}`, value));
    },
    async writeAll(store, values) {
      const sealed = [...values].map(async ([name, value]) => [name, await seal(key, `${store}/${name}`, value)] as const);
      await writeMany(store, new Map(await Promise.all(sealed)));
    },
    remove: removeOne,
    async readAll<Value>(store: Store) {
      const all = await Promise.all((await keysOf(store)).map((name) => vault.read<Value>(store, name)));
      return all.filter((value) => value !== null);
    },
  };
  return vault;
}
