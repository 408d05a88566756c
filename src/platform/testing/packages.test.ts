import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { projectRoot } from "../projectRoot.ts";

interface Entry {
  readonly version?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly link?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}
interface Manifest {
  readonly name: string;
  readonly license?: unknown;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

const read = (file: string): unknown => JSON.parse(readFileSync(path.join(projectRoot, file), "utf8"));
const { packages } = read("package-lock.json") as { packages: Readonly<Record<string, Entry>> };

/** Licences under which one may use, change and pass on, and that go with EUPL-1.2. */
const ALLOWED = new Set(
  "MIT MIT-0 ISC 0BSD BSD-2-Clause BSD-3-Clause Apache-2.0 BlueOak-1.0.0 Python-2.0 MPL-2.0 EUPL-1.2 OFL-1.1 CC0-1.0 Unlicense PostgreSQL BSL-1.0".split(
    " ",
  ),
);

/**
 * Whose licence stands in a file that was read. webR: MIT, and R itself under GPL-2 or GPL-3, which EUPL-1.2 names as compatible; it runs unchanged, as a program
 * of its own.
 */
const READ_IN_FILE = new Map([["node_modules/webr/package.json", "SEE LICENSE IN LICENCE.md"]]);

/** `(MIT OR Apache-2.0)` is one of them, `Apache-2.0 AND MIT` both. */
const isAllowed = (license: unknown): boolean => {
  if (typeof license !== "string") return false;
  const terms = license.replace(/[()]/g, "");
  return terms.split(" AND ").every((each) => each.split(" OR ").some((one) => ALLOWED.has(one.trim())));
};

test("every package that the product uses has a licence that goes with ours", () => {
  const used = Object.entries(packages).filter(([place, entry]) => place.startsWith("node_modules/") && !entry.dev && !entry.devOptional);
  const manifests = used.map(([place]) => path.join(place, "package.json")).filter((file) => existsSync(path.join(projectRoot, file)));
  assert.ok(manifests.length > 50, `only ${manifests.length} packages were seen`);
  const refused = manifests
    .filter((file) => !file.includes("design-system-tokens") && !file.includes("design-system-assets")) // our own empty stand-ins
    .map((file) => ({ file, license: (read(file) as Manifest).license }))
    .filter(({ file, license }) => !isAllowed(license) && READ_IN_FILE.get(file) !== license);
  assert.deepEqual(refused, []);
});

test("each package is pinned to one version", () => {
  const { dependencies = {}, devDependencies = {} } = read("package.json") as Manifest;
  const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(([, version]) => !/^\d|^file:/.test(version));
  assert.deepEqual(loose, []);
});

test("npm ci accepts the lock file: every platform's package has its entry (else: npm run lock)", () => {
  const named = Object.values(packages).flatMap((entry) => Object.keys(entry.optionalDependencies ?? {}));
  const places = Object.keys(packages);
  assert.deepEqual(
    named.filter((name) => !places.some((place) => place.endsWith(`node_modules/${name}`))),
    [],
  );
});

test("the pinned Node.js is the one whose checksums are kept", () => {
  const { version, sha256 } = read("scripts/node-checksums.json") as { version: string; sha256: Record<string, string> };
  for (const name of Object.keys(sha256)) assert.equal(packages[`node_modules/${name}`]?.version, version, name);
  assert.equal(readFileSync(path.join(projectRoot, ".node-version"), "utf8").trim(), version);
});
