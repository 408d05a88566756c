import { Card } from "../../design/Card.tsx";
import { formatDay } from "../../kit/day.ts";
import { isRole } from "../../trust/access/route.ts";
import { mayRole } from "../../trust/access/rules/policy.ts";
import type { FamilySection } from "../../pathway/trajectory/familySection.ts";
import { wordKinds } from "../portalProfessional.texts.ts";
import { listFamilyWords } from "../server/invite.store.ts";

const shown = 2;

/** What the mother said in her own pages, on the family page. */
export const portalSection: FamilySection = {
  id: "eigen-pagina",
  title: "Eigen pagina",
  place: "aside",
  records: { family_word: "Woord van het gezin" },
  async load({ db }, line, { role }) {
    if (!isRole(role) || !mayRole(role, "identity", "read") || (!mayRole(role, "plan", "read") && !mayRole(role, "identity", "write")))
      return null;
    const words = mayRole(role, "plan", "read") ? await listFamilyWords(db, line.id) : [];
    const href = `/gezinnen/${line.id}/eigen-pagina`;
    return {
      body: (
        <Card title="Eigen pagina" action={<a href={href}>Toegang en vragen</a>}>
          {words.length === 0 ? (
            <p>Op haar eigen pagina leest de moeder haar plan, beslist mee en vraagt iets.</p>
          ) : (
            <ul>
              {words.slice(0, shown).map((one) => (
                <li key={one.id}>
                  <a href={href}>{wordKinds[one.kind]}</a>
                  <small className="wieg-note">
                    {formatDay(one.saidOn)}
                    {one.answer === null ? "" : ", beantwoord"}
                  </small>
                </li>
              ))}
            </ul>
          )}
        </Card>
      ),
      moments: words.map(({ kind, saidOn }) => ({ on: saidOn, label: wordKinds[kind], href })),
    };
  },
};
