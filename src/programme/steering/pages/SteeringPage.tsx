import { Button } from "../../../design/Button.tsx";
import { Card } from "../../../design/Card.tsx";
import { Form } from "../../../design/Form.tsx";
import { HiddenField } from "../../../design/HiddenField.tsx";
import { LinkButton } from "../../../design/LinkButton.tsx";
import { Page } from "../../../design/Page.tsx";
import { SectionNav } from "../../../design/SectionNav.tsx";
import { Select } from "../../../design/Select.tsx";
import { formatDay } from "../../../kit/day.ts";
import { ProgrammeSwitch } from "../../configuration/pages/switchDoor.tsx";
import { ForecastCard } from "../../ledger/pages/door.ts";
import { monthInWords, monthOf } from "../rules/months.ts";
import type { Steering } from "../steering.ts";
import { ActionsCard } from "./ActionsCard.tsx";
import { steeringAddress, steeringHref } from "./address.ts";
import { CareCard } from "./CareCard.tsx";
import { FlexibleHoursCard } from "./FlexibleHoursCard.tsx";
import { SpentCard } from "./SpentCard.tsx";
import { WaitsCard } from "./WaitsCard.tsx";
import { InflowCard } from "./InflowCard.tsx";
import { MomentsCard } from "./MomentsCard.tsx";
import { PlacesTable } from "./PlacesTable.tsx";
import { PublishCard } from "./PublishCard.tsx";
import { RuleCard } from "./RuleCard.tsx";
import { StandCard } from "./StandCard.tsx";

/** The monthly page of the project group: how it goes, why Wieg says so, and what is done about it. */
export function SteeringPage({ steering, seesPlaces }: Readonly<{ steering: Steering; seesPlaces: boolean }>) {
  const { programme, month, today } = steering;
  const runs = month === monthOf(today);
  return (
    <Page
      title={`Sturing ${monthInWords(month)}`}
      heading={`Sturing: ${monthInWords(month)}`}
      width="wide"
      back={seesPlaces ? { href: "/geboortezorg-flex", label: "Geboortezorg Flex" } : undefined}
      sub={`${programme.name}. In vertrouwen: voor de projectgroep en de coördinator kraamzorg. Aantallen, nooit gezinnen.${
        runs ? ` ${monthInWords(month)} loopt nog: de verwachting telt mee tot en met ${formatDay(today)}.` : ""
      }`}
      actions={
        <>
          <LinkButton href={steeringHref(programme.code, { below: "/verslag.pdf", month })} download>
            Verslag (PDF)
          </LinkButton>
          <LinkButton href={steeringHref(programme.code, { below: "/cijfers.xlsx", month })} download>
            Rekenblad (Excel)
          </LinkButton>
        </>
      }
    >
      <ProgrammeSwitch address={steeringAddress} programmes={steering.programmes} current={programme.code} />
      <ChooseMonth steering={steering} />
      <SectionNav
        label="Op deze pagina"
        items={[
          { href: "#stand", label: "Stand" },
          { href: "#pijler-1", label: "Instroom pijler 1" },
          { href: "#pijler-2", label: "Instroom pijler 2" },
          { href: "#plaatsen", label: "Plaatsen" },
          { href: "#uren", label: "Uren kraamweek" },
          { href: "#flexibel", label: "Uren pijler 2" },
          { href: "#wachten", label: "Wachttijden" },
          { href: "#geld", label: "Geld" },
          { href: "#acties", label: "Acties" },
          { href: "#evaluatie", label: "Evaluatie" },
          { href: "#regel", label: "Hoe Wieg dit telt" },
        ]}
      />
      <StandCard steering={steering} />
      <InflowCard steering={steering} pillar={1} />
      <InflowCard steering={steering} pillar={2} />
      <PlacesTable places={steering.places} />
      <CareCard steering={steering} />
      <FlexibleHoursCard steering={steering} />
      <WaitsCard steering={steering} />
      {steering.spent && <SpentCard steering={steering} spent={steering.spent} />}
      {steering.forecasts && <ForecastCard forecasts={steering.forecasts} programme={programme} today={today} id="verwacht-geld" />}
      <ActionsCard steering={steering} />
      <MomentsCard steering={steering} />
      <PublishCard steering={steering} />
      <RuleCard steering={steering} />
    </Page>
  );
}

function ChooseMonth({ steering: { programme, month, months } }: Readonly<{ steering: Steering }>) {
  return (
    <Card>
      <div className="wieg-month-choice">
        <Form action={steeringAddress} method="get" values={{ maand: month }} id="maand">
          <HiddenField name="programma" value={programme.code} />
          <Select name="maand" label="Maand" empty={null} options={months.map((one) => ({ value: one, label: monthInWords(one) }))} />
          <Button variant="secondary">Tonen</Button>
        </Form>
      </div>
    </Card>
  );
}
