import { ActionForm } from "../../../design/ActionForm.tsx";
import { Card } from "../../../design/Card.tsx";
import { Checkbox } from "../../../design/Checkbox.tsx";
import { Button } from "../../../design/Button.tsx";
import { ButtonRow } from "../../../design/ButtonRow.tsx";
import type { Errors, Values } from "../../../design/Errors.ts";
import { Form } from "../../../design/Form.tsx";
import { HiddenField } from "../../../design/HiddenField.tsx";
import { Page } from "../../../design/Page.tsx";
import { RadioGroup } from "../../../design/RadioGroup.tsx";
import { formatDay } from "../../../kit/day.ts";
import { answerDays } from "../interviews.ts";
import type { OwnInvitation } from "../server/readInterviews.ts";
import { ownInvitationAddress } from "./address.ts";

type Props = Readonly<{ data: OwnInvitation; values: Values; errors: Errors }>;

/** A professional says yes or no, and whether she may be quoted. */
export function OwnInvitationPage({ data, values, errors }: Props) {
  const address = `${ownInvitationAddress}/${data.id}`;
  return (
    <Page title="Gesprek met de onderzoekers" width="narrow" back={{ href: "/werk", label: "Mijn werk" }} errors={errors}>
      {data.state === "invited" ? (
        <Card title="U bent door loting gevraagd">
          <p>
            De onderzoekers spreken zo’n tien professionals over hun werk met deze manier van zorg. Het duurt ongeveer drie kwartier. U
            hoeft niets over gezinnen te vertellen. Nee zeggen mag, zonder reden; u hebt er {answerDays} dagen voor.
          </p>
          <Form action={address} values={values} errors={errors}>
            <HiddenField name="version" value={String(data.version)} />
            <RadioGroup
              name="antwoord"
              label="Wilt u dit gesprek?"
              options={[
                { value: "agree", label: "Ja" },
                { value: "decline", label: "Nee" },
              ]}
            />
            <Checkbox name="aanhalen" label="De onderzoekers mogen mijn woorden aanhalen, zonder mijn naam" />
            <ButtonRow>
              <Button>Versturen</Button>
            </ButtonRow>
          </Form>
        </Card>
      ) : (
        <Card title={data.state === "agreed" || data.state === "held" ? "U doet mee" : "Er is geen gesprek"}>
          {data.plannedOn !== null && <p>Het gesprek is op {formatDay(data.plannedOn)}.</p>}
          {(data.state === "agreed" || data.state === "held") && (
            <>
              <p>{data.quotes ? "Uw woorden mogen worden aangehaald, zonder uw naam." : "Uw woorden worden niet aangehaald."}</p>
              <ActionForm
                action={`${address}/aanhalen`}
                button={data.quotes ? "Niet meer aanhalen" : "Aanhalen mag"}
                hidden={{ mag: data.quotes ? "nee" : "ja" }}
              />
            </>
          )}
        </Card>
      )}
    </Page>
  );
}
