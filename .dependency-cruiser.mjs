// Who may import whom (docs/architecture.md). A rule's name is the sentence it keeps. `scripts/importRules.mjs` runs them, and shows
// with the trees in import-rules/ that each of them can fail.
const AREAS = "(?:pathway|programme|study|trust|registry|insight|portal)";
/** A concept's folder is $1: `src/pathway/signal`; the registry and the portal are one concept each. */
const CONCEPT = "^(src/(?:pathway|programme|study|trust|insight)/[^/]+|src/(?:registry|portal))/";
const ROOMS = "/(?:rules|server|pages|testing|sql|client)/";
/** What lies in a concept's own folder, in no room: its words, its texts. */
const WORDS = `^src/${AREAS}/(?!.*${ROOMS})(?!.*(?:\\.test|\\.store|\\.routes)\\.).*[.]ts$`;
/** The one policy: its roles and parts are words for all. */
const POLICY = "^src/trust/access/rules/policy[.]ts$";
const TEST = "\\.test\\.tsx?$|/testing/|^e2e/|^bench/";
const STEPS = [
  "trajectory",
  "signal",
  "assessment",
  "exploration",
  "plan",
  "support",
  "conference",
  "handover",
  "infancy",
  "interconception",
  "cases",
];

const stepRules = STEPS.slice(0, -1).map((step, index) => ({
  name: `${step}-knows-no-later-step`,
  severity: "error",
  from: { path: `^src/pathway/${step}/`, pathNot: TEST },
  to: { path: `^src/pathway/(?:${STEPS.slice(index + 1).join("|")})/` },
}));

export default {
  forbidden: [
    { name: "no-circle", severity: "error", from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } } },
    {
      name: "kit-stands-alone",
      severity: "error",
      from: { path: "^src/kit/", pathNot: TEST },
      to: { pathNot: ["^src/kit/", "^node_modules/(?:ml-matrix|@stdlib)/"] },
    },
    {
      name: "rules-are-pure",
      severity: "error",
      from: { path: `^(src/.+?)/rules/`, pathNot: TEST },
      to: { pathNot: ["^src/kit/", WORDS, POLICY, "^$1/rules/", "^$1/[^/.]+[.]ts$"] },
    },
    {
      name: "enter-by-the-door",
      severity: "error",
      from: { path: CONCEPT, pathNot: TEST },
      to: { path: CONCEPT, pathNot: ["^$1/", WORDS, POLICY, "/(?:server|pages)/[^/]*[dD]oor\\.tsx?$"] },
    },
    { name: "server-never-pages", severity: "error", from: { path: "/server/", pathNot: TEST }, to: { path: "/pages/|^src/design/" } },
    {
      name: "sql-only-in-stores",
      severity: "error",
      from: { pathNot: `\\.store\\.ts$|^src/platform/(?:db|jobs|testing|backup)/|^src/main/|${TEST}|^scripts/` },
      to: { path: "node_modules/(?:pg|kysely|pg-copy-streams)/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "pathway-knows-no-programme-study-or-insight",
      severity: "error",
      from: { path: "^src/pathway/", pathNot: TEST },
      to: { path: "^src/(?:programme|study|insight|portal)/" },
    },
    {
      name: "trust-and-registry-know-no-pathway",
      severity: "error",
      from: { path: "^src/(?:trust|registry)/", pathNot: TEST },
      to: { path: "^src/(?:pathway|programme|study|insight|portal)/" },
    },
    {
      name: "platform-and-design-know-no-care",
      severity: "error",
      from: { path: "^src/(?:platform|design)/", pathNot: TEST },
      to: { path: `^src/${AREAS}/` },
    },
    { name: "nobody-imports-main", severity: "error", from: { pathNot: `^src/main/|${TEST}|^scripts/` }, to: { path: "^src/main/" } },
    { name: "no-test-code-in-product", severity: "error", from: { path: "^src/", pathNot: TEST }, to: { path: TEST } },
    {
      name: "no-test-packages-in-product",
      severity: "error",
      from: { path: "^src/", pathNot: TEST },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"], pathNot: "node_modules/@types/" },
    },
    { name: "only-what-is-there", severity: "error", from: {}, to: { couldNotResolve: true, pathNot: "\\.css$" } },
    ...stepRules,
  ],
};
