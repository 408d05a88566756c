import { parts, policy, roles, socialRoles } from "../../trust/access/rules/policy.ts";
import { roleNames } from "../../trust/access/roles.texts.ts";

/** docs/access.md, from the one policy. */
export function accessPage(): string {
  const rows = roles.map((role) => `| ${roleNames[role]} | \`${role}\` | ${parts.map((part) => policy[role][part] ?? "-").join(" | ")} |`);
  return `# Access: which role may read (R) and write (W) which part
Made from \`src/trust/access/rules/policy.ts\` by \`npm run docs\`; a test fails when it is out of date.

A professional sees a line when (1) her organisation has an active relation with it, (2) her role includes the part, and (3) a consent in force covers it. An organisation always sees
what it recorded itself, as far as the role goes. "own": only what the own organisation recorded. Who asked for something reads the answer when the consent names its organisation too.
Partners of the social domain (${socialRoles.map((role) => `\`${role}\``).join(", ")}) see a medical entry only as "een medische omstandigheid", unless the consent names it.
The database makes it true; \`src/main/accessMatrix.test.ts\` walks every table x role x relation x consent x operation.

| role | code | ${parts.join(" | ")} |
|---|---|${parts.map(() => "---|").join("")}
${rows.join("\n")}

Roles without any right work with figures, pseudonyms, reviews or administration, each with addresses of its own; \`meldcode\` is for its author and the Meldcode officer of her organisation alone.
`;
}
