import { ActionForm } from "../../../design/ActionForm.tsx";
import { Alert } from "../../../design/Alert.tsx";
import { formatDay } from "../../../kit/day.ts";
import type { FamilyPageData } from "../server/readFamilyPage.ts";
import { lossNames } from "../trajectory.texts.ts";

/** After a loss: what goes on, and what Wieg leaves alone [domain 3.10]. */
export function AfterLoss({ data: { line, details }, mayWrite }: { data: FamilyPageData; mayWrite: boolean }) {
  if (line.lossOn === null || details.loss === null) return null;
  return (
    <Alert tone="info" title={`Dit gezin verloor ${lossNames[details.loss]} op ${formatDay(line.lossOn)}`}>
      <p>
        Steun, toegang, regie en afspraken gaan door. Wieg stuurt en vraagt niets meer vanzelf: geen uitnodiging, herinnering, vragenlijst
        of brief. Bespreek met het gezin hoe het verder wil.{" "}
        {mayWrite && <a href={`/gezinnen/${line.id}/verlies`}>Gegevens van het verlies</a>}
      </p>
      {details.lossUnread && <ActionForm action={`/gezinnen/${line.id}/verlies/gelezen`} button="Ik heb dit gelezen" />}
    </Alert>
  );
}
