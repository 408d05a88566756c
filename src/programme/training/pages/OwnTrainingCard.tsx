import { Card } from "../../../design/Card.tsx";
import { CriterionList } from "../../../design/CriterionList.tsx";
import { formatDay } from "../../../kit/day.ts";
import type { Programme } from "../../configuration/programme.ts";
import type { TrainingModule } from "../../configuration/settings/training.ts";
import { goodUntil, neededFor, newestOf } from "../rules/mayDeliver.ts";
import type { ColleagueTraining } from "../server/readTraining.ts";

type Props = Readonly<{ colleague: ColleagueTraining; programme: Programme }>;

/** Her own trainings: what she has, what she misses, and by when. */
export function OwnTrainingCard({ colleague, programme }: Props) {
  const { standing, role, ambassador, peerReviewOn } = colleague;
  const trained = standing.code === "trained";
  return (
    <Card title={trained ? "U bent geschoold voor pijler 2" : "U mist nog scholing"} tone={trained ? "ok" : "soon"}>
      <CriterionList
        criteria={neededFor(programme.settings.training.modules, role).map((module) => ({
          title: module.name,
          ...outcomeOf(module, colleague),
        }))}
      />
      {!trained && <p>Meld u hieronder aan voor een bijeenkomst. Tot die tijd plant de coördinator u niet in pijler 2.</p>}
      <p className="wieg-note">
        {ambassador && "U bent ambassadeur. "}
        {peerReviewOn === null ? "U deed nog niet mee aan intervisie." : `Laatste intervisie: ${formatDay(peerReviewOn)}.`}
      </p>
    </Card>
  );
}

function outcomeOf(module: TrainingModule, { standing, trainings, gaps }: ColleagueTraining) {
  const missing = standing.code === "not-yet" && standing.missing.some(({ code }) => code === module.code);
  const by = gaps.find((gap) => gap.module === module.code)?.by;
  const newest = newestOf(module.code, trainings);
  if (missing) return { outcome: "notMet" as const, tag: "nog doen", reason: by === undefined ? "" : `Nodig voor ${formatDay(by)}.` };
  const until = newest === null ? null : goodUntil(module, newest);
  const done = newest === null ? "" : `Gedaan op ${formatDay(newest)}.`;
  return { outcome: "met" as const, tag: "gedaan", reason: until === null ? done : `${done} Geldig tot en met ${formatDay(until)}.` };
}
