import type { Day } from "../../../kit/day.ts";
import { beginNextLine, recordMaternityCare } from "../../../pathway/trajectory/server/changeLine.ts";
import { endLine } from "../../../pathway/trajectory/server/closeLine.ts";
import { closingChecks } from "../../closingChecks.ts";
import { changingLine } from "../../../pathway/trajectory/server/changingLine.ts";
import { recordBirth } from "../../../pathway/trajectory/server/recordBirth.ts";
import { acknowledgeLoss, recordLoss } from "../../../pathway/trajectory/server/recordLoss.ts";
import type { EndReason } from "../../../pathway/trajectory/trajectory.texts.ts";
import { moveFamily, readFamily } from "../../../registry/server/changeFamily.ts";
import { did, type Cast } from "./cast.ts";

const childNames = [
  "Liv",
  "Noah",
  "Mila",
  "Sem",
  "Adam",
  "Zofia",
  "Yara",
  "Lou",
  "Fenna",
  "Finn",
  "Hanna",
  "Jip",
  "Noor",
  "Elias",
  "Saar",
  "Mees",
];
const places = ["home", "birth_centre", "birth_centre", "hospital", "hospital"] as const;

/** What happens to the line itself: maternity care, a birth, a loss, a move, its end, a next one. */
export function lineActs({ region, chance, family, midwife }: Cast) {
  const version = () => changingLine(midwife, "family.read", family.trajectoryId, async ({ line }) => line.version);
  const child = (bornOn: Day) => ({
    givenName: chance.oneOf(childNames),
    prefix: null,
    familyName: null,
    bornOn,
    gestationalDays: null,
    weightGrams: chance.between(2350, 4300),
    smallForAge: null,
  });
  return {
    registerMaternityCare: async (on: Day, organisation = "gzl") => {
      const registration = { organisationId: region.organisationId(organisation), text: null, on, version: await version() };
      return did("register maternity care", recordMaternityCare(midwife, family.trajectoryId, registration));
    },
    birth: async (bornOn: Day) => {
      const children = chance.inHundred(3) ? [child(bornOn), child(bornOn)] : [child(bornOn)];
      const birth = { version: await version(), place: chance.oneOf(places), children };
      return did("record the birth", recordBirth(midwife, family.trajectoryId, birth));
    },
    loss: async (on: Day) => {
      const loss = { kind: "pregnancy" as const, on, childId: null, version: await version() };
      return did("record the loss", recordLoss(midwife, family.trajectoryId, loss));
    },
    readLoss: (name: string) => did("read of the loss", acknowledgeLoss(region.actor(name), family.trajectoryId)),
    move: async (on: Day, address: { street: string; houseNumber: string; postcode: string; place: string; municipality: string }) => {
      const known = await readFamily(midwife, family.trajectoryId);
      const present = known?.family.addresses.find(({ until }) => until === null);
      const moved = { ...address, since: on, version: present?.version ?? 0 };
      return did("move the family", moveFamily(midwife, family.trajectoryId, moved));
    },
    end: async (reason: EndReason, on: Day) =>
      did(
        "end the line",
        endLine(midwife, family.trajectoryId, { reason, on, agreed: ["agreements", "help"], version: await version() }, closingChecks),
      ),
    /** From here on the story is of the next pregnancy. */
    beginNext: async (dueDate: Day) => {
      const next = await did("begin the next line", beginNextLine(midwife, family.trajectoryId, { dueDate, parity: "G2P1" }));
      family.trajectoryId = next.trajectoryId;
    },
  };
}
