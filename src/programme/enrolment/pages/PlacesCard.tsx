import { Card } from "../../../design/Card.tsx";
import { Stack } from "../../../design/Stack.tsx";
import { FillingBar } from "../../../design/FillingBar.tsx";
import { pillars, type Places, type Programme } from "../../configuration/programme.ts";
import { entryNames } from "../enrolment.texts.ts";

/** Places as filling bars: each pillar, and for pillar 2 each way of entering. */
export function PlacesCard({ programme, places }: Readonly<{ programme: Programme; places: readonly Places[] }>) {
  return (
    <Card title="Plaatsen" id="plaatsen">
      <div data-refresh={15} data-refresh-from={`/geboortezorg-flex/plaatsen?programma=${programme.code}`}>
        <Stack>
          {pillars.map((pillar) => {
            const own = places.filter((one) => one.pillar === pillar);
            return (
              <Stack key={pillar}>
                <Bar label={`Pijler ${pillar}: ${programme.settings.pillars[pillar].name.toLowerCase()}`} pools={own} />
                {own.length > 1 && own.map((pool) => <Bar key={pool.poolId} label={`Waarvan ${entryNames[pool.entry]}`} pools={[pool]} />)}
              </Stack>
            );
          })}
        </Stack>
      </div>
      <p className="wieg-note">Een plaats wordt gegeven bij het besluit. Wij houden geen plaatsen vast.</p>
    </Card>
  );
}

function Bar({ label, pools }: Readonly<{ label: string; pools: readonly Places[] }>) {
  const whole = pools.reduce((sum, { places }) => sum + places, 0);
  const part = pools.reduce((sum, { taken }) => sum + taken, 0);
  const free = Math.max(0, whole - part);
  const tone = free === 0 ? "late" : free <= whole / 10 ? "soon" : "ok";
  return (
    <FillingBar
      label={label}
      part={part}
      whole={whole}
      text={`${part} van ${whole} bezet, ${free === 0 ? "geen plaats vrij" : `${free} vrij`}`}
      tone={tone}
    />
  );
}
