import { ActionForm } from "../../../design/ActionForm.tsx";
import { Alert } from "../../../design/Alert.tsx";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import { Card } from "../../../design/Card.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { Page } from "../../../design/Page.tsx";
import { Stack } from "../../../design/Stack.tsx";
import { formatMoment } from "../../../kit/day.ts";
import type { Merge } from "../server/doubles.store.ts";

/** What a merge means for one of the two organisations. */
export function MergePage({ merge, mayWrite }: { merge: Merge; mayWrite: boolean }) {
  return (
    <Page
      title="Dit gezin is ook elders bekend"
      back={{ href: "/werk", label: "Mijn werk" }}
      sub={`Samengevoegd op ${formatMoment(merge.mergedAt)}`}
    >
      <Stack>
        {merge.undoneAt !== null && <Alert title="Dit is ongedaan gemaakt">Het zijn weer twee lijnen, zoals daarvoor.</Alert>}
        <Card title={`Ook ${merge.other} kent dit gezin`}>
          <p>
            Een neutrale beoordelaar van de regio heeft vastgesteld dat het om één gezin gaat.{" "}
            {merge.kept ? "Uw lijn gaat verder." : `De lijn van ${merge.other} gaat verder; u bent daarbij betrokken.`}
          </p>
          <p>
            U houdt alles wat u zelf hebt vastgelegd. U ziet nog niet wat {merge.other} heeft vastgelegd, en zij niet wat u hebt vastgelegd:
            daarvoor is toestemming van het gezin nodig. Vraag daarom of u samen mag werken.
          </p>
          <ButtonRow>
            <LinkButton href={`/gezinnen/${merge.ownTrajectory}/toestemming`} variant="primary">
              Toestemming vragen
            </LinkButton>
            <LinkButton href={`/gezinnen/${merge.ownTrajectory}`}>Naar het gezin</LinkButton>
            <ActionForm action={`/samenvoegingen/${merge.id}/gezien`} button="Van mijn lijst" variant="quiet" />
          </ButtonRow>
        </Card>
        {!merge.kept && merge.undoneAt === null && <Together merge={merge} mayWrite={mayWrite} />}
      </Stack>
    </Page>
  );
}

function Together({ merge, mayWrite }: { merge: Merge; mayWrite: boolean }) {
  if (merge.finishedAt !== null && merge.keptTrajectory !== null)
    return (
      <Card title="U werkt samen op één lijn" tone="ok">
        <LinkButton href={`/gezinnen/${merge.keptTrajectory}`}>Naar de gezamenlijke lijn</LinkButton>
      </Card>
    );
  if (merge.keptTrajectory === null || !mayWrite)
    return (
      <Card title="Verder op één lijn">
        <p>
          Zodra het gezin {merge.other} heeft gezegd dat u de gezamenlijke lijn mag zien, kunt u hier daarmee verdergaan. Tot dan werkt u
          door in uw eigen lijn.
        </p>
      </Card>
    );
  return (
    <Card title="Verder op één lijn" tone="ok">
      <p>U mag de gezamenlijke lijn zien.</p>
      <ActionForm
        action={`/samenvoegingen/${merge.id}/verder`}
        button="Verder op de gezamenlijke lijn"
        variant="primary"
        confirm="Uw eigen lijn wordt afgesloten en blijft te lezen. Werk dat daarop open stond verdwijnt van de lijsten; leg het opnieuw vast op de gezamenlijke lijn als het nog nodig is."
      />
    </Card>
  );
}
