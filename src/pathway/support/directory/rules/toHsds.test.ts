import assert from "node:assert/strict";
import { test } from "node:test";
import { anOffer } from "../testing/anOffer.ts";
import { toHsds } from "./toHsds.ts";

/** Required fields and closed lists of the schemas of HSDS 3 (openreferral/specification, folder schema, version 3). */
const required: Readonly<Record<string, readonly string[]>> = {
  service: ["id", "name", "status"],
  organization: ["id", "name", "description"],
  contacts: ["id"],
  phones: ["id", "number"],
  languages: ["id"],
  service_areas: ["id"],
  service_at_locations: ["id"],
  location: ["id", "location_type"],
  cost_options: ["id"],
  capacities: ["id", "unit", "available", "updated"],
  unit: ["id", "name"],
  attributes: ["id"],
  taxonomy_term: ["id", "name", "description"],
};
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Walks all records of a service; says what a schema would. */
function problems(kind: string, record: Readonly<Record<string, unknown>>, ids: Set<string>): string[] {
  const found = (required[kind] ?? []).filter((name) => record[name] === undefined).map((name) => `${kind} lacks ${name}`);
  const id = String(record["id"]);
  if (!uuid.test(id)) found.push(`${kind} has the id ${id}`);
  if (ids.has(id)) found.push(`${kind} has an id that another has: ${id}`);
  ids.add(id);
  for (const [name, value] of Object.entries(record)) {
    if (value === null || (Array.isArray(value) && value.length === 0)) found.push(`${kind}.${name} is empty`);
    for (const one of [value].flat())
      if (typeof one === "object" && one !== null && name in required) found.push(...problems(name, one as Record<string, unknown>, ids));
  }
  return found;
}

test("a service with everything keeps to the schema", () => {
  const file = toHsds([anOffer()], [{ code: "GM1883", name: "Sittard-Geleen" }]);
  const [service = {}] = file.contents;
  assert.deepEqual(problems("service", service, new Set()), []);
  assert.equal(file.total_items, 1);
  assert.deepEqual(
    [service["status"], service["assured_date"], service["wait_time"], service["minimum_age"]],
    ["active", "2026-11-01", "P2W", 18],
  );
});

test("a service with next to nothing keeps to the schema, and has no empty fields", () => {
  const bare = anOffer({
    organisationId: null,
    audience: null,
    url: null,
    topics: [],
    contact: { name: null, phone: null, email: null },
    location: { name: null, address: null },
    feesDescription: null,
    applicationProcess: null,
    waitWeeks: null,
    capacity: { available: null, maximum: null, updatedOn: null },
    assured: null,
    minimumAge: null,
    municipalities: [],
  });
  const [service = {}] = toHsds([bare], []).contents;
  assert.deepEqual(problems("service", service, new Set()), []);
});

test("an id of a part is the same at each export", () => {
  assert.deepEqual(toHsds([anOffer()], []), toHsds([anOffer()], []));
});
