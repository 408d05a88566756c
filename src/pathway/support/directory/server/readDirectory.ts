import type { Day } from "../../../../kit/day.ts";
import type { Actor } from "../../../../platform/db/actor.ts";
import { withActor, type Db } from "../../../../platform/db/withActor.ts";
import { familyHeading } from "../../../../registry/personName.ts";
import { findFamilyOfLine } from "../../../../registry/server/door.ts";
import { findLine } from "../../../trajectory/server/door.ts";
import type { FamilyNow, Fit, SupportOffer, Topic } from "../directory.ts";
import { decideFit } from "../rules/decideFit.ts";
import { mayKeep } from "../rules/mayKeep.ts";
import { toHsds, type HsdsFile } from "../rules/toHsds.ts";
import { listContactsFor, type FixedContact } from "./contact.store.ts";
import { findFamilyNow } from "./findFamilyNow.ts";
import { findOffer, listAllOffers, listOffers } from "./offer.store.ts";
import { listMunicipalities, type Municipality } from "./municipality.store.ts";

/** What fits stands first on a page. */
const fitOrder: readonly Fit["outcome"][] = ["fits", "ask", "not"];

/** How many offers stand on a page. */
const perPage = 25;

/** What was asked of the directory. */
export interface Question {
  readonly words: string;
  readonly topic: Topic | null;
  readonly language: string | null;
  /** Also what certainly does not fit. */
  readonly everything: boolean;
  readonly page: number;
}

export interface FoundOffer {
  readonly offer: SupportOffer;
  readonly fit: Fit;
}

export interface DirectoryList {
  readonly today: Day;
  readonly question: Question;
  readonly municipalities: readonly Municipality[];
  readonly family: FamilyNow;
  readonly offers: readonly FoundOffer[];
  readonly more: boolean;
  readonly mayAdd: boolean;
}

async function find(db: Db, question: Question, family: FamilyNow): Promise<Pick<DirectoryList, "offers" | "more">> {
  const filter = { words: question.words, topic: question.topic, language: question.language, for: question.everything ? null : family };
  const found = await listOffers(db, filter, (question.page - 1) * perPage, perPage + 1);
  const offers = found.slice(0, perPage).map((offer) => ({ offer, fit: decideFit(offer, family) }));
  return {
    offers: offers.toSorted((a, b) => fitOrder.indexOf(a.fit.outcome) - fitOrder.indexOf(b.fit.outcome)),
    more: found.length > perPage,
  };
}

/** The whole directory, narrowed by what someone typed of a family; nothing of it is kept. */
export const readDirectory = (
  actor: Actor,
  question: Question,
  about: Pick<FamilyNow, "period" | "category"> & { municipality: string | null },
): Promise<DirectoryList> =>
  withActor(actor, "directory.read", async ({ db, today }) => {
    const municipalities = await listMunicipalities(db);
    const family: FamilyNow = {
      municipality: municipalities.find(({ code }) => code === about.municipality) ?? null,
      period: about.period,
      category: about.category,
      language: question.language,
      pregnancyDays: null,
      childMonths: null,
      motherAge: null,
      firstChild: null,
    };
    return { today, question, municipalities, family, ...(await find(db, question, family)), mayAdd: mayKeep(actor, actor.organisationId) };
  });

export interface FamilyDirectory extends DirectoryList {
  readonly trajectoryId: string;
  readonly heading: string;
  /** On a line that ended nothing is asked. */
  readonly lineOpen: boolean;
  /** Of who looks: nobody refers to her own organisation. */
  readonly organisationId: string;
  readonly contacts: readonly FixedContact[];
}

/** The directory as it fits one family. Null when the line is not the asker's to see. */
export const readFamilyDirectory = (actor: Actor, trajectoryId: string, question: Question): Promise<FamilyDirectory | null> =>
  withActor(actor, "directory.read", async ({ db, today, about }) => {
    const line = await findLine(db, trajectoryId);
    const known = line && (await findFamilyOfLine(db, trajectoryId));
    if (!line || !known) return null;
    about({ trajectories: [trajectoryId], part: "identity" });
    const family = await findFamilyNow(db, line, known, today);
    return {
      today,
      question,
      municipalities: [],
      family,
      ...(await find(db, question, family)),
      mayAdd: false,
      trajectoryId,
      lineOpen: line.state === "open",
      heading: familyHeading(known.members),
      organisationId: actor.organisationId,
      contacts: await listContactsFor(db, { organisationId: actor.organisationId, municipality: line.municipality }),
    };
  });

export interface OfferPageData {
  readonly today: Day;
  readonly offer: SupportOffer;
  readonly municipalities: readonly Municipality[];
  readonly mayChange: boolean;
}

export const readOffer = (actor: Actor, id: string): Promise<OfferPageData | null> =>
  withActor(actor, "directory.read", async ({ db, today }) => {
    const offer = await findOffer(db, id);
    if (!offer) return null;
    return { today, offer, municipalities: await listMunicipalities(db), mayChange: mayKeep(actor, offer.organisationId) };
  });

/** The whole directory as one file in Open Referral HSDS 3. */
export const exportDirectory = (actor: Actor): Promise<HsdsFile> =>
  withActor(actor, "directory.exported", async ({ db }) => toHsds(await listAllOffers(db), await listMunicipalities(db)));
