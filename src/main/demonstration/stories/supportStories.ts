import { concern, visit } from "./chapters.ts";
import * as place from "./municipalities.ts";
import { familyPlan, type PlanSoFar } from "./planChapter.ts";
import type { Scene, Storyline } from "./storyline.ts";

/** Route 2: a visit, another who leads, and a plan. */
function led(scene: Scene, ago: number, to: string, soFar: PlanSoFar, organisation?: string): void {
  concern(scene, ago, "b");
  visit(scene, ago - 4, "b");
  if (organisation !== undefined) scene.at(ago - 15, (on) => scene.acts.allowSharing(organisation, on));
  scene.at(ago - 15, () => scene.acts.handLead(to));
  familyPlan(scene, ago - 17, soFar, to);
}

/** A family of which someone at the municipality leads. */
const ledBy = (municipality: string, to: string, organisation: string, soFar: PlanSoFar = "agreed"): Storyline => ({
  families: [[municipality, 1]],
  weeks: [24, 36],
  tell: (scene) => led(scene, scene.cast.chance.between(24, 60), to, soFar, organisation),
});

/** Worries that are new, and families of category b: some support, and someone who leads. */
export const supportStories = {
  notDiscussed: {
    families: [
      [place.heerlen, 1],
      [place.sittard, 1],
    ],
    weeks: [14, 24],
    tell: ({ acts, at }) => at(5, (on) => acts.signal(["psychosocial"], on, false)),
  },
  notDiscussedLate: {
    families: [[place.landgraaf, 1]],
    weeks: [18, 20],
    tell: ({ acts, at }) => at(9, (on) => acts.signal(["limited-network", "stress"], on, false)),
  },
  signalled: {
    families: [
      [place.heerlen, 1],
      [place.brunssum, 1],
      [place.maastricht, 1],
    ],
    weeks: [12, 26],
    tell: ({ acts, at, cast }) => at(cast.chance.between(1, 4), (on) => acts.signal(["debt", "stress"], on)),
  },
  assessedB: {
    families: [
      [place.kerkrade, 1],
      [place.stein, 1],
    ],
    weeks: [15, 26],
    tell: (scene) => concern(scene, scene.cast.chance.between(3, 6), "b"),
  },
  visitNotAsked: {
    families: [
      [place.beekdaelen, 1],
      [place.maastricht, 1],
    ],
    weeks: [17, 24],
    tell: (scene) => concern(scene, 10, "b"),
  },
  askedB: {
    families: [[place.kerkrade, 1]],
    weeks: [18, 26],
    tell: (scene) => {
      concern(scene, 8, "b");
      visit(scene, 3, "b", "asked");
    },
  },
  noVisitWanted: {
    families: [[place.valkenburg, 1]],
    weeks: [20, 28],
    tell: (scene) => {
      concern(scene, 13, "b");
      scene.at(10, (on) => scene.acts.refuseConsent("prenatal_home_visit", "Wil liever geen bezoek thuis", on));
    },
  },
  ledHeerlen: ledBy(place.heerlen, "Nadia Knoop", "heerlen"),
  ledHeerlenToo: ledBy(place.heerlen, "Nadia Knoop", "heerlen", "scaledUp"),
  ledHeerlenWorker: ledBy(place.heerlen, "Sjef Loket", "heerlen", "asked"),
  ledKerkrade: ledBy(place.kerkrade, "Ans Toegang", "kerkrade", "evaluated"),
  ledLandgraaf: ledBy(place.landgraaf, "Joost Balie", "landgraaf", "changed"),
  ledBrunssum: ledBy(place.brunssum, "Rosa Ingang", "brunssum", "drawn"),
  ledSittard: ledBy(place.sittard, "Wim Wijk", "sittard"),
  ledMaastricht: ledBy(place.maastricht, "Guus Straat", "maastricht"),
  ledVaals: ledBy(place.vaals, "Toos Grens", "vaals", "left"),
  ledByNurse: {
    families: [
      [place.sittard, 1],
      [place.kerkrade, 1, "Karin Model"],
    ],
    weeks: [25, 36],
    tell: (scene) => led(scene, 35, scene.cast.plan.nurse, "agreed"),
  },
  leadOffered: {
    families: [[place.heerlen, 1]],
    weeks: [22, 30],
    tell: (scene) => offered(scene, "Nadia Knoop", "heerlen"),
  },
  leadOfferedSittard: {
    families: [[place.sittard, 1]],
    weeks: [22, 30],
    tell: (scene) => offered(scene, "Els Knoop", "sittard"),
  },
  leadDeclined: {
    families: [[place.heerlen, 1]],
    weeks: [22, 30],
    tell: (scene) => {
      concern(scene, 12, "b");
      visit(scene, 9, "b", "planned");
      scene.at(3, (on) => scene.acts.allowSharing("heerlen", on));
      scene.at(2, () => scene.acts.declineLead("Sjef Loket", "Wij hebben deze maand geen plek; vanaf de eerste wel."));
    },
  },
} satisfies Readonly<Record<string, Storyline>>;

/** Asked to lead, and not answered yet. */
function offered(scene: Scene, to: string, organisation: string): void {
  concern(scene, 20, "b");
  visit(scene, 17, "b");
  scene.at(1, (on) => scene.acts.allowSharing(organisation, on));
  scene.at(1, () => scene.acts.offerLead(to));
}
