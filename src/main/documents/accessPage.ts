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
Who sits at the table of a conference has such a relation from the agenda until the sitting closes, to read only; whoever is asked for a visit, help or a handover reads that request alone, without a name, until it accepts.
The database makes it true; \`src/main/accessMatrix.test.ts\` walks every table x role x relation x consent x operation.

| role | code | ${parts.join(" | ")} |
|---|---|${parts.map(() => "---|").join("")}
${rows.join("\n")}

Roles without any right work with figures, pseudonyms, reviews or administration, each with addresses of its own; \`meldcode\` is for its author and the Meldcode officer of her organisation alone.

A mother has no role in this table. Her own pages (\`/mijn\`, \`src/portal\`) speak to the database as \`wieg_family\`, which has no right on any table: it may call the functions of the schema \`family\` alone, and these know
from her session whose line it is ([decision 11](decisions/0011-family-pages-by-a-role-of-their-own.md)). She reads her plan, visits, help, people, consents and who looked; she agrees, says yes or no to help, gives consent to what is asked of her and takes it back.
Of the messages she reads those that were begun with her, and writes in them; about practical matters, visit and conversation, plan, support and maternity care alone.
Her partner has pages of his own by the same role: what he allowed himself, and her plan while she shares it (\`family_share\`). Every other function of hers refuses him (\`src/portal/portal.partner.test.ts\`).
No function reads category, factors, assessment, signals in confidence, programme, study, the Meldcode or what is her partner's own; \`src/portal/portal.attack.test.ts\` holds it to that.
`;
}
