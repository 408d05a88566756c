import { Card } from "../../../design/Card.tsx";
import { isRole, mayUse } from "../../../trust/access/route.ts";
import type { FamilySection } from "../../trajectory/familySection.ts";

/** The way in from the family page: the same for every family, so that it says nothing about whether there is a case. */
export const meldcodeSection: FamilySection = {
  id: "meldcode",
  title: "Meldcode",
  place: "aside",
  load: (_work, line, actor) => {
    if (!isRole(actor.role) || !mayUse(actor.role, "care")) return Promise.resolve(null);
    return Promise.resolve({
      body: (
        <Card title="Meldcode">
          <p>
            Denkt u aan geweld of mishandeling? Volg <a href={`/meldcode/nieuw/${line.id}`}>de vijf stappen</a>. Alleen u en de
            aandachtsfunctionaris zien wat u opschrijft.
          </p>
        </Card>
      ),
    });
  },
};
