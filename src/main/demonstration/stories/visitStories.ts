import { dayToCome } from "../storyDay.ts";
import { concern, conference, maternityCare, visit } from "./chapters.ts";
import * as place from "./municipalities.ts";
import { takesPart } from "./studyStories.ts";
import type { Scene, Storyline } from "./storyline.ts";

/** Planned for a day that is still to come. */
function planned(scene: Scene, ago: number, inDays: number): void {
  const { cast, acts, at } = scene;
  visit(scene, ago, "c", "accepted");
  at(ago - 4, () => acts.scheduleVisit(dayToCome(cast.today, inDays)));
  at(ago - 4, () => acts.arrangeInterpreter());
}

/** Route 3 on its way: the visit in each of its states, the conference, the category put before both. */
export const visitStories = {
  assessedC: {
    families: [
      [place.heerlen, 1],
      [place.landgraaf, 1, "Dirk Denkwijs"],
    ],
    weeks: [16, 24],
    tell: (scene) => concern(scene, 3, "c"),
  },
  urgent: {
    families: [
      [place.heerlen, 1],
      [place.sittard, 1],
    ],
    weeks: [24, 30],
    tell: (scene) => {
      concern(scene, 4, "d");
      visit(scene, 2, "d", "asked");
      conference(scene, 2, false);
    },
  },
  asked: {
    families: [
      [place.kerkrade, 1],
      [place.sittard, 1],
      [place.maastricht, 1, "Hanneke Beeld"],
    ],
    weeks: [17, 26],
    tell: (scene) => {
      const ago = scene.cast.chance.between(2, 6);
      concern(scene, ago + 3, "c");
      visit(scene, ago, "c", "asked");
      conference(scene, ago, false);
    },
  },
  askedLate: {
    families: [[place.heerlen, 1]],
    weeks: [20, 26],
    tell: (scene) => {
      concern(scene, 11, "c");
      visit(scene, 9, "c", "asked");
    },
  },
  noRoom: {
    families: [[place.beek, 1]],
    weeks: [20, 26],
    tell: (scene) => {
      concern(scene, 9, "c");
      visit(scene, 7, "c", "asked");
      scene.at(2, () => scene.acts.declineVisit());
    },
  },
  accepted: {
    families: [
      [place.heerlen, 1],
      [place.brunssum, 1],
    ],
    weeks: [18, 27],
    tell: (scene) => {
      concern(scene, 9, "c");
      visit(scene, 6, "c", "accepted");
      conference(scene, 4, false);
    },
  },
  visitSoon: {
    families: [
      [place.heerlen, 1],
      [place.kerkrade, 1],
    ],
    weeks: [19, 28],
    tell: (scene) => {
      concern(scene, 13, "c");
      planned(scene, 10, scene.cast.chance.between(0, 2));
      conference(scene, 8, false);
      if (scene.cast.plan.municipality !== place.kerkrade) return;
      maternityCare(scene, 4);
      scene.at(3, () => scene.acts.putStudyBefore());
    },
  },
  visitThisWeek: {
    families: [[place.sittard, 1]],
    weeks: [19, 28],
    tell: (scene) => {
      concern(scene, 12, "c");
      planned(scene, 9, scene.cast.chance.between(3, 6));
    },
  },
  nobodyHome: {
    families: [[place.heerlen, 1]],
    weeks: [22, 28],
    tell: (scene) => {
      const { cast, acts, at } = scene;
      concern(scene, 16, "c");
      visit(scene, 13, "c", "accepted");
      at(9, () => acts.scheduleVisit(dayToCome(cast.today, -3)));
      at(1, () => acts.missVisit());
    },
  },
  toReport: {
    families: [
      [place.kerkrade, 1],
      [place.heerlen, 1],
    ],
    weeks: [22, 29],
    mother: { insurer: "Menzis" },
    tell: (scene) => {
      concern(scene, 17, "c");
      visit(scene, scene.cast.chance.oneOf([11, 14]), "c", "held");
      conference(scene, 6, true);
      maternityCare(scene, 13);
      takesPart(scene, { asked: 12, intake: null });
    },
  },
  toConfirm: {
    families: [
      [place.heerlen, 1],
      [place.brunssum, 1],
      [place.maastricht, 1],
    ],
    weeks: [24, 30],
    mother: { insurer: "Zilveren Kruis" },
    tell: (scene) => {
      concern(scene, 19, "c");
      visit(scene, 16, "c", "reported");
      conference(scene, 9, "parkstad");
      maternityCare(scene, 14);
      takesPart(scene, { asked: 13, intake: null });
    },
  },
  /** The midwife comes to another category than the nurse: both have to talk. */
  differs: {
    families: [[place.sittard, 1]],
    weeks: [24, 29],
    tell: (scene) => {
      concern(scene, 19, "c");
      visit(scene, 16, "c", "reported");
      conference(scene, 9, true);
      scene.at(2, () => scene.acts.differ("b", "Sinds haar zus in huis is, gaat het veel beter."));
    },
  },
  consentGone: {
    families: [[place.landgraaf, 1]],
    weeks: [22, 27],
    tell: (scene) => {
      concern(scene, 12, "c");
      visit(scene, 9, "c", "accepted");
      scene.at(1, () => scene.acts.withdraw("prenatal_home_visit"));
    },
  },
  familySaidNo: {
    families: [[place.eijsdenMargraten, 1]],
    weeks: [24, 28],
    tell: (scene) => {
      concern(scene, 20, "c");
      planned(scene, 17, 2);
      conference(scene, 12, true);
      scene.at(8, () => scene.acts.cancelVisit("Wil eerst zelf met haar moeder praten."));
    },
  },
} satisfies Readonly<Record<string, Storyline>>;
