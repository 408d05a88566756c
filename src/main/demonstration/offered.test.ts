import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { FastifyInstance } from "fastify";
import pg from "pg";
import { connect, disconnect } from "../../platform/db/connection.ts";
import { urlFor } from "../../platform/db/roles.ts";
import { testDatabase, type TestDatabase } from "../../platform/testing/testDatabase.ts";
import { isRole, mayUse } from "../../trust/access/route.ts";
import { aServer, browse, type Browser } from "../testing/browse.ts";
import { ways } from "../testing/everyAddress.ts";
import { configureFrom } from "../webServer.ts";
import { demonstrationOrganisations } from "./organisations.ts";
import { showDemonstration } from "./showDemonstration.ts";

// What a page offers, who sees it may do: nobody is led to a page or a button that is refused her.

/** Filling the region, and walking it, take their time on a busy machine. */
const walking = { timeout: 600_000 };

/** Pages of one kind that are looked at for one person: families differ in what stands on their pages. */
const ofOneKind = 3;

interface Person {
  readonly name: string;
  readonly role: string;
  readonly membership: string;
}

let database: TestDatabase;
let server: FastifyInstance;
let people: readonly Person[];
before(async () => {
  database = await testDatabase();
  const url = (role: "wieg_owner" | "wieg_app" | "wieg_worker") => urlFor(role, database.adminUrl);
  configureFrom({ secret: "a-secret-for-tests-that-is-long-enough" });
  const urls = { app: url("wieg_app"), worker: url("wieg_worker") };
  await showDemonstration({ owner: url("wieg_owner"), ...urls }, () => undefined);
  connect(urls);
  server = await aServer();
  const owner = new pg.Client({ connectionString: database.adminUrl });
  await owner.connect();
  const { rows } = await owner.query<Person>(`
    select distinct on (m.role) p.display_name as name, m.role, m.id as membership from membership m
      join professional p on p.id = m.professional_id
      left join work_item w on w.principal = m.principal and w.closed_at is null
    group by p.display_name, m.role, m.id, m.principal order by m.role, count(w) desc, p.display_name`);
  people = rows;
  await owner.end();
}, walking);
after(async () => {
  await server.close();
  await disconnect();
  await database.close();
});

for (const role of new Set(demonstrationOrganisations.flatMap((one) => one.people.map(([, itsRole]) => itsRole))))
  test(`every page and button that a page offers is open to who sees it: ${role}`, walking, async () => {
    const person = people.find((one) => one.role === role);
    assert.ok(person);
    const { pages, refused } = await walk(person);
    assert.deepEqual(refused, []);
    assert.ok(pages >= 3, `${pages} pages`);
  });

/** Everything that one person can reach by pressing what she sees, without sending a form. */
async function walk({ name, role, membership }: Person): Promise<{ pages: number; refused: readonly string[] }> {
  const refused: string[] = [];
  const browser = browse(server);
  await browser.get("/aanmelden");
  const { location } = await browser.post("/aanmelden/demonstratie", { membership });
  assert.notEqual(location, "", name);
  const ahead = new Map([[location, "the door"]]);
  const kinds = new Map<string, number>();
  let pages = 0;
  for (const [address, from] of ahead) {
    const { status, html } = await arrive(browser, address);
    pages += 1;
    if (status !== 200) refused.push(`${name} (${role}): ${status} ${address} on ${from}`);
    for (const action of formsOf(html))
      if (!mayRole(role, "POST", action)) refused.push(`${name} (${role}): may not send ${action} on ${address}`);
    for (const next of linksOf(html)) {
      const kind = kindOf(next);
      const known = kinds.get(kind) ?? 0;
      if (ahead.has(next) || known >= ofOneKind) continue;
      kinds.set(kind, known + 1);
      ahead.set(next, address);
    }
  }
  return { pages, refused };
}

async function arrive(browser: Browser, address: string): Promise<{ status: number; html: string }> {
  let shown = await browser.get(address);
  for (let hop = 0; hop < 3 && shown.status === 303 && shown.location.startsWith("/"); hop += 1) shown = await browser.get(shown.location);
  return shown.status === 303 ? { status: 200, html: "" } : shown;
}

/** Addresses of Wieg itself, without where on the page; signing out is not looked at. */
const linksOf = (html: string): readonly string[] =>
  [...html.matchAll(/<a\b[^>]*\bhref="(\/(?!\/)[^"#]*)/g)]
    .map(([, href = ""]) => href.replaceAll("&amp;", "&"))
    .filter((href) => !href.startsWith("/afmelden") && !href.startsWith("/assets/"));

const formsOf = (html: string): readonly string[] =>
  [...html.matchAll(/<form\b[^>]*>/g)]
    .filter(([tag]) => /\bmethod="post"/i.test(tag))
    .map(([tag]) => (/\baction="([^"?]*)/.exec(tag)?.[1] ?? "").replaceAll("&amp;", "&"));

const kindOf = (address: string): string => address.replace(/\?.*/, "").replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, ":id");

const asked = ways
  .toSorted((one, other) => one.params.length - other.params.length)
  .map(({ method, address, may }) => ({ method, may, fits: new RegExp(`^${address.replace(/:\w+/g, "[^/]+")}$`) }));

function mayRole(role: string, method: "GET" | "POST", address: string): boolean {
  const way = asked.find((one) => one.method === method && one.fits.test(address));
  return way !== undefined && isRole(role) && mayUse(role, way.may);
}
