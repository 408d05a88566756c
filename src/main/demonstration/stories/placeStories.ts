import { birth, concern, conference, hoursAfterBirth, maternityCare, untilPlaced, visit } from "./chapters.ts";
import { daysAgo } from "./daysAgo.ts";
import * as place from "./municipalities.ts";
import { takesPart } from "./studyStories.ts";
import type { Scene, Storyline } from "./storyline.ts";

/** Ready for a decision on pillar 1: visited, confirmed, registered for maternity care. */
function ready(scene: Scene, ago: number, maternityCareOf = "gzl"): void {
  concern(scene, ago, "c");
  conference(scene, ago - 2, true);
  visit(scene, ago - 4, "c");
  maternityCare(scene, ago - 12, maternityCareOf);
  takesPart(scene, { asked: ago - 13, intake: null });
}

const instead = ["maternity_care", "youth_health", "municipality"] as const;
const cz = { mother: { insurer: "CZ" } } as const;
const vgz = { mother: { insurer: "VGZ" } } as const;

/** A "no" to pillar 1, some days after all was known. */
const notEligible = (municipality: string, mother: Storyline["mother"], maternityCareOf?: string): Storyline => ({
  families: [[municipality, 1]],
  weeks: [26, 34],
  ...(mother && { mother }),
  tell: (scene) => {
    ready(scene, 34, maternityCareOf);
    scene.at(10, () => scene.acts.noPlace(1, instead));
  },
});

/** After the birth: placed in pillar 1 during the pregnancy, and born. */
function placedAndBorn(scene: Scene): number {
  const { cast } = scene;
  const born = daysAgo(cast.today, cast.plan.bornOn ?? cast.today);
  untilPlaced(scene, born + 110);
  birth(scene);
  hoursAfterBirth(scene);
  const { bornOn } = cast.plan;
  // The maternity week is written down as it is now, or when it is over.
  if (bornOn) scene.at(Math.max(0, born - 9), (on) => scene.acts.maternityWeek(bornOn, on));
  return born;
}

/** Decisions on Geboortezorg Flex, of each sort [domain 4.1]. */
export const placeStories = {
  readyToDecide: {
    families: [
      [place.heerlen, 1],
      [place.sittard, 1],
    ],
    weeks: [26, 33],
    ...cz,
    tell: (scene) => ready(scene, 24),
  },
  placeGiven: {
    families: [
      [place.heerlen, 1],
      [place.kerkrade, 1],
    ],
    weeks: [26, 34],
    ...vgz,
    tell: (scene) => {
      ready(scene, 30);
      scene.at(3, () => scene.acts.decidePlace(1));
    },
  },
  funderUnknown: {
    families: [[place.heerlen, 1]],
    weeks: [27, 34],
    mother: { insurer: "IZZ" },
    tell: (scene) => {
      ready(scene, 30);
      scene.at(5, () => scene.acts.decidePlace(1));
      scene.at(2, () => scene.acts.acceptPlace());
    },
  },
  placed: {
    families: [
      [place.heerlen, 1],
      [place.kerkrade, 1],
      [place.sittard, 1],
      [place.brunssum, 1],
    ],
    weeks: [30, 38],
    ...cz,
    tell: (scene) => untilPlaced(scene, scene.cast.chance.between(62, 90)),
  },
  /** A no while only the pilot ran; then the follow-up began in her municipality, and she has a place after all. */
  outsideArea: {
    families: [[place.maastricht, 1]],
    weeks: [26, 34],
    mother: { insurer: "CZ" },
    tell: (scene) => {
      ready(scene, 34);
      scene.at(10, () => scene.acts.noPlace(1, instead));
      scene.at(2, () => scene.acts.decidePlace(1));
    },
  },
  otherInsurer: {
    ...notEligible(place.heerlen, { insurer: "Zilveren Kruis" }),
    tell: (scene) => {
      ready(scene, 34);
      scene.at(10, () => scene.acts.noPlace(1, instead));
      scene.at(6, () => scene.acts.indicate());
      scene.at(3, (on) => scene.acts.wantsNoCare(on));
    },
  },
  otherMaternityCare: notEligible(place.landgraaf, { insurer: "VGZ" }, "first-day"),
  noVisitNoPlace: {
    families: [[place.kerkrade, 1]],
    weeks: [26, 32],
    ...cz,
    tell: (scene) => {
      const { acts, at } = scene;
      concern(scene, 26, "c");
      conference(scene, 24, true);
      at(22, (on) => acts.refuseConsent("prenatal_home_visit", "Wil geen bezoek", on));
      maternityCare(scene, 14);
      at(9, () => acts.noPlace(1, instead));
    },
  },
  noConsultation: {
    families: [[place.sittard, 1]],
    weeks: [26, 32],
    ...cz,
    tell: (scene) => {
      ready(scene, 34);
      scene.at(15, (on) => scene.acts.refuseStudy(on));
      scene.at(12, (on) => scene.acts.refuseConsent("triangle_consultation", "Wil niet dat iedereen meepraat", on));
      scene.at(10, () => scene.acts.noPlace(1, instead));
    },
  },
  notVulnerable: {
    families: [[place.heerlen, 1]],
    weeks: [26, 32],
    ...cz,
    tell: (scene) => {
      concern(scene, 34, "b");
      visit(scene, 30, "b");
      scene.at(20, () => scene.acts.handLead(scene.cast.plan.nurse));
      maternityCare(scene, 14);
      scene.at(9, () => scene.acts.noPlace(1, instead));
    },
  },
  insurerUnknown: {
    families: [
      [place.heerlen, 1],
      [place.sittard, 1],
    ],
    weeks: [27, 33],
    mother: { insurer: null },
    tell: (scene) => {
      ready(scene, 28);
      scene.at(4, () => scene.acts.askAboutPlace(1));
    },
  },
  givenBackDeclined: {
    families: [[place.heerlen, 1]],
    weeks: [34, 38],
    ...cz,
    tell: (scene) => {
      untilPlaced(scene, 80);
      scene.at(12, () => scene.acts.giveBack("family_declined"));
    },
  },
  givenBackMoved: {
    families: [[place.kerkrade, 1]],
    weeks: [34, 38],
    ...vgz,
    tell: (scene) => {
      untilPlaced(scene, 80);
      const elsewhere = {
        street: "Brusselsestraat",
        houseNumber: "14",
        postcode: "6211PC",
        place: "Maastricht",
        municipality: place.maastricht,
      };
      scene.at(16, (on) => scene.acts.move(on, elsewhere));
      scene.at(14, () => scene.acts.giveBack("moved_before_birth"));
    },
  },
  bornWithPlace: {
    families: [
      [place.heerlen, 1],
      [place.sittard, 1],
    ],
    born: [1, 7],
    ...cz,
    tell: (scene) => void placedAndBorn(scene),
  },
  goesOn: {
    families: [
      [place.heerlen, 1],
      [place.sittard, 1],
    ],
    born: [24, 80],
    ...vgz,
    tell: (scene) => {
      const { acts, at } = scene;
      const born = placedAndBorn(scene);
      at(born - 9, () => acts.recordNeed("not_yet_self_reliant"));
      at(born - 10, () => acts.confirmNeed());
      at(born - 12, () => acts.decidePlace(2));
      at(born - 14, () => acts.acceptPlace());
      // One runs, with hours still planned; the other is over, since the family manages.
      const runs = scene.cast.plan.municipality === place.heerlen;
      at(born - 15, (on) => acts.planPillar2(on, runs ? 6 : 1));
      at(1, (on) => acts.recordWhatWas(on));
      if (!runs) at(1, () => acts.endPillar2());
    },
  },
  goesOnAsked: {
    families: [[place.landgraaf, 1]],
    born: [13, 16],
    ...cz,
    tell: (scene) => {
      placedAndBorn(scene);
      scene.at(5, () => scene.acts.recordNeed("other_help_not_available"));
      scene.at(4, () => scene.acts.askAboutPlace(2));
    },
  },
  goesOnNot: {
    families: [[place.heerlen, 1]],
    born: [18, 30],
    ...cz,
    tell: (scene) => {
      placedAndBorn(scene);
      scene.at(8, () => scene.acts.recordNeed("none"));
      scene.at(7, () => scene.acts.noPlace(2, ["youth_health"]));
    },
  },
  babyWithSupport: {
    families: [[place.kerkrade, 1]],
    born: [120, 420],
    ...cz,
    tell: (scene) => void placedAndBorn(scene),
  },
} satisfies Readonly<Record<string, Storyline>>;
