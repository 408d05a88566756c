import { z } from "zod";
import type { Actor } from "../../../platform/db/actor.ts";
import { action, isRole, mayUse, page } from "../../../trust/access/route.ts";
import { listFilters, type ListFilter } from "../familyList.ts";
import { filterWords } from "../familyList.texts.ts";
import { askForFamilies, listFamilies, searchForFamilies } from "../server/listFamilies.ts";
import { FamiliesPage, FoundPage } from "./FamiliesPage.tsx";

const uuid = z.uuid();

export const familiesRoutes = [
  page("/gezinnen", {
    may: "identity.read",
    trail: "families.listed",
    load: async (actor, _params, query) => ({
      list: await listFamilies(actor, filterOf(query["toon"], actor), uuid.safeParse(query["na"]).data ?? null),
      mayRegister: mayRegister(actor),
    }),
    show: ({ list, mayRegister }) => <FamiliesPage list={list} mayRegister={mayRegister} />,
  }),
  action("/gezinnen/zoeken", {
    may: "identity.read",
    trail: "families.asked-for",
    body: z.object({ zoek: z.string().max(500) }),
    run: (actor, _params, body) => askForFamilies(actor, body.zoek),
    done: ({ search }) => ({ to: `/gezinnen/zoeken/${search}` }),
    refused: () => ({ to: "/gezinnen" }),
  }),
  page("/gezinnen/zoeken/:search", {
    may: "identity.read",
    trail: "families.searched",
    load: async (actor, { search }) => {
      const found = await searchForFamilies(actor, search);
      return found && { found, mayRegister: mayRegister(actor) };
    },
    show: ({ found, mayRegister }) => <FoundPage found={found} mayRegister={mayRegister} />,
  }),
];

const mayRegister = ({ role }: Actor): boolean => isRole(role) && mayUse(role, "identity.write");

/** Who works after the birth begins with the children, everyone else with the pregnancies. */
function filterOf(word: unknown, { organisationKind }: Actor): ListFilter {
  const chosen = listFilters.find((filter) => filterWords[filter].address === word);
  return chosen ?? (["youth_health", "childcare"].includes(organisationKind) ? "infancy" : "pregnancy");
}
